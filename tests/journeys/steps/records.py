"""What stands in the record of one of the cast on the day the demonstration is served."""

from __future__ import annotations

from datetime import datetime

from vssid.kit.clock import VIETNAM

_NINE_YEARS = (2026, 11)


def months_of_lan() -> str:
    """Nine years in November 2026, and she pays on. The day of the demonstration is the real one."""
    today = datetime.now(VIETNAM)
    year, month = _NINE_YEARS
    return str(108 + 12 * (today.year - year) + today.month - month)
