"""I fall ill: how many working days are paid this year, and how much."""

from __future__ import annotations

from vssid.domain.law.benefits.sickness.formula import full_rate, limit, within_limit
from vssid.domain.law.benefits.sickness.pay import by_days
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.parameters import parameter


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``days`` (working days of the leave), ``used_days`` (paid this year already), ``wage`` (of
    the month before) and ``hazardous_at_leave``."""
    said = asked.supposed
    law = Law(asked.on, parameter, trace)
    most = limit(
        law,
        years_contributed=whole(asked.record.compulsory // 12),
        hazardous_at_leave=truth(said["hazardous_at_leave"]),
    )
    if not asked.record.compulsory:
        return Answer({"sick_limit": 0}, tuple(trace.flat()), entitled=False, reason="nothing_paid")
    paid = within_limit(
        law, asked_half_days=whole(2 * said["days"]), sick_limit=most, used_days=whole(said["used_days"])
    )
    share = full_rate(law, armed_forces=truth(False))
    pay = by_days(
        law,
        sick_wage=whole(said["wage"]),
        sick_half_days=paid,
        sick_rate=share,
        half_days_after=whole(0),
        rate_after=whole(0),
    )
    return Answer(
        {
            "sick_pay": pay.item(),
            "sick_half_days": paid.item(),
            "sick_limit": most.item(),
            "sick_rate": share.item(),
        },
        tuple(trace.flat()),
    )
