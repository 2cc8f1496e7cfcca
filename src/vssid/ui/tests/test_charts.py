from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month
from vssid.ui.charts.step import HEIGHT, WIDTH, Level, step_chart

START = Month.of(2017, 5)


def test_a_gap_cuts_the_line() -> None:
    levels = [Level(START, START.plus(11), 4_000_000), Level(START.plus(16), START.plus(20), 5_000_000)]
    assert len(step_chart(levels, label="").lines) == 2


def test_adjoining_levels_are_one_line_of_steps() -> None:
    levels = [Level(START, START.plus(11), 4_000_000), Level(START.plus(12), START.plus(20), 5_000_000)]
    (line,) = step_chart(levels, label="").lines
    assert line.count("V") == 1


def test_the_highest_amount_is_at_the_top_and_zero_on_the_axis() -> None:
    levels = [Level(START, START, 0), Level(START.plus(1), START.plus(1), 8_000_000)]
    chart = step_chart(levels, label="")
    assert chart.ends[0][1] == chart.base
    assert chart.ends[1][1] < chart.values[1].y + 11


def test_no_level_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one level"):
        step_chart([], label="")


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 3), st.integers(0, 10**9)), min_size=1, max_size=30)
)
def test_everything_stays_inside_the_picture(parts: list[tuple[int, int, int]]) -> None:
    levels, month = [], START
    for length, pause, amount in parts:
        levels.append(Level(month, month.plus(length - 1), amount))
        month = month.plus(length + pause)
    chart = step_chart(levels, label="")
    for x, y in chart.ends:
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= HEIGHT for mark in (*chart.values, *chart.years))
