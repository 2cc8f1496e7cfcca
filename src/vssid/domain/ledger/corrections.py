"""Corrections: nothing posted is ever changed. A wrong row is cancelled by a reversal and posted anew.

A reversal is a row that carries ``reversal_of``, the ``seq`` of the row it cancels. A reversal is
never itself reversed: what it cancelled by mistake is posted again as a new row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Entry(Protocol):
    """Any row of a ledger of one person: spells, cards, benefits."""

    @property
    def seq(self) -> int: ...
    @property
    def reversal_of(self) -> int | None: ...


EntryT = TypeVar("EntryT", bound=Entry)


def live(entries: Iterable[EntryT]) -> list[EntryT]:
    """The rows that stand: without the reversals and without the rows they cancel, in the given order."""
    rows = list(entries)
    cancelled = {row.reversal_of for row in rows if row.reversal_of is not None}
    return [row for row in rows if row.reversal_of is None and row.seq not in cancelled]
