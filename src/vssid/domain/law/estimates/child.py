"""We expect a child: leave, pay and grant, of the mother or the father, by the months on record."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.benefits.maternity.formula import father, leave, qualifies, window
from vssid.domain.law.benefits.maternity.pay import by_months, by_working_days, grant
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.record import Record
from vssid.domain.law.parameters import parameter
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month

_SIX = 6


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``birth`` (a day, ISO), ``children``, ``living_before`` (children of the mother alive),
    ``surgery``, and ``goes_on`` (paying goes on at the latest wage until the month before the birth)."""
    said, born = asked.supposed, date.fromisoformat(asked.supposed["birth"])
    law = Law(born, parameter, trace)
    record = _until_birth(asked, Month.containing(born))
    wages = _last_wages(record)
    looked_at = window(law, birth_on=whole(born.toordinal()), paid_in_birth_month=truth(False))
    paid = record.months_before(Month(looked_at.window_last.item() + 1)) - record.months_before(
        Month(looked_at.window_first.item())
    )
    entitled = qualifies(
        law,
        paid_in_window=whole(paid),
        paid_in_all=whole(record.months),
        bed_rest=truth(False),
        paid_in_two_years=whole(paid),
        infertility_treated=truth(False),
    )
    seen: dict[str, Figure] = {"paid_in_window": paid}
    if not entitled.item() or not wages:
        return Answer(seen, tuple(trace.flat()), entitled=False, reason="too_few_months_before_birth")
    children, before = whole(said["children"]), whole(said["living_before"])
    last = {"last_wages": whole(sum(wages)), "last_wage_months": whole(len(wages))}
    if record.female:
        months = leave(law, children=children, living_before=before)
        figures: dict[str, Figure] = {
            "maternity_pay": by_months(law, **last, leave_months=months).item(),
            "leave_months": months.item(),
            "birth_grant": grant(law, children=children, qualifies=entitled).item(),
        }
    else:
        days = father(
            law,
            children=children,
            surgery=truth(said["surgery"]),
            before_32_weeks=truth(False),
            living_before=before,
        )
        figures = {
            "maternity_pay": by_working_days(law, **last, leave_days=days).item(),
            "father_days": days.item(),
        }
    return Answer({**figures, **seen}, tuple(trace.flat()))


def _until_birth(asked: Asked, birth: Month) -> Record:
    record, now = asked.record, Month.containing(asked.on)
    if not asked.supposed["goes_on"] or record.latest_wage is None or birth <= now.plus(1):
        return record
    return record.going_on(birth.plus(-1), wage=record.latest_wage, scale=Scale.EMPLOYER, since=now.plus(1))


def _last_wages(record: Record) -> list[int]:
    """The wages of the last six months paid, the latest first."""
    wages = [one.wage for one in reversed(record.stretches) for _ in range(min(one.months, _SIX))]
    return wages[:_SIX]
