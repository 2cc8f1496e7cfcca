"""Stretches of months on one scale of time, a line for each payer: jobs and the gaps between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vssid.domain.values.months import Month
from vssid.ui.charts.rows import FULL, ChartRow, Piece, RowChart

_LEAST = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Both months included. ``kind``: as in :class:`~vssid.ui.charts.rows.Piece`."""

    first: Month
    last: Month
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """``value``: what stands beside the name; ``data=True``: the name is Vietnamese data."""

    name: str
    value: str
    stretches: tuple[Stretch, ...]
    data: bool = False


def timeline(lines: Sequence[Line], *, label: str) -> RowChart:
    """The lines in the given order, from the January of the first year to the December of the last.

    ValueError without a line.
    """
    if not lines:
        raise ValueError("a timeline needs at least one line")
    months = [month for line in lines for one in line.stretches for month in (one.first, one.last)]
    first, last = Month.of(min(months).year, 1), Month.of(max(months).year, 12)
    rows = tuple(
        ChartRow(line.name, line.value, tuple(_piece(one, first, last) for one in line.stretches), line.data)
        for line in lines
    )
    years = (str(first.year), str(last.year)) if last.year > first.year else (str(first.year),)
    return RowChart(rows, label, years, wide=True)


def _piece(one: Stretch, first: Month, last: Month) -> Piece:
    months = last - first + 1
    width = max(_LEAST, round((one.last - one.first + 1) / months * FULL, 1))
    return Piece(min(round((one.first - first) / months * FULL, 1), FULL - width), width, one.kind)
