"""Working days of one leave, counted without public holidays and the rest days a case names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable
from datetime import date, timedelta

from vssid.domain.law.benefits.sickness.public_holidays import public_holidays

IsRest = Callable[[date], bool]
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKEND = frozenset({5, 6})


def working_days(first: date, last: date, is_rest: IsRest) -> list[date]:
    """From ``first`` to ``last``, both included."""
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return [day for day in days if not is_rest(day) and day not in public_holidays(day.year)]


def weekly(rest: str | None) -> IsRest:
    """``rest``: a day of the week, ``Saturday and Sunday`` or ``weekend``; nothing: no rest is known."""
    if rest in {"weekend", "Saturday and Sunday"}:
        resting: Container[int] = _WEEKEND
    else:
        resting = {WEEK.index(rest)} if rest in WEEK else frozenset()
    return lambda day: day.weekday() in resting


def by_year(days: Iterable[date]) -> Counter[int]:
    """How many of the days lie in each calendar year: what is paid in a year is counted apart."""
    return Counter(day.year for day in days)
