"""Forgets browsers that no longer take push messages."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from vssid.apps.notifications.models import PushEndpoint, PushSubscription
from vssid.apps.notifications.subscription import ENDPOINT, endpoint_digest, subscription_number


def drop_subscriptions(*, person_id: int, subscriptions: Iterable[str]) -> None:
    """``subscriptions``: JSON as the browsers gave it. Those the person does not have are passed over."""
    for subscription in subscriptions:
        seq, digest = subscription_number(subscription), endpoint_digest(subscription)
        with transaction.atomic():
            PushSubscription.objects.filter(person_id=person_id, seq=seq).delete()
            PushEndpoint.objects.filter(digest=digest, kind=ENDPOINT, person_id=person_id).delete()
