"""The step line: levels, gaps, lines to compare with, and texts that do not stand on each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month
from vssid.ui.charts.labels import LINE, Mark, kept_apart
from vssid.ui.charts.step import HEIGHT, WIDTH, Level, Point, Reference, StepChart, step_chart

START = Month.of(2017, 5)


def test_a_gap_cuts_the_line() -> None:
    levels = [Level(START, START.plus(11), 4_000_000), Level(START.plus(16), START.plus(20), 5_000_000)]
    assert len(step_chart(levels, label="").lines) == 2


def test_adjoining_levels_are_one_line_of_steps() -> None:
    levels = [Level(START, START.plus(11), 4_000_000), Level(START.plus(12), START.plus(20), 5_000_000)]
    (line,) = step_chart(levels, label="").lines
    assert line.count("V") == 1


def test_zero_is_on_the_axis_and_the_highest_of_all_lines_at_the_top() -> None:
    levels = [Level(START, START, 0), Level(START.plus(1), START.plus(1), 8_000_000)]
    chart = step_chart(levels, label="")
    assert chart.ends[0][1] == chart.base
    assert chart.ends[1][1] == min(y for _x, y in chart.ends)
    cap = Reference("Cap", (Level(START, START.plus(1), 16_000_000),))
    below = step_chart(levels, label="", references=[cap])
    assert below.ends[1][1] > chart.ends[1][1], "the higher line takes the top"


def test_a_line_to_compare_with_is_named_with_its_last_amount() -> None:
    wage = Reference(
        "Minimum wage", (Level(START, START, 3_750_000), Level(START.plus(1), START.plus(1), 4_000_000))
    )
    chart = step_chart([Level(START, START.plus(1), 8_000_000)], label="", references=[wage])
    assert any(mark.text.startswith("Minimum wage 4") for mark in chart.marks)
    assert len(chart.references) == 1


def test_a_name_that_would_cover_the_line_stands_at_the_other_end() -> None:
    rising = range(2, 9)
    levels = [Level(START.plus(6 * step), START.plus(6 * step + 5), step * 1_000_000) for step in rising]
    wage = Reference("Minimum wage", (Level(levels[0].first, levels[-1].last, 5_000_000),))
    marks = {mark.text: mark for mark in step_chart(levels, label="", references=[wage]).marks}
    assert marks["Minimum wage"].anchor == "start"
    assert any(text.startswith("5") for text in marks)


def test_an_amount_close_under_another_line_stands_below_its_own() -> None:
    cap = Reference("Cap", (Level(START, START.plus(23), 50_600_000),))
    chart = step_chart([Level(START, START.plus(23), 45_000_000)], label="", references=[cap])
    value, name = chart.marks
    assert value.y > chart.ends[0][1] + LINE - 1, "under the line"
    assert name.y < chart.ends[0][1] - LINE, "over the line of the cap"


def test_no_level_is_refused_and_an_empty_line_is_passed_over() -> None:
    with pytest.raises(ValueError, match="at least one level"):
        step_chart([], label="")
    chart = step_chart([Level(START, START, 1)], label="", references=[Reference("Cap", ())])
    assert not chart.references


def test_one_month_is_labelled_once() -> None:
    assert len(step_chart([Level(START, START, 4_200_000)], label="").marks) == 1


AMOUNTS = st.one_of(st.integers(0, 10**9), st.integers(4_000_000, 5_000_000))


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 3), AMOUNTS), min_size=1, max_size=30),
    st.lists(AMOUNTS, max_size=2),
    st.sampled_from([0, -1]),
    st.sampled_from(["vi", "en", "zh-hans", "ko", "ja"]),
)
def test_everything_stays_inside_the_picture_and_no_text_on_another(
    parts: list[tuple[int, int, int]], compared: list[int], known: int, language: str
) -> None:
    levels, month = [], START
    for length, pause, amount in parts:
        levels.append(Level(month, month.plus(length - 1), amount))
        month = month.plus(length + pause)
    names = ("Lương tối thiểu", "最低工资")
    with translation.override(language):
        chart = step_chart(
            levels,
            label="",
            references=[
                Reference(name, (Level(START, levels[known].last, amount),))
                for name, amount in zip(names, compared, strict=False)
            ],
        )
    _inside(chart)
    assert not any(one.touches(other) for one, other in combinations(chart.marks, 2))


def _inside(chart: StepChart) -> None:
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in chart.ends)
    for mark in (*chart.marks, *chart.years):
        left, right = mark.across
        assert left >= -1, mark
        assert right <= WIDTH + 1, mark
        assert LINE - 6 <= mark.y <= HEIGHT


@given(st.lists(st.tuples(st.floats(0, 288), st.floats(-50, 300)), max_size=5))
def test_five_texts_always_find_room(places: list[tuple[float, float]]) -> None:
    marks = [Mark(x, y, "11,2 triệu", "start") for x, y in places]
    apart = kept_apart(marks, top=14, bottom=140)
    assert [mark.text for mark in apart] == [mark.text for mark in marks]
    assert not any(one.touches(other) for one, other in combinations(apart, 2))
    assert all(14 <= mark.y <= 140 for mark in apart)


def test_time_may_be_an_age_and_a_point_be_named_instead_of_the_beginning() -> None:
    levels = [Level(START.plus(12 * year), START.plus(12 * year + 11), year * 9) for year in range(20)]
    chart = step_chart(
        levels, label="", born=START.plus(-12 * 60 - 1), point=Point(START.plus(60), 45, "65 years")
    )
    assert [mark.text for mark in chart.years] == ["61", "70", "80"]
    assert chart.ends[0][0] > chart.ends[1][0] / 5
    assert "65 years" in {mark.text for mark in chart.marks}


def test_the_name_of_a_place_on_a_steep_line_stands_clear_of_it_and_is_led_to() -> None:
    begins = Month.of(2050, 1)
    levels = [Level(begins.plus(3 * n), begins.plus(3 * n + 2), 24_000_000 * (n + 1)) for n in range(80)]
    chart = step_chart(levels, label="", point=Point(begins.plus(17), 149_000_000, "61 years 5 months"))
    x, y = chart.ends[0]
    name = next(mark for mark in chart.marks if mark.text == "61 years 5 months")
    assert name.y < y - LINE
    assert chart.leader == f"M{x} {y}V{name.y + 4}"
    assert step_chart(levels, label="").leader == ""
