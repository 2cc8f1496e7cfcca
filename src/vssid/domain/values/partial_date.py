"""A date known to the year, the month or the day, as birth dates are in old records."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from vssid.domain.values.problem import Problem, marked

PATTERN = r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
"""What :func:`parse` may accept; days a month does not have are refused by ``parse`` alone."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
_PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class DateFormat(Problem):
    code = "date_format"
    sentence = marked("Write the date as year, year-month or year-month-day, such as 1994-03-14.")


class DateYear(Problem):
    code = "date_year"
    sentence = marked("Year must be from %(first)s to %(last)s. You entered %(year)s.")


class DateMonth(Problem):
    code = "date_month"
    sentence = marked("Month must be from 1 to 12. You entered %(month)s.")


class DateDay(Problem):
    code = "date_day"
    sentence = marked("Day must be from 1 to %(days)s in this month. You entered %(day)s.")


class DateDayWithoutMonth(Problem):
    code = "date_day_without_month"
    sentence = marked("Enter the month too, or leave out the day.")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """``day`` is None when only the month is known; ``month`` too when only the year is.

    Made by :meth:`of` or :func:`parse`, which check it. ``str()`` gives ISO text of what is known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """The date of these parts; raises DateYear, DateMonth, DateDay or DateDayWithoutMonth."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise DateYear(field="year", first=FIRST_YEAR, last=LAST_YEAR, year=year)
        if month is None:
            if day is not None:
                raise DateDayWithoutMonth(field="month")
            return cls(year)
        if not 1 <= month <= 12:
            raise DateMonth(field="month", month=month)
        days = calendar.monthrange(year, month)[1]
        if day is not None and not 1 <= day <= days:
            raise DateDay(field="day", days=days, day=day)
        return cls(year, month, day)

    @classmethod
    def on(cls, day: date) -> Self:
        return cls.of(day.year, day.month, day.day)

    @classmethod
    def known(cls, earliest: date | None, precision: str) -> Self | None:
        """Of the earliest day that ``precision`` (day, month or year) allows; None for none."""
        if earliest is None:
            return None
        parts = {"year": 1, "month": 2}.get(precision, 3)
        return cls.of(*(earliest.year, earliest.month, earliest.day)[:parts])

    @property
    def exact(self) -> date | None:
        """The day itself when it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_be(self, day: date) -> bool:
        """Whether ``day`` does not contradict what is known."""
        return self.earliest <= day <= self.latest

    def __str__(self) -> str:
        known = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(known)


def parse(text: str) -> PartialDate:
    """``1994``, ``1994-03`` or ``1994-03-14``; raises DateFormat or what :meth:`PartialDate.of` does."""
    match = _PARTS.fullmatch(text.strip())
    if match is None:
        raise DateFormat
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the first group is not optional
    return PartialDate.of(year, month, day)
