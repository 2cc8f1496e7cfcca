"""Where the card counts: the area of residence it names, and when the registered facility may change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem, marked
from vssid.domain.values.sentence import Sentence

PATTERN = r"K[123]"
FIRST_DAYS_RULE = date(2025, 1, 1)
"""From this day the first 15 days of a quarter (Law 51/2024/QH15); before, its first month."""

CHANGE_FACILITY = marked("You can choose another facility from %(first)s to %(last)s.")


class AreaCodeUnknown(Problem):
    code = "area_code_unknown"
    sentence = marked("An area code is K1, K2 or K3. You entered “%(found)s”.")


class Area(StrEnum):
    """Area of residence with wider benefits (Decision 1351/QĐ-BHXH of 2015)."""

    K1 = "K1"
    K2 = "K2"
    K3 = "K3"


AREA_MEANING = {
    Area.K1: marked("Lives in an area with difficult conditions."),
    Area.K2: marked("Lives in an area with especially difficult conditions."),
    Area.K3: marked("Lives in an island commune or district."),
}


@dataclass(frozen=True, slots=True)
class Window:
    """Days on which the registered facility may be changed, ``first`` and ``last`` included."""

    first: date
    last: date

    def open_on(self, day: date) -> bool:
        return self.first <= day <= self.last


def parse_area(text: str) -> Area | None:
    """``K1``, ``k1``; empty text is None; raises AreaCodeUnknown."""
    written = text.strip().upper()
    if not written:
        return None
    try:
        return Area(written)
    except ValueError:
        raise AreaCodeUnknown(found=written) from None


def change_window(day: date) -> Window:
    """The window that is open on ``day``, or the next one."""
    quarter = Month.containing(day)
    quarter = quarter.plus(-((quarter.number - 1) % 3))
    window = _window(quarter)
    return window if day <= window.last else _window(quarter.plus(3))


def change_sentence(day: date) -> Sentence:
    window = change_window(day)
    return Sentence(CHANGE_FACILITY, {"first": window.first, "last": window.last})


def _window(quarter: Month) -> Window:
    first = quarter.first_day
    return Window(first, first + timedelta(days=14) if first >= FIRST_DAYS_RULE else quarter.last_day)
