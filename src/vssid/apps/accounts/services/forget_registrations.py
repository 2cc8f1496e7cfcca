"""Erases drafts whose time is over, and photos that nobody needs to look at any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.services.forget_photos import forget_photos

PHOTOS_KEPT = timedelta(days=30)
"""After the decision, for whoever objects to it."""


def forget_registrations(*, now: datetime) -> int:
    """The number erased. What an office was asked stays, as long as its case does."""
    drafts = Registration.objects.filter(state=State.DRAFT, keep_until__lte=now)
    done = Q(state=State.CANCELLED) | Q(decided_at__lte=now - PHOTOS_KEPT)
    finished = Registration.objects.filter(done, photos__isnull=False).distinct()
    for key in [*drafts.values_list("pk", flat=True), *finished.values_list("pk", flat=True)]:
        forget_photos(key)
    return drafts.delete()[0]
