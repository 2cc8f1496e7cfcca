"""Working days of the agency: Monday to Friday, without holidays, with the days decreed for and against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any

import holidays
import yaml

from vssid.domain.package_data import text_of

_SATURDAY = 5
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Decreed:
    """``spans``: the working hours of a day, in order. ``free`` and ``works``: days beside the rule."""

    spans: tuple[tuple[time, time], ...]
    free: frozenset[date]
    works: frozenset[date]


def is_working_day(day: date) -> bool:
    free, works = _beside_the_rule(day.year)
    return day in works or (day.weekday() < _SATURDAY and day not in free)


def is_holiday(day: date) -> bool:
    """By law or decree, on whatever day of the week."""
    return day in _beside_the_rule(day.year)[0]


def working_day_after(day: date, number: int) -> date:
    """The last of ``number`` working days that begin on the day after ``day``."""
    while number:
        day += _A_DAY
        number -= is_working_day(day)
    return day


@cache
def decreed() -> Decreed:
    """``calendar.yaml``, read once."""
    file: dict[str, Any] = yaml.safe_load(text_of(__package__, "calendar.yaml"))
    spans = tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in file["hours"]["spans"])
    flat = [moment for span in spans for moment in span]
    if flat != sorted(set(flat)):
        raise ValueError("calendar.yaml: the hours overlap or run backwards")
    for swap in file["swaps"]:
        if swap["works"].weekday() < _SATURDAY or swap["free"].weekday() >= _SATURDAY:
            raise ValueError(f"calendar.yaml: {swap['off']} is no swap of a weekday for a weekend")
    return Decreed(
        spans=spans,
        free=frozenset(swap["free"] for swap in file["swaps"]),
        works=frozenset(swap["works"] for swap in file["swaps"]),
    )


@cache
def _beside_the_rule(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Days off and weekend days worked, by the package and by decree."""
    known = holidays.country_holidays("VN", years=year)
    return frozenset(known) | decreed().free, frozenset(known.weekend_workdays) | decreed().works
