from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.ui.charts.bars import WIDTH, Amount, bar_chart

AMOUNTS = st.lists(
    st.builds(Amount, st.integers(1995, 2100).map(str), st.integers(0, 10**12)), min_size=1, max_size=40
)


@given(AMOUNTS)
def test_bars_are_as_long_as_their_amounts(amounts: list[Amount]) -> None:
    chart = bar_chart(amounts, label="")
    most = max(entry.amount for entry in amounts)
    longest = max(bar.width for bar in chart.bars)
    for bar, entry in zip(chart.bars, amounts, strict=True):
        assert bar.x == chart.zero, "every bar begins at zero"
        assert bar.width >= 2, "an amount of nothing is still seen"
        if most:
            assert bar.width <= longest + 0.1
            assert abs(bar.width - max(2, entry.amount / most * longest)) < 0.2


@given(AMOUNTS)
def test_everything_stays_inside_the_picture(amounts: list[Amount]) -> None:
    chart = bar_chart(amounts, label="")
    assert all(bar.x + bar.width < WIDTH and bar.y + bar.height <= chart.height for bar in chart.bars)
    assert all(mark.x < WIDTH and mark.y <= chart.height for mark in (*chart.names, *chart.values))
    assert len({bar.y for bar in chart.bars}) == len(amounts)


def test_no_amount_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one amount"):
        bar_chart([], label="")
