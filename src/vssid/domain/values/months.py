"""A calendar month, the unit of contribution."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Self

_TEXT = re.compile(r"([0-9]{4})-([0-9]{2})\Z")


class Month(int):
    """A calendar month as one integer, ``year * 12 + month - 1``: sorts, subtracts and stores as is.

    ``Month.of(2026, 9) + 1`` is October 2026; the difference of two months is a number of months.
    """

    __slots__ = ()

    @classmethod
    def of(cls, year: int, month: int) -> Self:
        """The month ``month`` (1-12) of ``year``; ValueError when there is no such month."""
        if not 1 <= month <= 12 or not 1 <= year <= 9999:
            raise ValueError(f"no such month: {year}-{month}")
        return cls(year * 12 + month - 1)

    @classmethod
    def containing(cls, day: date) -> Self:
        return cls(day.year * 12 + day.month - 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """``YYYY-MM``; ValueError for anything else."""
        match = _TEXT.match(text)
        if match is None:
            raise ValueError(f"not a month written YYYY-MM: {text!r}")
        return cls.of(int(match[1]), int(match[2]))

    @property
    def year(self) -> int:
        return int(self) // 12

    @property
    def number(self) -> int:
        """1 for January … 12 for December."""
        return int(self) % 12 + 1

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Self:
        return type(self)(int(self) + months)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def __repr__(self) -> str:
        return f"Month({self})"


def months_between(first: Month, last: Month) -> Iterator[Month]:
    """Every month from ``first`` to ``last``, both included; nothing when ``last`` is earlier."""
    return (Month(index) for index in range(int(first), int(last) + 1))
