"""The straight line: what is chosen on it, and texts that nothing runs through."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month
from vssid.ui.charts.line import HEIGHT, WIDTH, Compared, LineChart, Spot, line_chart

START = Month.of(2050, 1)


def drawn(amounts: list[int], chosen: int = 0, **more: object) -> LineChart:
    spots = [Spot(START.plus(12 * n), amount, f"{amount}") for n, amount in enumerate(amounts)]
    ticks = [(spot.month, str(spot.month.year)) for spot in (spots[chosen], spots[0], spots[-1])]
    return line_chart(spots, spots[chosen], label="", axis="", ticks=ticks, **more)  # type: ignore[arg-type]


def test_it_is_straight_between_its_points_and_begins_at_zero() -> None:
    chart = drawn([0, 50, 100], chosen=1)
    assert re.fullmatch(r"M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){2}", chart.line)
    assert chart.ends[0][1] == chart.base
    assert chart.drop.endswith(f"V{chart.base}")


def test_what_is_chosen_is_named_and_its_year_stands_out() -> None:
    chart = drawn([40, 50, 60], chosen=1)
    assert next(mark.text for mark in chart.marks if mark.kind == "value") == "50"
    assert [tick.text for tick in chart.ticks if tick.kind == "value"] == ["2051"]


def test_years_that_are_not_enough_are_a_stretch_on_the_axis() -> None:
    spots = [Spot(START.plus(60), 40), Spot(START.plus(120), 60)]
    chart = line_chart(spots, Spot(START, 0), label="", axis="", ticks=[], missing=Spot(START, 0, "not yet"))
    assert chart.missing.startswith(f"M{chart.chosen[0]} {chart.base}")
    assert not chart.drop
    assert [mark.text for mark in chart.marks] == ["not yet"]


def test_a_text_at_the_edge_is_held_by_it() -> None:
    chart = line_chart(
        [Spot(START, 1), Spot(START.plus(12), 2)],
        Spot(START, 1),
        label="",
        axis="",
        ticks=[(START, "061"), (START.plus(12), "110")],
    )
    assert [(tick.text, tick.x, tick.anchor) for tick in chart.ticks] == [
        ("061", 0, "start"),
        ("110", WIDTH, "end"),
    ]


def test_a_line_to_compare_with_is_named_clear_of_both_lines() -> None:
    chart = drawn([10, 20, 400], chosen=1, compared=Compared("Lump sum today", 20))
    assert "Lump sum today" in {mark.text for mark in chart.marks}
    assert not struck(chart)


@pytest.mark.parametrize("spots", [[], [Spot(START, 1)]])
def test_one_month_is_no_line(spots: list[Spot]) -> None:
    with pytest.raises(ValueError, match="more than one month"):
        line_chart(spots, Spot(START, 1), label="", axis="", ticks=[])


@given(st.lists(st.integers(0, 90), min_size=2, max_size=12).map(sorted), st.data())
def test_of_a_rising_line_no_text_stands_on_another_or_outside(
    amounts: list[int], data: st.DataObject
) -> None:
    chart = drawn(amounts, chosen=data.draw(st.integers(0, len(amounts) - 1)))
    assert not any(one.touches(other) for one, other in combinations(chart.marks, 2))
    assert not any(one.touches(other) for one, other in combinations(chart.ticks, 2))
    for mark in (*chart.marks, *chart.ticks):
        assert mark.across[0] >= 0
        assert mark.across[1] <= WIDTH
        assert 0 < mark.y < HEIGHT


def struck(chart: LineChart) -> list[str]:
    """Texts that a line runs through, looked at point by point."""
    found = []
    for path in (chart.line, chart.compared):
        places = [tuple(map(float, place.split())) for place in path.removeprefix("M").split("L") if place]
        for (x, y), (to_x, to_y) in pairwise(places):
            for n in range(101):
                px, py = x + (to_x - x) * n / 100, y + (to_y - y) * n / 100
                found += [
                    mark.text
                    for mark in chart.marks
                    if mark.across[0] < px < mark.across[1] and mark.y - 11 < py < mark.y + 3
                ]
    return found
