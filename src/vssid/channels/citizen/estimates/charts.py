"""Pictures of answers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.content.law_in_words import label_of, value_in_words
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.values.months import Month
from vssid.kit.formats import compact_money
from vssid.kit.formats.sentences import in_series, named
from vssid.ui.charts.bars import Amount, bar_chart
from vssid.ui.charts.rows import RowChart
from vssid.ui.charts.step import Level, Point, Reference, StepChart, step_chart

_STEP = 3
"""Months by which what was drawn is drawn as growing: fine enough to see where lines cross."""


def chart_of(kind: Kind, asked: Asked, answer: Answer) -> StepChart | None:
    """None where there is nothing to compare."""
    if kind is Kind.LUMP_SUM:
        return _drawn_by_age(asked, answer)
    due = [(years, amount) for years, amount in answer.curve if amount]
    if kind is not Kind.RETIREMENT or len(due) < 2:
        return None
    start = Month.containing(asked.on)
    levels = [Level(start.plus(12 * years), start.plus(12 * years + 11), amount) for years, amount in due]
    return step_chart(
        levels,
        label=_("Pension a month by the year in which paying ends: from %(least)s to %(most)s.")
        % {"least": compact_money(due[0][1]), "most": compact_money(due[-1][1])},
    )


def _drawn_by_age(asked: Asked, answer: Answer) -> StepChart | None:
    """What a pension has brought by every age, and where it passes the lump sum."""
    told = {name: int(str(value)) for name, value in answer.figures.items()}
    if "even_age" not in told:
        return None
    born, begins = asked.record.born, Month(told["pension_from"])
    ends = max(born.plus(12 * asked.supposed["until_age"]), born.plus(told["even_age"] + 12))
    at_once = told.get("retirement_lump_sum", 0)
    turns = [begins.plus(passed) for passed in range(0, ends - begins, _STEP)]
    levels = [
        Level(first, last, at_once + told["pension"] * (last.plus(1) - begins))
        for first, last in ((turn, min(turn.plus(_STEP), ends).plus(-1)) for turn in turns)
    ]
    once = Reference(label_of("withdrawal_now"), (Level(begins, levels[-1].last, told["withdrawal_now"]),))
    age = value_in_words("even_age", told["even_age"])
    return step_chart(
        levels,
        label=named(label_of("even_age"), age),
        references=[once],
        born=born,
        point=Point(born.plus(told["even_age"]), told["withdrawal_now"], age),
    )


def bars_of(kind: Kind, answer: Answer) -> RowChart | None:
    """The two sides of a choice, on one scale."""
    sides = [name for name in ("withdrawal_now", "pension_in_all") if name in answer.figures]
    if kind is not Kind.LUMP_SUM or len(sides) < 2:
        return None
    amounts = [Amount(label_of(name), int(str(answer.figures[name]))) for name in sides]
    told = in_series(named(one.name, compact_money(one.amount)) for one in amounts)
    return bar_chart(amounts, label=told, wide=True)
