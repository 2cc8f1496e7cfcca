"""One person's wages by month, as maternity reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vssid.domain.law.engine.vocabulary import first_and_last
from vssid.domain.values.months import Month, months_between

Wages = Mapping[Month, int]
"""đồng by month with compulsory contributions."""


class LastWages(NamedTuple):
    """``total`` of so many ``months``; a record without a paid month gives 0 and 0."""

    total: int
    months: int


def wages_of(periods: Iterable[Mapping[str, Any]]) -> dict[Month, int]:
    """Periods with ``start``, ``end`` (both included) and ``wage`` as wages by month; wages of one month
    add up. Raises WrongInput for a period that ends before it starts.
    """
    wages: dict[Month, int] = {}
    for period in periods:
        for month in months_between(*first_and_last("history", [period["start"], period["end"]])):
            wages[month] = wages.get(month, 0) + period["wage"]
    return wages


def last_wages(wages: Wages, until: Month, months: int) -> LastWages:
    """Of the last paid months up to ``until`` (included), gaps skipped."""
    last = sorted(month for month in wages if month <= until)[-months:]
    return LastWages(sum(wages[month] for month in last), len(last))


def paid_months(wages: Wages, first: Month, last: Month) -> int:
    """Both included."""
    return sum(first <= month <= last for month in wages)
