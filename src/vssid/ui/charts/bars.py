"""Amounts as bars that lie, one below the other: readable however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vssid.kit.formats import compact_money
from vssid.ui.charts.rows import FULL, ChartRow, Piece, RowChart

_LEAST = 6
"""What is seen of an amount of next to nothing."""


@dataclass(frozen=True, slots=True)
class Amount:
    """``amount`` in đồng, not negative. ``kind``: as in :class:`~vssid.ui.charts.rows.Piece`."""

    name: str
    amount: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """Amounts in đồng that make up one bar, in order, each with its kind. ``value`` stands beside it."""

    name: str
    parts: tuple[tuple[int, str], ...]
    value: str

    @property
    def whole(self) -> int:
        return sum(amount for amount, _kind in self.parts)


def bar_chart(amounts: Sequence[Amount], *, label: str, wide: bool = False) -> RowChart:
    """One bar an amount, in the given order; ``label`` says in a sentence what it shows.

    ValueError without an amount.
    """
    splits = [Split(one.name, ((one.amount, one.kind),), compact_money(one.amount)) for one in amounts]
    return split_chart(splits, label=label, wide=wide)


def split_chart(splits: Sequence[Split], *, label: str, wide: bool = False) -> RowChart:
    """One bar a split, all from a common zero and on one scale. ValueError without one."""
    if not splits:
        raise ValueError("a chart needs at least one amount")
    top = max(split.whole for split in splits) or 1
    return RowChart(
        rows=tuple(ChartRow(split.name, split.value, _pieces(split, top)) for split in splits),
        label=label,
        wide=wide,
    )


def _pieces(split: Split, top: int) -> tuple[Piece, ...]:
    """A part of nothing is left out beside others; alone it is still seen."""
    shown = [part for part in split.parts if part[0]] or split.parts[:1]
    pieces: list[Piece] = []
    reached = 0.0
    for amount, kind in shown:
        width = max(_LEAST, round(amount / top * FULL, 1))
        pieces.append(Piece(reached, min(width, FULL - reached), kind))
        reached = min(round(reached + width, 1), FULL - _LEAST)
    return tuple(pieces)
