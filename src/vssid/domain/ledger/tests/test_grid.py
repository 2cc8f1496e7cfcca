from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.ledger.grid import Cell, CellState, cells, year_grid, year_strip
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.tests.strategies import days, ledgers
from vssid.domain.ledger.totals import totals
from vssid.domain.values.months import Month

M = Month.of
TODAY = date(2026, 11, 22)
SIGNS = dict(zip(CellState, "PL:. -½EDC".replace(" ", ""), strict=True))


def row(
    seq: int, fund: Fund, first: Month, last: Month, status: Status = Status.PAID, **more: object
) -> Spell:
    return Spell(seq, fund, first, last, status, "HOACHANH", **more)  # type: ignore[arg-type]


def drawn(line: tuple[Cell, ...] | list[Cell]) -> str:
    return "".join(SIGNS[cell.state] for cell in line)


LAN = [
    row(1, Fund.BHXH, M(2024, 5), M(2026, 8)),
    row(2, Fund.BHXH, M(2026, 9), M(2026, 9), Status.OWED),
    row(3, Fund.BHYT, M(2024, 5), M(2026, 9)),
]


def test_the_year_grid_of_lan() -> None:
    grid = year_grid(Ledger.of(LAN), Fund.BHXH, TODAY)
    assert [(line.year, drawn(line.cells), line.counted) for line in grid] == [
        (2026, "PPPPPPPPL::.", 8),
        (2025, "PPPPPPPPPPPP", 12),
        (2024, "----PPPPPPPP", 8),
    ]


def test_the_strip_shows_a_month_half_paid() -> None:
    strip = year_strip(Ledger.of(LAN), 2026, TODAY)
    assert drawn(strip) == "PPPPPPPP½::."
    assert sum(cell.counted for cell in strip) == 8


def test_the_strip_shows_a_month_late_in_both_funds() -> None:
    rows = [
        *LAN[:2],
        row(3, Fund.BHYT, M(2024, 5), M(2026, 8)),
        row(4, Fund.BHYT, M(2026, 9), M(2026, 9), Status.OWED),
    ]
    assert drawn(year_strip(Ledger.of(rows), 2026, TODAY)) == "PPPPPPPPL::."


def test_the_strip_of_a_pensioner_is_that_of_health_insurance() -> None:
    rows = [Spell(1, Fund.BHYT, M(2026, 1), M(2026, 12), Status.PAID)]
    strip = year_strip(Ledger.of(rows), 2026, TODAY)
    assert drawn(strip) == "PPPPPPPPPPPP"
    assert all(cell.counted for cell in strip)


def test_exempt_abroad_is_never_a_gap() -> None:
    rows = [
        row(1, Fund.BHXH, M(2026, 1), M(2026, 12), Status.EXEMPT),
        row(2, Fund.BHYT, M(2026, 1), M(2026, 10)),
    ]
    assert drawn(year_strip(Ledger.of(rows), 2026, TODAY)) == "EEEEEEEEEEEE"


def test_an_owed_month_before_its_deadline_is_due_and_after_this_month_future() -> None:
    owed = Ledger.of([row(1, Fund.BHXH, M(2026, 9), M(2026, 12), Status.OWED)])
    assert drawn(cells(owed, Fund.BHXH, M(2026, 9), M(2026, 12), TODAY)) == "L::."


@pytest.mark.parametrize(
    "last",
    [row(1, Fund.BHXH, M(2026, 1), M(2026, 8)), row(1, Fund.BHXH, M(2026, 1), M(2026, 9), Status.DEFERRED)],
    ids=["next month's deadline passed", "deferred"],
)
def test_where_nothing_is_expected_the_next_month_is_a_gap(last: Spell) -> None:
    assert drawn(cells(Ledger.of([last]), Fund.BHXH, M(2026, 10), M(2026, 12), TODAY)) == "--."


@pytest.mark.parametrize(
    "last",
    [
        row(1, Fund.BHXH, M(2026, 1), M(2026, 9), scale=Scale.VOLUNTARY),
        Spell(1, Fund.BHXH, M(2026, 1), M(2026, 9), Status.PAID),
    ],
    ids=["voluntary", "no employer"],
)
def test_without_an_employer_the_next_month_is_neither_due_nor_a_gap(last: Spell) -> None:
    assert drawn(cells(Ledger.of([last]), Fund.BHXH, M(2026, 10), M(2026, 12), TODAY)) == "..."


def test_a_fund_without_rows_has_no_grid() -> None:
    assert year_grid(Ledger.of([]), Fund.BHTN, TODAY) == []


@given(ledgers(), days)
def test_grid_totals_are_ledger_totals(rows: list[Spell], today: date) -> None:
    ledger = Ledger.of(rows)
    for fund in Fund:
        grid = year_grid(ledger, fund, today)
        assert sum(line.counted for line in grid) == totals(ledger, fund).counted
        assert all(len(line.cells) == 12 for line in grid)
        assert [line.year for line in grid] == sorted((line.year for line in grid), reverse=True)


@given(ledgers(), days)
def test_states_tell_the_truth(rows: list[Spell], today: date) -> None:
    ledger = Ledger.of(rows)
    for line in year_grid(ledger, Fund.BHXH, today):
        for cell in line.cells:
            fact = ledger.by_fund[Fund.BHXH].get(cell.month)
            if cell.state is CellState.LATE:
                assert fact is not None
                assert fact.status is Status.OWED
                assert is_late(cell.month, today)
            elif cell.state is CellState.DUE:
                assert not is_late(cell.month, today)
                assert cell.month <= Month.containing(today)
            elif cell.state is CellState.FUTURE:
                assert fact is None or cell.month > Month.containing(today)
                assert not is_late(cell.month, today)
            elif cell.state is CellState.GAP:
                assert fact is None
            assert cell.state is not CellState.PART
            assert cell.counted == (cell.state in (CellState.PAID, CellState.CREDITED))


def test_the_month_after_an_exempt_one_is_no_gap() -> None:
    exempt = Ledger.of([row(1, Fund.BHXH, M(2026, 1), M(2026, 10), Status.EXEMPT)])
    assert drawn(cells(exempt, Fund.BHXH, M(2026, 9), M(2026, 12), TODAY)) == "EE:."
