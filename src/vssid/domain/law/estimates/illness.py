"""I fall ill: how many working days are paid this year, and how much, to who is insured through work now."""

from __future__ import annotations

from vssid.domain.law.benefits.contribution.formula import bounds
from vssid.domain.law.benefits.sickness.formula import full_rate, limit, within_limit
from vssid.domain.law.benefits.sickness.pay import by_days
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Trace
from vssid.domain.law.estimates.answer import Answer, Asked


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``days`` (working days of the leave), ``used_days`` (paid this year already), ``wage`` (of
    the month before) and ``hazardous_at_leave``."""
    said, record = asked.supposed, asked.record
    seen: dict[str, Figure] = {"record_to": int(record.insured_to)} if record.insured_to else {}
    if not record.insured_on(asked.on):
        reason = "not_insured_now" if record.insured_to else "nothing_paid_at_work"
        return Answer(seen, (), entitled=False, reason=reason)
    law = asked.law(trace)
    most = limit(
        law,
        years_contributed=whole(record.compulsory // 12),
        hazardous_at_leave=truth(said["hazardous_at_leave"]),
    )
    paid = within_limit(
        law, asked_half_days=whole(2 * said["days"]), sick_limit=most, used_days=whole(said["used_days"])
    )
    if not paid.item():
        used_up: dict[str, Figure] = {"sick_limit": most.item(), "used_days": said["used_days"]}
        return Answer(used_up, tuple(trace.flat()), entitled=False, reason="sick_days_used_up")
    share = full_rate(law, armed_forces=truth(False))
    pay = by_days(
        law,
        sick_wage=whole(_counted(law, said["wage"])),
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
            **seen,
        },
        tuple(trace.flat()),
    )


def _counted(law: Law, wage: int) -> int:
    """Sick pay is a share of the wage that contributions were paid on, which ends at the highest base."""
    if wage <= law.figure("caps.bhxh_bhyt_monthly_base_max"):
        return wage
    return int(bounds(law).highest_base.item())
