"""Pension or lump sum: what a withdrawal today gives, beside the pension over a lifetime, in today's money.

Whether a withdrawal is allowed at all depends on facts that are not on record (leaving the country, illness,
a year without insurance); the answer compares amounts and does not say that one may withdraw. Nor is on
record as what the State supported voluntary months: the person says it, and whoever says nothing is taken
for one of the many, whom it supports least.
"""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.contribution.formula import bounds
from vssid.domain.law.benefits.withdrawal import formula as withdrawal
from vssid.domain.law.benefits.withdrawal.subsidy import state_subsidy
from vssid.domain.law.engine.exact import truth, up, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.reckoning import averages
from vssid.domain.law.estimates.retirement import (
    has_pension_years,
    months_to_pay,
    pension_drawn,
    pensions,
    plan,
)
from vssid.domain.law.shared.averages import HUNDREDTHS
from vssid.domain.law.shared.voluntary_support import Group, poverty_lines
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import months_between


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are what a retirement supposes, ``until_age`` (years): how long the pension is drawn, and
    ``support_group`` where months are voluntary.
    """
    record = asked.record
    if drawn := pension_drawn(record):
        return drawn
    if not record.stretches:
        return Answer({}, (), entitled=False, reason="nothing_paid")
    law = asked.law(trace)
    support = _support(law, asked)
    once = _withdrawn(law, asked, support)
    chosen = plan(asked, months_to_pay(asked))
    figures: dict[str, Figure] = {"withdrawal_now": once}
    if support:
        figures["state_subsidy"] = support
    if has_pension_years(law, [chosen.record]).item():
        found = pensions(law, [chosen])
        if chosen.capped:
            bounds(law)
        monthly, with_it = int(found.pension[0]), int(found.lump_sum[0])
        ends = record.born + 12 * asked.supposed["until_age"]
        drawn = max(0, ends - chosen.begins)
        to_even = int(up(whole(max(once - with_it, 0)), max(monthly, 1)).item())
        figures |= {
            "pension_in_all": drawn * monthly + with_it,
            "pension": monthly,
            "pension_from": int(chosen.begins),
            **({"retirement_lump_sum": with_it} if with_it else {}),
            "months_to_even": to_even,
            "even_age": chosen.begins + to_even - record.born,
        }
    else:
        needed = 12 * law.figure("pension_min_years.compulsory")
        figures["months_missing"] = max(needed - chosen.record.compulsory, 0)
    return Answer(figures, tuple(trace.flat()))


def _support(law: Law, asked: Asked) -> int:
    """What the State added to the voluntary months on record, by the day of each."""
    months = [
        month
        for one in asked.record.stretches
        if one.scale is Scale.VOLUNTARY
        for month in months_between(one.first, one.last)
    ]
    if not months:
        return 0
    days = whole([month.first_day.toordinal() for month in months])
    group = asked.supposed.get("support_group", Group.OTHER)
    added = state_subsidy(
        law,
        person=np.zeros_like(days),
        support_day=days,
        support_group=np.full_like(days, group),
        poverty_line=poverty_lines(law, days),
    )
    return int(added.item())


def _withdrawn(law: Law, asked: Asked, support: int) -> int:
    """After State support; that it stays in grave illness is not supposed."""
    record = asked.record
    before, after = record.split_2014()
    mean = averages(law, [record])
    paid = whole(HUNDREDTHS * sum(one.wage * one.months for one in record.stretches))
    contributed = withdrawal.contributed(law, paid_total=paid, adjusted_total=mean.average_total)
    gross = withdrawal.amount(
        law,
        **mean._asdict(),
        months_before_2014=whole(before),
        months_from_2014=whole(after),
        contributed=contributed,
    )
    if not support:
        return int(gross.item())
    return int(
        withdrawal.after_state_support(
            law, withdrawal=gross, state_subsidy=whole(support), gravely_ill=truth(False)
        ).item()
    )
