"""Pension or lump sum: what a withdrawal today gives, beside the pension over a lifetime, in today's money.

Whether a withdrawal is allowed at all depends on facts that are not on record (leaving the country, illness,
a year without insurance); the answer compares amounts and does not say that one may withdraw.
"""

from __future__ import annotations

from vssid.domain.law.benefits.withdrawal import formula as withdrawal
from vssid.domain.law.engine.exact import up, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.reckoning import averages
from vssid.domain.law.estimates.retirement import pensions, plan
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import HUNDREDTHS


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are what a retirement supposes and ``until_age`` (years): how long the pension is drawn."""
    record = asked.record
    if not record.stretches:
        return Answer({}, (), entitled=False, reason="nothing_paid")
    law = Law(asked.on, parameter, trace)
    once = _withdrawn(law, asked)
    chosen = plan(asked, asked.supposed["more"])
    found = pensions(law, [chosen])
    figures: dict[str, Figure] = {"withdrawal_now": once}
    if found.eligible[0]:
        monthly = int(found.pension[0])
        ends = record.born + 12 * asked.supposed["until_age"]
        drawn = max(0, ends - chosen.begins)
        figures |= {
            "pension_in_all": drawn * monthly + int(found.lump_sum[0]),
            "pension": monthly,
            "pension_from": int(chosen.begins),
            "months_to_even": int(up(whole(once), max(monthly, 1)).item()),
        }
    return Answer(figures, tuple(trace.flat()))


def _withdrawn(law: Law, asked: Asked) -> int:
    """State support of voluntary months is not on record and not taken off."""
    record = asked.record
    before, after = record.split_2014()
    mean = averages(law, [record])
    paid = whole(HUNDREDTHS * sum(one.wage * one.months for one in record.stretches))
    contributed = withdrawal.contributed(law, paid_total=paid, adjusted_total=mean.average_total)
    return int(
        withdrawal.amount(
            law,
            **mean._asdict(),
            months_before_2014=whole(before),
            months_from_2014=whole(after),
            contributed=contributed,
        ).item()
    )
