"""The contribution salary over time: a picture and its table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.salary import SalaryStep, salary_steps
from vssid.kit.formats import compact_money, money, month, month_span
from vssid.ui.charts.step import Level, StepChart, step_chart


@dataclass(frozen=True, slots=True)
class SalaryTable:
    """``rows``: period and salary a month, the latest first."""

    chart: StepChart
    rows: tuple[tuple[str, str], ...]


def salary_table(ledger: Ledger, fund: Fund) -> SalaryTable | None:
    """None when no salary is on record."""
    steps = salary_steps(ledger, fund)
    if not steps:
        return None
    return SalaryTable(
        chart=step_chart([Level(step.first, step.last, step.salary) for step in steps], label=_told(steps)),
        rows=tuple((month_span(step.first, step.last), money(step.salary)) for step in reversed(steps)),
    )


def _told(steps: list[SalaryStep]) -> str:
    """The picture in a sentence."""
    first, last = steps[0], steps[-1]
    return _("Contribution salary from %(least)s in %(start)s to %(most)s in %(end)s.") % {
        "least": compact_money(first.salary),
        "start": month(first.first),
        "most": compact_money(last.salary),
        "end": month(last.last),
    }
