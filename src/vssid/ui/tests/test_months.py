from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month, months_between
from vssid.ui.months import Cell, CellState, runs, year_lines, year_of_cells

TODAY = Month.of(2026, 11)


def test_months_without_a_state_are_gaps_before_today_and_open_after() -> None:
    cells = year_of_cells(2026, {Month.of(2026, 2): CellState.PAID}, today=Month.of(2026, 3))
    assert [cell.state for cell in cells[:4]] == ["gap", "paid", "gap", "future"]
    assert len(cells) == 12


def test_years_stand_latest_first_and_reach_today() -> None:
    lines = year_lines({Month.of(2024, 12): CellState.PAID}, today=TODAY)
    assert [(line.year, line.total) for line in lines] == [(2026, 0), (2025, 0), (2024, 1)]


def test_totals_given_by_the_caller_win() -> None:
    states = {Month.of(2026, 1): CellState.CREDITED}
    assert year_lines(states, today=TODAY, totals={2026: 1})[0].total == 1
    assert year_lines(states, today=TODAY)[0].total == 0


def test_nothing_known_draws_nothing() -> None:
    assert year_lines({}, today=TODAY) == ()


def test_runs_leave_out_what_is_still_to_come() -> None:
    cells = year_of_cells(
        2026, {Month.of(2026, 1): CellState.PAID, Month.of(2026, 2): CellState.DUE}, today=Month.of(2026, 2)
    )
    assert [(run.state, run.months) for run in runs(cells)] == [("paid", 1)]


@given(st.lists(st.sampled_from(CellState), min_size=1, max_size=60))
def test_runs_keep_every_told_month_once(states: list[CellState]) -> None:
    first = Month.of(2020, 1)
    cells = [Cell(first.plus(index), state) for index, state in enumerate(states)]
    told = {month: run.state for run in runs(cells) for month in months_between(run.first, run.last)}
    expected = {
        cell.month: cell.state for cell in cells if cell.state not in {CellState.DUE, CellState.FUTURE}
    }
    assert told == expected


@pytest.mark.parametrize("state", CellState)
def test_every_state_has_words(state: CellState) -> None:
    from vssid.ui.months import WORDS

    assert str(WORDS[state])
