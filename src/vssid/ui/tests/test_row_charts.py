"""Bars, split bars and the timeline: pieces on one scale, words beside them."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month
from vssid.ui.charts.bars import Amount, Split, bar_chart, split_chart
from vssid.ui.charts.rows import FULL, RowChart
from vssid.ui.charts.timeline import Line, Stretch, timeline

MONEY = st.integers(0, 10**12)
AMOUNTS = st.lists(st.builds(Amount, st.integers(1995, 2100).map(str), MONEY), min_size=1, max_size=40)
SPLITS = st.lists(
    st.builds(lambda own, other: Split("x", ((own, ""), (other, "mute")), "y"), MONEY, MONEY),
    min_size=1,
    max_size=40,
)


def _inside(chart: RowChart) -> None:
    for row in chart.rows:
        assert row.pieces
        assert all(
            piece.x >= 0 and piece.width > 0 and piece.x + piece.width <= FULL + 0.1 for piece in row.pieces
        )


@given(AMOUNTS)
def test_bars_are_as_long_as_their_amounts(amounts: list[Amount]) -> None:
    chart = bar_chart(amounts, label="")
    _inside(chart)
    most = max(entry.amount for entry in amounts)
    for row, entry in zip(chart.rows, amounts, strict=True):
        (bar,) = row.pieces
        assert bar.x == 0, "every bar begins at zero"
        assert bar.width >= 6, "an amount of nothing is still seen"
        if most:
            assert abs(bar.width - max(6, entry.amount / most * FULL)) < 0.2


@given(SPLITS)
def test_parts_follow_each_other_without_hole(splits: list[Split]) -> None:
    chart = split_chart(splits, label="")
    _inside(chart)
    for row in chart.rows:
        reached = 0.0
        for piece in row.pieces:
            assert abs(piece.x - reached) < 6.2
            reached = piece.x + piece.width


def test_a_part_of_nothing_is_not_drawn_beside_others() -> None:
    chart = split_chart([Split("2026", ((0, ""), (5, "mute")), "5")], label="")
    assert [piece.kind for piece in chart.rows[0].pieces] == ["mute"]


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one amount"):
        bar_chart([], label="")
    with pytest.raises(ValueError, match="at least one line"):
        timeline([], label="")


@given(st.lists(st.tuples(st.integers(1990 * 12, 2030 * 12), st.integers(0, 480)), min_size=1, max_size=20))
def test_a_timeline_holds_every_stretch_in_its_place(parts: list[tuple[int, int]]) -> None:
    stretches = [Stretch(Month(first), Month(first + length)) for first, length in parts]
    chart = timeline([Line("x", "y", (one,)) for one in stretches], label="")
    _inside(chart)
    pairs = [(one.first, row.pieces[0].x) for one, row in zip(stretches, chart.rows, strict=True)]
    assert [x for _month, x in sorted(pairs)] == sorted(x for _month, x in pairs)
    assert chart.ends[0] == str(min(one.first for one in stretches).year)


def test_names_from_the_record_are_marked_and_escaped_and_nothing_is_a_style_attribute() -> None:
    line = Line("<b>Công ty</b>", "12", (Stretch(Month.of(2026, 1), Month.of(2026, 12), "late"),), data=True)
    html = Template("{% load ui %}{% row_chart chart csv_url='/x' %}").render(
        Context({"chart": timeline([line], label='says "so"')})
    )
    assert '<span class="name" lang="vi" translate="no">&lt;b&gt;Công ty&lt;/b&gt;</span>' in html
    assert 'role="group" aria-label="says &quot;so&quot;"' in html
    assert 'class="late"' in html
    assert "style=" not in html
    assert 'href="/x" download' in html
