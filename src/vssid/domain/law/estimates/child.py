"""We expect a child: leave, pay and grant, of the mother or the father, by the months on record.

Months paid as an employee and voluntary ones give different rights and are counted apart; a right as an
employee comes first (Law 41/2024/QH15 art. 50 to 59, 94 and 95).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.domain.law.benefits.maternity.formula import LAW_2014, LAW_2024, father, leave, qualifies, window
from vssid.domain.law.benefits.maternity.pay import by_months, by_working_days, grant, voluntary
from vssid.domain.law.engine.exact import Truth, Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.record import Record
from vssid.domain.values.months import Month

EARLIEST = LAW_2014
"""The first day of birth this can answer."""


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``birth`` (a day, ISO), ``children``, ``living_before`` (children of the mother alive),
    ``surgery``, ``goes_on`` (who is insured now pays on, at the latest wage, until the birth), and of a
    father ``mother_without``: she has no grant of her own."""
    birth = _Birth.of(asked, trace)
    found = _mother(birth) if asked.record.female else _father(birth)
    seen: dict[str, Figure] = {"paid_in_window": birth.at_work}
    if birth.by_themselves:
        seen["voluntary_in_window"] = birth.by_themselves
    if asked.record.insured_to:
        seen["record_to"] = int(asked.record.insured_to)
    if not found:
        return Answer(seen, tuple(trace.flat()), entitled=False, reason=_reason(birth))
    return Answer({**found, **seen}, tuple(trace.flat()))


@dataclass(frozen=True, slots=True)
class _Birth:
    """``record``: as it stands at the birth. ``at_work``, ``by_themselves``: months in the window paid as an
    employee, and voluntary ones. ``last``: the wages of the last six months as an employee.
    """

    asked: Asked
    law: Law
    month: Month
    record: Record
    at_work: int
    by_themselves: int
    enough: Truth
    last: dict[str, Whole]

    @classmethod
    def of(cls, asked: Asked, trace: Trace) -> _Birth:
        born = date.fromisoformat(asked.supposed["birth"])
        law, month = asked.law(trace, born), Month.containing(born)
        record = _until_birth(asked, born, law)
        seen = window(
            law,
            birth_on=whole(born.toordinal()),
            paid_in_birth_month=truth(bool(record.paid_between(month, month, voluntary=False))),
        )
        first, last = Month(seen.window_first.item()), Month(seen.window_last.item())
        at_work = record.paid_between(first, last, voluntary=False)
        enough = qualifies(
            law,
            paid_in_window=whole(at_work),
            paid_in_all=whole(record.until(last).compulsory),
            bed_rest=truth(False),
            paid_in_two_years=whole(at_work),
            infertility_treated=truth(False),
        )
        by_themselves = record.paid_between(first, last, voluntary=True)
        wages = _last_wages(record.until(last), law.figure("maternity.average_months"))
        of_last = {"last_wages": whole(sum(wages)), "last_wage_months": whole(len(wages))}
        return cls(asked, law, month, record, at_work, by_themselves, enough, of_last if wages else {})

    @property
    def children(self) -> Whole:
        return whole(self.asked.supposed["children"])

    @property
    def mother_without(self) -> bool:
        """A mother is not asked, nor did earlier versions ask."""
        return bool(self.asked.supposed.get("mother_without", False))

    @property
    def living_before(self) -> Whole:
        return whole(self.asked.supposed["living_before"])


def _mother(birth: _Birth) -> dict[str, Figure]:
    if not (birth.enough.item() and birth.last):
        return _voluntary(birth)
    months = leave(birth.law, children=birth.children, living_before=birth.living_before)
    return {
        "maternity_pay": by_months(birth.law, **birth.last, leave_months=months).item(),
        "leave_months": months.item(),
        "birth_grant": grant(birth.law, children=birth.children, qualifies=birth.enough).item(),
    }


def _father(birth: _Birth) -> dict[str, Figure]:
    """His days ask for insurance at the birth and for no number of months; the grant for six months, and that
    the mother has none."""
    at_birth = bool(birth.record.paid_between(birth.month.plus(-1), birth.month, voluntary=False))
    found: dict[str, Figure] = {}
    if birth.last and at_birth:
        days = father(
            birth.law,
            children=birth.children,
            surgery=truth(birth.asked.supposed["surgery"]),
            before_32_weeks=truth(False),
            living_before=birth.living_before,
        )
        pay = by_working_days(birth.law, **birth.last, leave_days=days)
        found = {"maternity_pay": pay.item(), "father_days": days.item()}
    if birth.mother_without and birth.enough.item():
        granted = grant(birth.law, children=birth.children, qualifies=birth.enough)
        return {**found, "birth_grant": granted.item()}
    return found or (_voluntary(birth) if birth.mother_without else {})


def _voluntary(birth: _Birth) -> dict[str, Figure]:
    """Nothing before the law of 2024."""
    if not birth.by_themselves or birth.law.on < LAW_2024:
        return {}
    granted = voluntary(birth.law, children=birth.children, paid_in_window=whole(birth.by_themselves))
    return {"voluntary_grant": granted.item()} if granted.item() else {}


def _reason(birth: _Birth) -> str:
    record = birth.asked.record
    if birth.by_themselves and not record.female:
        return "too_few_months_before_birth" if birth.mother_without else "mother_first"
    if not record.insured_to:
        return "too_few_months_before_birth" if birth.by_themselves else "nothing_paid_at_work"
    if not record.female:
        return "not_insured_now"
    insured = record.insured_on(birth.asked.on)
    return "too_few_months_before_birth" if insured or birth.by_themselves else "not_insured_before_birth"


def _until_birth(asked: Asked, born: date, law: Law) -> Record:
    """With the months still to come before the birth; from the 15th on the month of birth is one of them."""
    record, now, month = asked.record, Month.containing(asked.on), Month.containing(born)
    scale = record.paying_on(asked.on)
    if not asked.supposed["goes_on"] or scale is None:
        return record
    counted = law.figure("maternity.birth_month_day") <= born.day
    until = month if counted else month.plus(-1)
    since = record.stretches[-1].last.plus(1) if record.stands_to else now.plus(1)
    if until < since:
        return record
    return record.going_on(until, wage=record.stretches[-1].wage, scale=scale, since=since)


def _last_wages(record: Record, months: int) -> list[int]:
    """The wages of the last ``months`` paid as an employee, the latest first."""
    wages = [one.wage for one in reversed(record.at_work) for _ in range(min(one.months, months))]
    return wages[:months]
