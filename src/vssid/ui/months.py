"""The month cell: the states a month can be in, a strip of them, a grid of years, and the runs they form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from vssid.domain.values.months import Month, months_between


class CellState(StrEnum):
    """How a month is drawn. The words are in :data:`WORDS`."""

    PAID = "paid"
    PART = "part"
    LATE = "late"
    DUE = "due"
    FUTURE = "future"
    GAP = "gap"
    EXEMPT = "exempt"
    DEFERRED = "deferred"
    CREDITED = "credited"


WORDS = {
    CellState.PAID: _("Paid"),
    CellState.PART: _("Partly paid"),
    CellState.LATE: _("Late"),
    CellState.DUE: _("Not due yet"),
    CellState.FUTURE: _("Still to come"),
    CellState.GAP: _("Not insured"),
    CellState.EXEMPT: _("No payment required"),
    CellState.DEFERRED: _("Payment deferred"),
    CellState.CREDITED: _("Counted without payment"),
}

_UNTOLD = {CellState.DUE, CellState.FUTURE}


@dataclass(frozen=True, slots=True)
class Cell:
    month: Month
    state: CellState


@dataclass(frozen=True, slots=True)
class Run:
    """Months in a row in one state; ``first`` and ``last`` included."""

    first: Month
    last: Month
    state: CellState

    @property
    def months(self) -> int:
        return int(self.last) - int(self.first) + 1


@dataclass(frozen=True, slots=True)
class YearLine:
    year: int
    cells: tuple[Cell, ...]
    total: int


def year_of_cells(year: int, states: Mapping[Month, CellState], *, today: Month) -> tuple[Cell, ...]:
    """The twelve cells of ``year``; a month without a state is a gap, or still to come after ``today``."""
    first = Month.of(year, 1)
    return tuple(
        Cell(month, states.get(month, CellState.FUTURE if month > today else CellState.GAP))
        for month in months_between(first, first.plus(11))
    )


def year_lines(
    states: Mapping[Month, CellState], *, today: Month, totals: Mapping[int, int] | None = None
) -> tuple[YearLine, ...]:
    """Every year from the first month with a state to ``today``, latest first.

    ``totals``: months that count, by year; without it the paid cells are counted.
    """
    if not states:
        return ()
    lines = []
    for year in range(max(max(states), today).year, min(states).year - 1, -1):
        cells = year_of_cells(year, states, today=today)
        paid = sum(cell.state is CellState.PAID for cell in cells)
        lines.append(YearLine(year, cells, totals.get(year, 0) if totals is not None else paid))
    return tuple(lines)


def runs(cells: Iterable[Cell]) -> tuple[Run, ...]:
    """The runs of months that are past and have something to tell, in order; ``cells`` are consecutive."""
    found = []
    for state, group in groupby(cells, key=lambda cell: cell.state):
        members = list(group)
        if state not in _UNTOLD:
            found.append(Run(members[0].month, members[-1].month, state))
    return tuple(found)
