"""One month, one cell: the strip of a year and the grid of years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.kit.formats import month, month_span
from vssid.kit.formats.sentences import ended, in_a_row, in_series
from vssid.kit.formats.sentences import named as told_of
from vssid.ui.components.registry import register
from vssid.ui.months import WORDS, Cell, CellState, Run, YearLine, runs

_LEGEND_ORDER = tuple(CellState)


@register.inclusion_tag("ui/components/months_strip.html")
def months_strip(cells: Sequence[Cell], label: str = "") -> dict[str, object]:
    """``{% months_strip cells %}``: the twelve cells of a year (:func:`vssid.ui.months.year_of_cells`)."""
    year = cells[0].month.year if cells else ""
    drawn = [(cell, month(cell.month), WORDS[cell.state]) for cell in cells]
    return {"cells": drawn, "label": label or _("The twelve months of %(year)s") % {"year": year}}


@register.inclusion_tag("ui/components/year_grid.html")
def year_grid(lines: Sequence[YearLine], words: Mapping[CellState, str] | None = None) -> dict[str, object]:
    """``{% year_grid lines %}``: years of twelve cells (:func:`vssid.ui.months.year_lines`).

    To readers it is one picture with a summary; the runs of months stand in a table below it. ``words``
    replaces what a state is called.
    """
    named = {state: str((words or WORDS).get(state, WORDS[state])) for state in CellState}
    in_order = [cell for line in reversed(lines) for cell in line.cells]
    found = _trimmed(runs(in_order))
    shown = {cell.state for cell in in_order}
    return {
        "lines": lines,
        "numbers": range(1, 13),
        "summary": _summary(found, named),
        "legend": [(state, named[state]) for state in _LEGEND_ORDER if state in shown - {CellState.FUTURE}],
        "runs": [(month_span(run.first, run.last), run.months, named[run.state]) for run in reversed(found)],
    }


def _trimmed(found: Sequence[Run]) -> Sequence[Run]:
    """Without the gap before the first month and after the last: nobody expected those months."""
    start = 1 if found and found[0].state is CellState.GAP else 0
    end = len(found) - 1 if len(found) > start and found[-1].state is CellState.GAP else len(found)
    return found[start:end]


def _summary(found: Sequence[Run], named: Mapping[CellState, str]) -> str:
    """The picture in a sentence: how many months are paid, between which months, and what is not."""
    paid = [run for run in found if run.state is CellState.PAID]
    count = sum(run.months for run in paid)
    parts = [ngettext("%(count)d month paid", "%(count)d months paid", count) % {"count": count}]
    if paid:
        parts.append(month_span(paid[0].first, paid[-1].last))
    others = [run for run in found if run.state is not CellState.PAID]
    parts += [told_of(month_span(run.first, run.last), named[run.state]) for run in others[-6:]]
    return in_a_row(ended(in_series(parts)), _("The full table is below."))
