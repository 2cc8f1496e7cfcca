"""One figure of the law with every value it has had, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vssid.domain.values.dated import NotInForce


class Unit(StrEnum):
    """What the whole number counts. A rate is in parts per million (8 % is 80,000), never a float."""

    DONG = "dong"
    PPM = "ppm"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"


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


@dataclass(frozen=True, slots=True)
class Source:
    """``article`` and ``link`` are empty where none is on file."""

    act: str
    article: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """``value`` holds from ``since`` to ``until``, both included (None: still in force).

    ``rule``: how the value follows from other parameters, such as ``20 × reference_level``; empty when the
    act states it. ``sources``: of the rule first, then of what it is computed from.
    """

    since: date
    until: date | None
    value: int
    sources: tuple[Source, ...]
    confidence: Confidence
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    title: str
    unit: Unit
    entries: tuple[Entry, ...]

    def entry(self, on: date) -> Entry:
        """The entry in force on a day; raises NotInForce before the first and after a closed last one."""
        for entry in reversed(self.entries):
            if entry.since <= on and (entry.until is None or on <= entry.until):
                return entry
        raise NotInForce(day=on)
