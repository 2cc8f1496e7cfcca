"""What the assistant says: a fixed sentence, an approved answer, facts of a record. No other words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

ANSWER, FACTS, SAYING = "question", "skill", "say"
"""What the entry of a turn begins with."""
ASK, OWN = "ask", "own"
"""What a page begins with, beside ``question``: what may be asked next; a page of the record."""


@dataclass(frozen=True, slots=True)
class Cite:
    """Where a claim stands in full, or what may be asked next: ``question/a1``, ``own/participation``,
    ``ask/card_validity``, of a relative ``own/card/<public id>``. Addresses are the channel's. ``as_of``: the
    day the facts were checked or delivered, None when nobody knows."""

    page: str
    as_of: date | None = None

    def written(self) -> str:
        """As a turn keeps it, a line each."""
        return f"{self.page} {self.as_of.isoformat()}" if self.as_of else self.page

    @classmethod
    def read(cls, line: str) -> Self:
        page, _, day = line.partition(" ")
        return cls(page, date.fromisoformat(day) if day else None)


@dataclass(frozen=True, slots=True)
class Reply:
    """``entry``: ``question/a1``, ``skill/months_paid`` or ``say/not_sure``."""

    entry: str
    text: str
    cites: tuple[Cite, ...] = ()

    def __post_init__(self) -> None:
        if not self.entry.startswith(f"{SAYING}/") and not self.cites:
            raise ValueError("a claim needs its source")
