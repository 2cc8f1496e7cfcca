"""Amounts by year as bars that lie, one below the other: readable however many years there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vssid.kit.formats import compact_money
from vssid.ui.charts.step import Mark

WIDTH = 320
"""Of the view box; the picture fills its container."""
_ROW, _THICK = 30, 16
_NAMES, _AMOUNTS = 48, 92
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """``amount`` in đồng, not negative."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    width: float
    height: int = _THICK


@dataclass(frozen=True, slots=True)
class BarChart:
    """What the template draws: bars from a common zero, each with its name before and its amount behind."""

    bars: tuple[Bar, ...]
    names: tuple[Mark, ...]
    values: tuple[Mark, ...]
    label: str
    height: int
    zero: int = _NAMES
    width: int = WIDTH


def bar_chart(amounts: Sequence[Amount], *, label: str) -> BarChart:
    """One bar an amount, in the given order; ``label`` says in a sentence what it shows.

    ValueError without an amount.
    """
    if not amounts:
        raise ValueError("a chart needs at least one amount")
    top = max(entry.amount for entry in amounts) or 1
    bars = tuple(_bar(place, entry.amount, top) for place, entry in enumerate(amounts))
    return BarChart(
        bars=bars,
        names=tuple(
            Mark(0, bar.y + 13, entry.name, "start") for bar, entry in zip(bars, amounts, strict=True)
        ),
        values=tuple(
            Mark(bar.x + bar.width + 6, bar.y + 13, compact_money(entry.amount), "start")
            for bar, entry in zip(bars, amounts, strict=True)
        ),
        label=label,
        height=_ROW * len(amounts),
    )


def _bar(place: int, amount: int, top: int) -> Bar:
    room = WIDTH - _NAMES - _AMOUNTS
    return Bar(_NAMES, place * _ROW + (_ROW - _THICK) // 2, max(_LEAST, round(amount / top * room, 1)))
