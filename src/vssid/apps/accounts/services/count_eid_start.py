"""How often one network may set off for the national e-ID."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.accounts.errors import TooManyEidStarts
from vssid.apps.limits.services.try_hit import try_hit

STARTS = 10
_WINDOW = timedelta(minutes=1)


def count_eid_start(*, network: str, now: datetime) -> None:
    """Raises TooManyEidStarts. An address shared by thousands is slowed for a minute, never longer."""
    verdict = try_hit(kind="eid_start", subject=network, limit=STARTS, window=_WINDOW, now=now, growth=1)
    verdict.pass_or(TooManyEidStarts, now=now)
