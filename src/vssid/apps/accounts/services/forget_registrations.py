"""Erases drafts whose time is over."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.states import State


def forget_registrations(*, now: datetime) -> int:
    """The number erased. What an office was asked stays, as long as its case does."""
    drafts = Registration.objects.filter(state=State.DRAFT, keep_until__lte=now)
    return drafts.delete()[0]
