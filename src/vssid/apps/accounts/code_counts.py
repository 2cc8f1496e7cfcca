"""How many one-time codes go to one account or address: few an hour, not many a day, by whatever channel."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.problem import TooMany


def count_code(subject: str, refusal: type[TooMany], *, now: datetime) -> None:
    """``subject``: what the codes are for, any text. Not inside a transaction: tries count."""
    for kind, limit, window in (
        ("codes_hour", settings.CODES_AN_HOUR, timedelta(hours=1)),
        ("codes_day", settings.CODES_A_DAY, timedelta(days=1)),
    ):
        verdict = try_hit(kind=kind, subject=subject, limit=limit, window=window, now=now, growth=1)
        verdict.pass_or(refusal, now=now)
