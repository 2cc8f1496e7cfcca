"""One figure of the law with every value it has had, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

import numpy as np

from vssid.domain.law.engine.exact import Whole
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.problem import NotFound, marked


class NotInTable(NotFound):
    code = "not_in_table"
    sentence = marked("The table %(name)s in force on %(day)s has no line for %(key)s.")


class Unit(StrEnum):
    """What the whole number counts. A rate is in parts per million (8 % is 80,000), never a float."""

    DONG = "dong"
    PPM = "ppm"
    YEARS = "years"
    MONTHS = "months"
    """As acts count them: 24 months, 144 months."""
    TIME = "time"
    """Months that are read as years and months: a career."""
    AGE = "age"
    """In months."""
    AGE_IN_YEARS = "age_in_years"
    DAYS = "days"
    WEEKS = "weeks"
    HALF_YEARS = "half_years"
    """1 is six months."""
    HALF_DAYS = "half_days"
    HUNDREDTHS = "hundredths"
    """A coefficient or multiple: 5.43 is 543."""
    THOUSANDTHS = "thousandths"
    """A coefficient of the State scale as it is on record: 4.98 is 4,980."""
    HUNDREDTHS_OF_DONG = "hundredths_of_dong"
    """Wages after a coefficient of two places: exact before the one rounding."""
    MILLIONTHS_OF_DONG = "millionths_of_dong"
    BILLIONTHS = "billionths"
    """A rate finer than parts per million, as of a monthly yield that is compounded."""
    TIMES = "times"
    """A multiple without places."""
    COUNT = "count"
    CALENDAR_YEAR = "calendar_year"
    PERCENT = "percent"
    """Whole per cents, as of impairment."""
    MONTH = "month"
    """A calendar month as :class:`~vssid.domain.values.months.Month` counts it."""
    DATE = "date"
    """The ordinal of a day."""
    CODE = "code"
    """A number that stands for a word; the words stand where the quantity is declared."""
    YES_NO = "yes_no"


class Confidence(StrEnum):
    """How the figure is known, best first."""

    A = "A"
    """The text of the act was read."""
    B = "B"
    """Two independent secondary sources agree."""
    C = "C"
    """One secondary source, or memory that passed an arithmetic check."""
    M = "M"
    """Memory; to be verified before a release."""
    D = "D"
    """Doubtful; not to be relied on before someone reads the gazette."""

    @property
    def place(self) -> int:
        return list(type(self)).index(self)

    @property
    def unsure(self) -> bool:
        """Whether nobody has read it in the text of an act, nor in two sources."""
        return self.place > Confidence.B.place


@dataclass(frozen=True, slots=True)
class Source:
    """``article`` and ``link`` are empty where none is on file."""

    act: str
    article: str = ""
    link: str = ""

    @property
    def passage(self) -> str:
        """The act and, where one is on file, its article."""
        return f"{self.act} {self.article}".rstrip()


@dataclass(frozen=True)
class Table:
    """Whole numbers by an ascending whole number: a coefficient by year, an age by birth month, a ladder."""

    name: str
    since: date
    values: Mapping[int, int]

    @cached_property
    def _keys(self) -> Whole:
        return np.fromiter(self.values.keys(), np.int64, len(self.values))

    @cached_property
    def _cells(self) -> Whole:
        return np.fromiter(self.values.values(), np.int64, len(self.values))

    def at(self, keys: Whole) -> Whole:
        """The line of each key exactly; raises NotInTable for the first key without one."""
        places = self._places(keys)
        strangers = self._keys[places] != keys
        if strangers.any():
            raise NotInTable(name=self.name, day=self.since, key=int(keys[strangers][0]))
        cells: Whole = self._cells[places]
        return cells

    def bracket(self, amounts: Whole) -> Whole:
        """The line of the largest key not above each amount; raises NotInTable for an amount below
        the first.
        """
        below = amounts < self._keys[0]
        if below.any():
            raise NotInTable(name=self.name, day=self.since, key=int(amounts[below][0]))
        cells: Whole = self._cells[self._places(amounts)]
        return cells

    def _places(self, keys: Whole) -> Whole:
        found: Whole = np.searchsorted(self._keys, keys, side="right").astype(np.int64) - 1
        return np.maximum(found, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """``value`` holds from ``since`` to ``until``, both included (None: still in force).

    ``table``: where the figure is a whole table, and ``value`` then 0. ``rule``: how the value follows from
    other parameters, such as ``20 × reference_level``; empty when the
    act states it. ``sources``: of the rule first, then of what it is computed from.
    """

    since: date
    until: date | None
    value: int
    sources: tuple[Source, ...]
    confidence: Confidence
    rule: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """``key``: what the lines of a table are numbered by, as words; empty for a single figure.

    ``words``: of a value that is no number to a reader, by the value; ``line_words``: of a line's number.
    """

    name: str
    title: str
    unit: Unit
    entries: tuple[Entry, ...]
    key: str = ""
    words: Mapping[int, str] = field(default_factory=dict)
    line_words: Mapping[int, str] = field(default_factory=dict)

    def entry(self, on: date) -> Entry:
        """The entry in force on a day; raises NotInForce before the first and after a closed last one."""
        for entry in reversed(self.entries):
            if entry.since <= on and (entry.until is None or on <= entry.until):
                return entry
        raise NotInForce(day=on)
