"""A step line: an amount that holds over a span of months and then changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vssid.domain.values.months import Month
from vssid.kit.formats import compact_money

WIDTH, HEIGHT = 320, 132
"""Of the view box; the picture fills its container."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 6, 6, 28, 22


@dataclass(frozen=True, slots=True)
class Level:
    """``amount`` in đồng from ``first`` to ``last``, both included."""

    first: Month
    last: Month
    amount: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A text in the picture; ``anchor`` is start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class StepChart:
    """What the template draws. ``lines``: path data, one for each stretch without a gap."""

    lines: tuple[str, ...]
    ends: tuple[tuple[float, float], ...]
    values: tuple[Mark, ...]
    years: tuple[Mark, ...]
    label: str
    base: int = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Scale:
    """Months to the right, amounts upward from zero."""

    first: Month
    months: int
    top: int

    def x(self, index: int) -> float:
        return round(_LEFT + (index - self.first) / self.months * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, amount: int) -> float:
        base = HEIGHT - _BOTTOM
        return round(base - amount / self.top * (base - _TOP), 1)


def step_chart(levels: Sequence[Level], *, label: str) -> StepChart:
    """The chart of ``levels`` in time order; ``label`` says in a sentence what it shows.

    ValueError without a level.
    """
    if not levels:
        raise ValueError("a chart needs at least one level")
    first, last = levels[0], levels[-1]
    scale = _Scale(first.first, last.last - first.first + 1, max(level.amount for level in levels) or 1)
    start = (scale.x(first.first), scale.y(first.amount))
    end = (scale.x(last.last + 1), scale.y(last.amount))
    return StepChart(
        lines=tuple(_path(stretch, scale) for stretch in _stretches(levels)),
        ends=(start, end),
        values=(
            Mark(start[0], start[1] - 10, compact_money(first.amount), "start"),
            Mark(end[0], end[1] - 10, compact_money(last.amount), "end"),
        ),
        years=_years(first.first, last.last, scale),
        label=label,
    )


def _stretches(levels: Sequence[Level]) -> list[list[Level]]:
    """The levels cut where a month is missing between two of them."""
    found: list[list[Level]] = []
    for level in levels:
        if found and found[-1][-1].last + 1 == level.first:
            found[-1].append(level)
        else:
            found.append([level])
    return found


def _path(stretch: Sequence[Level], scale: _Scale) -> str:
    head, *rest = stretch
    steps = "".join(f"V{scale.y(level.amount)}H{scale.x(level.last + 1)}" for level in rest)
    return f"M{scale.x(head.first)} {scale.y(head.amount)}H{scale.x(head.last + 1)}{steps}"


def _years(first: Month, last: Month, scale: _Scale) -> tuple[Mark, ...]:
    """The first year, the last, and the one half-way when there is room between them."""
    line = HEIGHT - 5
    marks = [Mark(_LEFT, line, str(first.year), "start")]
    middle = (first.year + last.year + 1) // 2
    if last.year - first.year >= 4:
        marks.append(Mark(scale.x(Month.of(middle, 1)), line, str(middle), "middle"))
    if last.year > first.year:
        marks.append(Mark(WIDTH - _RIGHT, line, str(last.year), "end"))
    return tuple(marks)
