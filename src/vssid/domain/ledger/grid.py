"""One month, one cell: the display state of every month on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import COUNTED, Fund, Scale, Status
from vssid.domain.ledger.months import Ledger, MonthFact
from vssid.domain.values.months import Month, months_between


class CellState(StrEnum):
    PAID = "paid"
    LATE = "late"
    """Owed and past its deadline."""
    DUE = "due"
    """Owed or expected, and not past its deadline."""
    FUTURE = "future"
    """Still to come, or not yet delivered where no employer pays."""
    GAP = "gap"
    """Not insured: before the first month, between, or after the last."""
    PART = "part"
    """Of two funds one is paid and the other late; only :func:`year_strip` says so."""
    EXEMPT = "exempt"
    DEFERRED = "deferred"
    CREDITED = "credited"


_SETTLED = {
    Status.PAID: CellState.PAID,
    Status.CREDITED: CellState.CREDITED,
    Status.EXEMPT: CellState.EXEMPT,
    Status.DEFERRED: CellState.DEFERRED,
}
_PAID_FOR = frozenset({CellState.PAID, CellState.CREDITED})
# a deferral has an end of its own; what else stands in the last month is expected to go on
_GOES_ON = frozenset({Status.PAID, Status.CREDITED, Status.OWED, Status.EXEMPT})


@dataclass(frozen=True, slots=True)
class Cell:
    """``counted``: the month counts towards benefits (paid or credited); in a strip, of the leading fund."""

    month: Month
    state: CellState
    counted: bool = False


@dataclass(frozen=True, slots=True)
class YearRow:
    """The twelve cells of a year, January first, and how many of them count."""

    year: int
    cells: tuple[Cell, ...]

    @property
    def counted(self) -> int:
        return sum(cell.counted for cell in self.cells)


def cells(ledger: Ledger, fund: Fund, first: Month, last: Month, as_of: date) -> list[Cell]:
    """The state of every month from ``first`` to ``last``, both included, on ``as_of``."""
    expected = _expected(ledger, fund, as_of)
    return [
        _cell(month, ledger.by_fund[fund].get(month), expected, as_of)
        for month in months_between(first, last)
    ]


def year_grid(ledger: Ledger, fund: Fund, as_of: date) -> list[YearRow]:
    """Whole years, the latest first, from this year (or later ones with rows) to the first with a row.

    Empty when the fund has no row. The rows' ``counted`` add up to the fund's total.
    """
    facts = ledger.facts(fund)
    if not facts:
        return []
    latest = max(as_of.year, facts[-1].month.year)
    earliest = min(as_of.year, facts[0].month.year)
    return [
        YearRow(year, tuple(cells(ledger, fund, Month.of(year, 1), Month.of(year, 12), as_of)))
        for year in range(latest, earliest - 1, -1)
    ]


def year_strip(ledger: Ledger, year: int, as_of: date) -> list[Cell]:
    """The twelve cells of ``year`` for the home page: social and health insurance read together.

    The social-insurance month leads; where the person is not in that fund, nor expected to be, the
    health month stands in (pensioners, children). PART: one of the two is paid and the other late.
    """
    expected = _expected(ledger, Fund.BHXH, as_of)
    goes_on = expected is not None and expected.state is CellState.DUE
    absent = {CellState.GAP} if goes_on else {CellState.GAP, CellState.FUTURE}
    january, december = Month.of(year, 1), Month.of(year, 12)
    social = cells(ledger, Fund.BHXH, january, december, as_of)
    health = cells(ledger, Fund.BHYT, january, december, as_of)
    return [
        _together(of_social, of_health, leading=of_health if of_social.state in absent else of_social)
        for of_social, of_health in zip(social, health, strict=True)
    ]


def _cell(month: Month, fact: MonthFact | None, expected: _Expected | None, as_of: date) -> Cell:
    if fact is None:
        return Cell(month, _state_without_row(month, expected, as_of))
    if fact.status is Status.OWED:
        return Cell(month, _state_of_unpaid(month, as_of))
    return Cell(month, _SETTLED[fact.status], fact.status in COUNTED)


def _state_of_unpaid(month: Month, as_of: date) -> CellState:
    if month > Month.containing(as_of):
        return CellState.FUTURE
    return CellState.LATE if is_late(month, as_of) else CellState.DUE


def _state_without_row(month: Month, expected: _Expected | None, as_of: date) -> CellState:
    if month > Month.containing(as_of):
        return CellState.FUTURE
    return expected.state if expected is not None and month >= expected.first else CellState.GAP


class _Expected(NamedTuple):
    """From which month on a row is still to come, and what the months without one are until then."""

    first: Month
    state: CellState


def _expected(ledger: Ledger, fund: Fund, as_of: date) -> _Expected | None:
    """The month after the last recorded one, while it is in time: due from an employer, else not yet there.

    Nobody is known to owe a month that was never declared: once its deadline has passed without a row,
    the person may have left, and the months after it are not expected.
    """
    facts = ledger.by_fund[fund]
    if not facts:
        return None
    last = facts[max(facts)]
    next_month = last.month.plus(1)
    has_payer = bool(last.spell.employer_code) and last.spell.scale is not Scale.VOLUNTARY
    if last.status not in _GOES_ON or is_late(next_month, as_of):
        return None
    return _Expected(next_month, CellState.DUE if has_payer else CellState.FUTURE)


def _together(social: Cell, health: Cell, leading: Cell) -> Cell:
    states = {social.state, health.state}
    if CellState.LATE not in states:
        return leading
    return Cell(social.month, CellState.PART if states & _PAID_FOR else CellState.LATE, leading.counted)
