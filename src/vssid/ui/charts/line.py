"""A straight line through points: what an amount comes to by what is chosen, with the choice marked on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vssid.domain.values.months import Month
from vssid.ui.charts.labels import LINE, Mark

WIDTH, HEIGHT = 288, 176
"""Of the view box; the picture fills its container."""
_EDGE, _TOP, _BOTTOM = 9, 30, 24
_ROUND = 9
"""Around a point nothing is written."""
_OFFSETS = (-11, LINE + 5, -24, LINE + 18, -38, -54, LINE + 32, -72)
"""Baselines of a text from its place, one try after the other."""
_NAME_AT_ITS_LINE = (-6, LINE, -20, LINE + 14)
_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """``amount`` in đồng, not negative. ``text``: what stands beside it; an empty one leaves it bare."""

    month: Month
    amount: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """An amount that does not change, drawn in grey and named."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class LineChart:
    """What the template draws. ``line`` and ``compared`` are path data; ``missing``: the stretch of time in
    which there is no amount, dashed on the axis; ``drop``: from the chosen place to the axis; ``ends``: small
    dots. ``axis``: what time is read as. ``label`` says in a sentence what it shows."""

    line: str
    compared: str
    missing: str
    drop: str
    chosen: _Place
    ends: tuple[_Place, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    axis: str
    label: str
    base: int = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Scale:
    first: Month
    months: int
    top: int

    def at(self, spot: Spot) -> _Place:
        return self.x(spot.month), self.y(spot.amount)

    def x(self, month: Month) -> float:
        return round(_EDGE + (month - self.first) / self.months * (WIDTH - 2 * _EDGE), 1)

    def y(self, amount: int) -> float:
        base = HEIGHT - _BOTTOM
        return round(base - amount / self.top * (base - _TOP), 1)


def line_chart(
    spots: Sequence[Spot],
    chosen: Spot,
    *,
    label: str,
    axis: str,
    ticks: Sequence[tuple[Month, str]],
    compared: Compared | None = None,
    missing: Spot | None = None,
) -> LineChart:
    """The line through ``spots`` in time order, ``chosen`` among them or on the axis. ``ticks``: the most
    important first. ``missing``: from when on there is no amount yet, and the words for it.

    ValueError without a spot, or where all of it is one month.
    """
    everywhere = [*spots, chosen, *([missing] if missing else [])]
    first, last = (end(spot.month for spot in everywhere) for end in (min, max))
    if not spots or first == last:
        raise ValueError("a line needs more than one month")
    top = max(max(spot.amount for spot in everywhere), compared.amount if compared else 0) or 1
    scale = _Scale(first, last - first, top)
    places = [scale.at(spot) for spot in spots]
    start = scale.x(missing.month) if missing else places[0][0]
    across = (
        ((_EDGE, scale.y(compared.amount)), (WIDTH - _EDGE, scale.y(compared.amount))) if compared else ()
    )
    here = scale.at(chosen)
    dots = (here, *(place for place in (places[0], places[-1]) if place != here))
    return LineChart(
        line=_path(places),
        compared=_path(across),
        missing=_path(((start, HEIGHT - _BOTTOM), (places[0][0], HEIGHT - _BOTTOM))) if missing else "",
        drop=f"M{here[0]} {here[1]}V{HEIGHT - _BOTTOM}" if here[1] < HEIGHT - _BOTTOM else "",
        chosen=here,
        ends=dots[1:],
        marks=_marks(
            _texts(spots, chosen, compared, missing, scale),
            lines=[*pairwise(places), *([across] if across else [])],
            dots=dots,
        ),
        ticks=_ticks(ticks, chosen.month, scale),
        axis=axis,
        label=label,
    )


def _path(places: Sequence[_Place]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in places) if places else ""


@dataclass(frozen=True, slots=True)
class _Text:
    """``tries``: where it may stand, the best place first. ``needed``: it stands even where it covers
    something."""

    tries: tuple[Mark, ...]
    needed: bool = True


def _texts(
    spots: Sequence[Spot], chosen: Spot, compared: Compared | None, missing: Spot | None, scale: _Scale
) -> Iterable[_Text]:
    if chosen.text:
        yield _Text(_around(scale.at(chosen), chosen.text, "value"))
    if compared:
        y = scale.y(compared.amount)
        sides = ((WIDTH - _EDGE, "end"), (_EDGE, "start"), (WIDTH / 2, "middle"))
        offsets = (*_NAME_AT_ITS_LINE, *_OFFSETS)
        yield _Text(
            tuple(Mark(x, y + one, compared.name, side, "tick") for one in offsets for x, side in sides)
        )
    for spot in (spots[-1], spots[0]):
        if spot.text and spot.month != chosen.month:
            yield _Text(_around(scale.at(spot), spot.text, "tick"), needed=False)
    if missing:
        low, x = HEIGHT - _BOTTOM - 8, scale.x(missing.month)
        places = ((x, low), (x + 16, low), (x, low - 12), (x, low - 24))
        yield _Text(tuple(Mark(at, y, missing.text, "start", "tick") for at, y in places), needed=False)


def _around(place: _Place, text: str, kind: str) -> tuple[Mark, ...]:
    x, y = place
    sides = (("end", x + _ROUND), ("middle", x), ("start", x - _ROUND))
    beside = (Mark(x - 14, y + 5, text, "end", kind), Mark(x + 14, y + 5, text, "start", kind))
    return (*(Mark(at, y + one, text, side, kind) for one in _OFFSETS for side, at in sides), *beside)


def _marks(
    texts: Iterable[_Text], *, lines: Sequence[tuple[_Place, _Place]], dots: Sequence[_Place]
) -> tuple[Mark, ...]:
    placed: list[Mark] = []
    for text in texts:
        inside = [mark for mark in map(_within, text.tries) if LINE - 4 <= mark.y <= HEIGHT - _BOTTOM - 5]
        costs = [(_covered(mark, lines, dots, placed), place) for place, mark in enumerate(inside)]
        if costs and (text.needed or min(costs)[0] == 0):
            placed.append(inside[min(costs)[1]])
    return tuple(placed)


def _within(mark: Mark) -> Mark:
    """Held by the edge of the picture when it would reach beyond: there is no measuring it wrong."""
    left, right = mark.across
    if left < 0:
        return Mark(0, mark.y, mark.text, "start", mark.kind)
    return Mark(WIDTH, mark.y, mark.text, "end", mark.kind) if right > WIDTH else mark


def _covered(
    mark: Mark, lines: Sequence[tuple[_Place, _Place]], dots: Sequence[_Place], others: Sequence[Mark]
) -> int:
    left, right = mark.across
    box = (left - 2, mark.y - LINE + 2, right + 2, mark.y + 6)
    touched = sum(_crosses(line, box) for line in lines)
    return touched + 3 * sum(_near(dot, box) for dot in dots) + 100 * sum(map(mark.touches, others))


def _near(dot: _Place, box: tuple[float, float, float, float]) -> bool:
    (x, y), (left, top, right, bottom) = dot, box
    return left - 5 < x < right + 5 and top - 5 < y < bottom + 5


def _crosses(line: tuple[_Place, _Place], box: tuple[float, float, float, float]) -> bool:
    """Whether a part of the straight line lies within the box."""
    (x, y), (to_x, to_y) = line
    left, top, right, bottom = box
    enters, leaves = 0.0, 1.0
    for way, room in (
        (x - to_x, x - left),
        (to_x - x, right - x),
        (y - to_y, y - top),
        (to_y - y, bottom - y),
    ):
        if way == 0:
            if room < 0:
                return False
        elif way < 0:
            enters = max(enters, room / way)
        else:
            leaves = min(leaves, room / way)
    return enters <= leaves


def _ticks(wanted: Sequence[tuple[Month, str]], chosen: Month, scale: _Scale) -> tuple[Mark, ...]:
    """Those that do not stand on a more important one."""
    placed: list[Mark] = []
    for month, text in wanted:
        x, kind = scale.x(month), "value" if month == chosen else "tick"
        mark = _within(Mark(x, HEIGHT - 6, text, "middle", kind))
        if not any(mark.touches(other) for other in placed):
            placed.append(mark)
    return tuple(placed)
