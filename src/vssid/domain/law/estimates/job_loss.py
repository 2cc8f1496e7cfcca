"""What if I lose my job: the unemployment benefit by the months on record."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.benefits.unemployment.entitlement import file_by
from vssid.domain.law.benefits.unemployment.formula import cap, duration, monthly, odd_months, total
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``months`` (of unemployment insurance), ``average_wage`` (of the last six),
    ``wage_region``,
    ``state_scale`` and ``contract_ends`` (a day, ISO)."""
    ends = date.fromisoformat(asked.supposed["contract_ends"])
    law = Law(ends, parameter, trace)
    paid = whole(asked.supposed["months"])
    months = duration(law, months=paid)
    by = file_by(law, contract_ended_on=whole(ends.toordinal())).item()
    if not months.item():
        return Answer(
            {"file_by": by}, tuple(trace.flat()), entitled=False, reason="too_few_unemployment_months"
        )
    most = cap(
        law,
        contract_ended_on=whole(ends.toordinal()),
        last_month_contributed=whole(int(Month.containing(ends))),
        wage_region=whole(asked.supposed["wage_region"]),
        state_scale=truth(asked.supposed["state_scale"]),
    )
    due = monthly(
        law, wages_averaged=whole(asked.supposed["average_wage"]), months_averaged=whole(1), benefit_cap=most
    )
    in_all = total(law, unemployment_benefit=due.unemployment_benefit, benefit_months=months)
    return Answer(
        {
            "unemployment_benefit": due.unemployment_benefit.item(),
            "benefit_months": months.item(),
            "unemployment_total": in_all.item(),
            "odd_months": odd_months(law, months=paid).item(),
            "file_by": by,
        },
        tuple(trace.flat()),
    )
