"""A step line: an amount that holds over a span of months and then changes, with lines to compare it to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vssid.domain.values.months import Month
from vssid.kit.formats import compact_money
from vssid.ui.charts.labels import LINE, Mark, kept_apart

WIDTH, HEIGHT = 288, 168
"""Of the view box; the picture fills its container."""
_EDGE, _TOP, _BOTTOM = 6, 26, 24
_HIGHER = tuple(range(-24, -HEIGHT, -8))
"""Where a name may stand above its place, one try after the other."""


@dataclass(frozen=True, slots=True)
class Level:
    """``amount`` in đồng from ``first`` to ``last``, both included."""

    first: Month
    last: Month
    amount: int


@dataclass(frozen=True, slots=True)
class Reference:
    """An amount to compare with, drawn in grey and named at its end."""

    name: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the line that is dotted and named, instead of where the line begins."""

    month: Month
    amount: int
    text: str


@dataclass(frozen=True, slots=True)
class StepChart:
    """What the template draws. ``lines``: path data, one for each stretch without a gap; ``references``: the
    same of the lines to compare with; ``leader``: from a named place to its name, where that stands away from
    it; ``marks``: every text but the ``years``, or ages, below the axis."""

    lines: tuple[str, ...]
    references: tuple[str, ...]
    ends: tuple[tuple[float, float], ...]
    marks: tuple[Mark, ...]
    years: tuple[Mark, ...]
    label: str
    leader: str = ""
    base: int = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


_End = tuple[float, Level, str]
"""Where a line ends: x, the level there, and the anchor of a text beside it."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Months to the right, amounts upward from zero."""

    first: Month
    months: int
    top: int

    def x(self, index: int) -> float:
        return round(_EDGE + (index - self.first) / self.months * (WIDTH - 2 * _EDGE), 1)

    def y(self, amount: int) -> float:
        base = HEIGHT - _BOTTOM
        return round(base - amount / self.top * (base - _TOP), 1)


def step_chart(
    levels: Sequence[Level],
    *,
    label: str,
    references: Iterable[Reference] = (),
    born: Month | None = None,
    point: Point | None = None,
) -> StepChart:
    """The chart of ``levels`` in time order; ``label`` says in a sentence what it shows. With ``born``
    time is read as the age of whoever was born then.

    ValueError without a level.
    """
    if not levels:
        raise ValueError("a chart needs at least one level")
    compared = [reference for reference in references if reference.levels]
    first, last = levels[0], levels[-1]
    everything = [*levels, *(level for reference in compared for level in reference.levels)]
    scale = _Scale(first.first, last.last - first.first + 1, max(level.amount for level in everything) or 1)
    told = point or Point(first.first, first.amount, compact_money(first.amount))
    start = (scale.x(told.month), scale.y(told.amount))
    end = (scale.x(last.last + 1), scale.y(last.amount))
    values = [_value(compact_money(last.amount), (end[0], last, "end"), everything, scale)]
    if first is not last:
        at = Level(told.month, told.month, told.amount)
        higher = _HIGHER if point else ()
        values.append(_value(told.text, (start[0], at, "start"), everything, scale, higher))
    marks = kept_apart(
        [*values, *(mark for reference in compared for mark in _named(reference, last, scale, levels))],
        top=_TOP - 12,
        bottom=HEIGHT - _BOTTOM - 4,
    )
    return StepChart(
        lines=_paths(levels, scale),
        references=tuple(path for reference in compared for path in _paths(reference.levels, scale)),
        ends=(start, end),
        marks=marks,
        years=_years(first.first, last.last, scale) if born is None else _ages(born, scale),
        label=label,
        leader=_leader(start, marks[1]) if point and len(values) > 1 else "",
    )


def _value(text: str, end: _End, lines: Sequence[Level], scale: _Scale, higher: Sequence[float] = ()) -> Mark:
    """Above the line, or below where another line runs close above; ``higher`` where both are covered."""
    return _clearest(text, "value", [end], (-9, LINE + 2, *higher), lines, scale)


def _leader(place: tuple[float, float], name: Mark) -> str:
    x, y = place
    return f"M{x} {y}V{name.y + 4}" if y - name.y > LINE else ""


def _named(reference: Reference, last: Level, scale: _Scale, levels: Sequence[Level]) -> list[Mark]:
    """Name and last amount at the end of the line; the name elsewhere when they would cover a line."""
    head, tail = reference.levels[0], reference.levels[-1]
    amount = compact_money(tail.amount)
    below = tail.amount <= last.amount
    offsets = (LINE, -7) if below else (-7, LINE)
    in_the_way = [*levels, *reference.levels[:-1]]

    def best(text: str, *ends: _End) -> Mark:
        return _clearest(text, "tick", ends, offsets, in_the_way, scale)

    end, start = (scale.x(tail.last + 1), tail, "end"), (scale.x(head.first), head, "start")
    together = best(f"{reference.name} {amount}", end)
    if not _covered(together, in_the_way, scale):
        return [together]
    return [best(amount, end), best(reference.name, start, end)]


def _clearest(
    text: str,
    kind: str,
    ends: Sequence[_End],
    offsets: Sequence[float],
    lines: Sequence[Level],
    scale: _Scale,
) -> Mark:
    """Where fewest lines are covered; of equal places the first of the ``ends``, then of the ``offsets``."""
    places = [
        _within(Mark(x, scale.y(level.amount) + offset, text, anchor, kind))
        for x, level, anchor in ends
        for offset in offsets
        if _TOP - 12 <= scale.y(level.amount) + offset <= HEIGHT - _BOTTOM - 4
    ]
    return min(places, key=lambda mark: _covered(mark, lines, scale))


def _within(mark: Mark) -> Mark:
    """Moved along its line when it would reach beyond the picture."""
    left, right = mark.across
    return replace(mark, x=mark.x + max(0, -left) - max(0, right - WIDTH))


def _covered(mark: Mark, levels: Sequence[Level], scale: _Scale) -> int:
    """How many levels run through the mark."""
    left, right = mark.across
    return sum(
        scale.x(level.first) < right
        and left < scale.x(level.last + 1)
        and mark.y - LINE < scale.y(level.amount) < mark.y + 5
        for level in levels
    )


def _paths(levels: Sequence[Level], scale: _Scale) -> tuple[str, ...]:
    return tuple(_path(stretch, scale) for stretch in _stretches(levels))


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
    line = HEIGHT - 6
    marks = [Mark(_EDGE, line, str(first.year), "start", "tick")]
    middle = (first.year + last.year + 1) // 2
    if last.year - first.year >= 4:
        marks.append(Mark(scale.x(Month.of(middle, 1)), line, str(middle), "middle", "tick"))
    if last.year > first.year:
        marks.append(Mark(WIDTH - _EDGE, line, str(last.year), "end", "tick"))
    return tuple(marks)


def _ages(born: Month, scale: _Scale) -> tuple[Mark, ...]:
    """The first full year of age, the last, and the one half-way."""
    first, last = -(-(scale.first - born) // 12), (scale.first + scale.months - born) // 12
    line = HEIGHT - 6
    return tuple(
        _within(Mark(scale.x(born.plus(12 * age)), line, str(age), "middle", "tick"))
        for age in sorted({first, (first + last) // 2, last})
    )
