"""What a kind of file says about each of its columns."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import polars as pl

from vssid.apps.intake.readings import Reading


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Values that must stand in the table of another ``kind``; ``known`` picks those that do."""

    kind: str
    known: Callable[[Collection[str]], Collection[str]]


@dataclass(frozen=True, slots=True)
class Persons:
    """``find`` takes unique numbers and returns ``number, person_id``; a number may lead to several."""

    find: Callable[[pl.Series], pl.DataFrame]
    kind: str = "people"


@dataclass(frozen=True, slots=True)
class RowsOf:
    """Rows of the same person in the table of ledger ``kind``; a judge of the posting looks for them."""

    kind: str


@dataclass(frozen=True, slots=True)
class Column:
    """``stored`` is the table's column, by default the file's; a ``sealed`` one ends in ``_sealed`` there.

    ``required``: may not be empty. ``refers_to``: the value must be known there; a person's number is
    replaced by the person's id.
    """

    name: str
    reading: Reading
    required: bool = False
    stored_as: str = ""
    sealed: bool = False
    refers_to: Catalogue | Persons | RowsOf | None = None

    @property
    def stored(self) -> str:
        return self.stored_as or self.name

    @property
    def field(self) -> str:
        return f"{self.stored}_sealed" if self.sealed else self.stored
