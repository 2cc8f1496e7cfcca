"""The contribution salary over time against the minimum wage and the cap: a finding, a picture, its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from vssid.domain.ledger.bounds import caps, minimum_wages
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.salary import SalaryStep, salary_steps
from vssid.domain.values.months import Month, months_between
from vssid.kit.formats import compact_money, money, month, month_span
from vssid.kit.formats.numbers import decimal
from vssid.kit.formats.sentences import in_a_row
from vssid.ui.charts.step import Level, Reference, StepChart, step_chart


@dataclass(frozen=True, slots=True)
class SalaryTable:
    """``finding``: the heading. ``note``: the cap when it lies above the picture.

    ``rows``: period, salary, minimum wage and cap a month, the latest first; empty where not known.
    """

    finding: str
    chart: StepChart
    note: str
    rows: tuple[tuple[str, str, str, str], ...]


def salary_table(ledger: Ledger, fund: Fund, regions: Mapping[str, str]) -> SalaryTable | None:
    """None when no salary is on record. ``regions``: employer code -> minimum-wage region."""
    steps = salary_steps(ledger, fund)
    if not steps:
        return None
    least, most = minimum_wages(ledger, fund, regions), caps(ledger, fund, regions)
    cap_in_sight = bool(most) and 2 * max(step.salary for step in steps) >= most[-1].salary
    references = [Reference(_("Minimum wage"), _levels(least))]
    if cap_in_sight:
        references.append(Reference(_("Cap"), _levels(most)))
    return SalaryTable(
        finding=_finding(steps[-1], _at(least, steps[-1].last), _at(most, steps[-1].last)),
        chart=step_chart(_levels(steps), label=_told(steps, least), references=references),
        note="" if cap_in_sight or not most else _cap_out_of_sight(most[-1].salary),
        rows=tuple(_rows(steps, least, most)),
    )


def _levels(steps: Iterable[SalaryStep]) -> tuple[Level, ...]:
    return tuple(Level(step.first, step.last, step.salary) for step in steps)


def _at(steps: Iterable[SalaryStep], wanted: Month) -> int | None:
    return next((step.salary for step in steps if step.first <= wanted <= step.last), None)


def _finding(last: SalaryStep, least: int | None, most: int | None) -> str:
    """What stands in the last month with a salary."""
    words = {"salary": compact_money(last.salary), "month": month(last.last)}
    if most is not None and last.salary >= most:
        return _("%(salary)s a month, the highest salary that counts") % words
    if least is None:
        return _("%(salary)s a month in %(month)s") % words
    if last.salary < least:
        words["least"] = compact_money(least)
        return _("%(salary)s a month, below the minimum wage of %(least)s") % words
    times = (Decimal(last.salary) / least).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if times == 1:
        return _("%(salary)s a month, about the minimum wage") % words
    return _("%(salary)s a month, %(times)s times the minimum wage") % {**words, "times": decimal(times)}


def _cap_out_of_sight(cap: int) -> str:
    return _("Contributions count on at most %(cap)s a month, above this picture.") % {
        "cap": compact_money(cap)
    }


def _told(steps: Sequence[SalaryStep], least: Sequence[SalaryStep]) -> str:
    """The picture in sentences."""
    first, last = steps[0], steps[-1]
    salary = _("Contribution salary from %(least)s in %(start)s to %(most)s in %(end)s.") % {
        "least": compact_money(first.salary),
        "start": month(first.first),
        "most": compact_money(last.salary),
        "end": month(last.last),
    }
    if not least:
        return salary
    wage = _("Minimum wage from %(first)s to %(last)s.") % {
        "first": compact_money(least[0].salary),
        "last": compact_money(least[-1].salary),
    }
    return in_a_row(salary, wage)


def _rows(*kinds: Sequence[SalaryStep]) -> Iterable[tuple[str, str, str, str]]:
    """Runs of months on which none of the three amounts changes."""
    salary, least, most = (
        {one: step.salary for step in steps for one in months_between(step.first, step.last)}
        for steps in kinds
    )
    runs = [
        (amounts, list(members))
        for amounts, members in groupby(
            ((one, (salary[one], least.get(one), most.get(one))) for one in sorted(salary)),
            key=lambda pair: pair[1],
        )
    ]
    for amounts, members in reversed(runs):
        words = ["" if amount is None else money(amount) for amount in amounts]
        yield month_span(members[0][0], members[-1][0]), words[0], words[1], words[2]
