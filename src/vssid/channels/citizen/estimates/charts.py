"""Pictures of answers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.values.months import Month
from vssid.kit.formats import compact_money
from vssid.ui.charts.step import Level, StepChart, step_chart


def chart_of(kind: Kind, asked: Asked, answer: Answer) -> StepChart | None:
    """None where there is nothing to compare."""
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
