"""Forgets what somebody chose about notices, and the browsers that take them: their account is closed."""

from __future__ import annotations

from vssid.apps.notifications.models import NoticeChoice, PushEndpoint, PushSubscription


def forget_reader(*, person_id: int) -> None:
    """Belongs into the transaction of the closing. Notices stay until their time is over."""
    NoticeChoice.objects.filter(person_id=person_id).delete()
    forget_browsers(person_id=person_id)


def forget_browsers(*, person_id: int) -> None:
    """Belongs into the transaction in which they no longer agree to push."""
    PushSubscription.objects.filter(person_id=person_id).delete()
    PushEndpoint.objects.filter(person_id=person_id).delete()
