"""Averages, withdrawals and support of many careers at once, against the second reading of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import numpy as np

from tests.environment.nights import NIGHT
from tests.law.arrays import lines_of
from tests.law.careers import Claim, claims
from tests.law.naive import averages, withdrawal
from vssid.domain.law.benefits.withdrawal.formula import after_state_support, amount, contributed
from vssid.domain.law.benefits.withdrawal.subsidy import state_subsidy
from vssid.domain.law.engine.exact import Truth, Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import Average, average
from vssid.domain.law.shared.career_lines import paid_totals, totals
from vssid.domain.law.shared.voluntary_support import Group, poverty_lines

COUNT = 100_000 if NIGHT else 400
GRAVE = 81
"""Per cent of impairment from which nothing is taken off."""


def test_averages_and_withdrawals_are_those_of_the_second_reading() -> None:
    drawn = [claim for claim in claims(20261129, COUNT) if claim.career.paid]
    assert len(drawn) > COUNT * 3 // 4
    for start in sorted({claim.start for claim in drawn}):
        together = [claim for claim in drawn if claim.start == start]
        means, paid = _computed(together, start)
        for who, claim in enumerate(together):
            mean = Fraction(int(means.average_total[who]), 100 * int(means.average_months[who]))
            assert mean == averages.average(claim.career, start), claim
            ill = claim.career.impairment >= GRAVE
            due = withdrawal.withdrawal(claim.career, start, gravely_ill=ill)
            assert paid[who] == max(due.amount, 0), claim


def _computed(together: Sequence[Claim], start: date) -> tuple[Average, Whole]:
    law = Law(start, parameter)
    lines = lines_of(together)
    added = totals(law, lines, people=len(together))
    means = average(law, **added._asdict())
    gross = amount(
        law,
        average_total=means.average_total,
        average_months=means.average_months,
        months_before_2014=_count(together, before=True),
        months_from_2014=_count(together, before=False),
        contributed=contributed(
            law,
            paid_total=paid_totals(law, lines, people=len(together)),
            adjusted_total=added.employer_total + added.state_total + added.voluntary_total,
        ),
    )
    return means, after_state_support(
        law, withdrawal=gross, state_subsidy=_support(law, together), gravely_ill=_grave(together)
    )


def _count(together: Sequence[Claim], *, before: bool) -> Whole:
    return whole(
        [
            sum((paid.month < withdrawal.FROM_2014) is before for paid in claim.career.paid)
            for claim in together
        ]
    )


def _grave(together: Sequence[Claim]) -> Truth:
    return truth([claim.career.impairment >= GRAVE for claim in together])


def _support(law: Law, together: Sequence[Claim]) -> Whole:
    """Of the voluntary months; a last person without support closes the table."""
    rows = [
        (who, paid.month.toordinal(), Group[(paid.subsidy or "nobody").upper()])
        for who, claim in enumerate(together)
        for paid in claim.career.paid
        if paid.scale == "voluntary" and paid.month >= date(2018, 1, 1)
    ]
    rows.append((len(together), date(2020, 1, 1).toordinal(), Group.NOBODY))
    person, day, group = np.array(rows, np.int64).T
    added = state_subsidy(
        law, person=person, support_day=day, support_group=group, poverty_line=poverty_lines(law, day)
    )
    return added[:-1]
