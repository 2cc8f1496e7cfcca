"""Counters and locks."""

from vssid.apps.limits.models.counter import Counter
from vssid.apps.limits.models.lock import Lock

__all__ = ["Counter", "Lock"]
