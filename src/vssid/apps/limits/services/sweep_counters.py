"""Removes counters that no longer change any answer."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.limits.models import Counter
from vssid.apps.limits.services.try_hit import GROWTH_FORGOTTEN_AFTER


def sweep_counters(*, now: datetime) -> int:
    """How many were removed."""
    removed, _ = Counter.objects.filter(window_ends__lt=now - GROWTH_FORGOTTEN_AFTER).delete()
    return removed
