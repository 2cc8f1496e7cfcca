"""What if I lose my job: whether unemployment benefit is due, how much, for how long and from when.

Supposed is that the job ends lawfully and that the claim is filed within its time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from vssid.domain.law.benefits.unemployment.case_words import agency_calendar
from vssid.domain.law.benefits.unemployment.course import start
from vssid.domain.law.benefits.unemployment.entitlement import LAW_38, LAW_74, entitled, file_by
from vssid.domain.law.benefits.unemployment.formula import AVERAGED, cap, duration, monthly, odd_months, total
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.record import Record
from vssid.domain.law.estimates.retirement import has_pension_years, pension_age
from vssid.domain.ledger.months import MonthRun
from vssid.domain.values.months import Month

EARLIEST = LAW_38
"""The first end of a contract this can answer."""

_TWO_YEARS, _THREE_YEARS = 24, 36
"""Months looked back on: Law 38/2013/QH13 art. 49(2), Law 74/2025/QH15 art. 38(1)."""


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``contract_ends`` (a day, ISO), ``short_contract`` (of under twelve months), ``months``
    (of unemployment insurance), ``average_wage`` (of the last six), ``wage_region`` and ``state_scale``."""
    if not asked.record.citizen and not asked.supposed["months"]:
        return Answer({}, (), entitled=False, reason="foreigners_not_insured")
    ends = date.fromisoformat(asked.supposed["contract_ends"])
    law = asked.law(trace, ends)
    by = file_by(law, contract_ended_on=whole(ends.toordinal())).item()
    months = duration(law, months=whole(asked.supposed["months"]))
    seen = _looked_back(asked, ends)
    pension = _pension_due(law, asked.record, Month.containing(ends))
    if not _entitled(law, asked, seen, pension=pension):
        reason = _reason(law, asked, enough=bool(months.item()), pension=pension)
        return Answer(seen, tuple(trace.flat()), entitled=False, reason=reason)
    due = _monthly(law, asked, ends)
    in_all = total(law, unemployment_benefit=whole(due), benefit_months=months)
    return Answer(
        {
            "unemployment_benefit": due,
            "benefit_months": months.item(),
            "unemployment_total": in_all.item(),
            "odd_months": odd_months(law, months=whole(asked.supposed["months"])).item(),
            "file_by": by,
            "benefit_starts_on": _starts(law, asked, ends),
        },
        tuple(trace.flat()),
    )


def _entitled(law: Law, asked: Asked, seen: dict[str, Figure], *, pension: bool) -> bool:
    short = law.figure("unemployment.shortest_contract") if _short(asked) else 0
    found = entitled(
        law,
        contract_months=whole(short),
        months_in_last_24=whole(seen.get("months_in_last_24", 0)),
        months_in_last_36=whole(seen.get("months_in_last_36", 0)),
        left_unlawfully=truth(False),
        draws_pension=truth(False),
        could_draw_pension=truth(pension),
        applied_in_time=truth(True),
    )
    return bool(found.item()) and asked.supposed["months"] >= law.figure("unemployment.least_months")


def _reason(law: Law, asked: Asked, *, enough: bool, pension: bool) -> str:
    """The one that no month more would mend goes first."""
    if pension and law.on >= LAW_74:
        return "pension_due"
    if not enough:
        return "too_few_unemployment_months"
    return "too_few_months_in_three_years" if _short(asked) else "too_few_months_in_two_years"


def _looked_back(asked: Asked, ends: date) -> dict[str, Figure]:
    """Months of the years before the end that no benefit has used. Those a person adds to the ones on record
    are taken for the latest; those taken off are missing."""
    said, record, last = asked.supposed["months"], asked.record, Month.containing(ends)
    years, name = (_THREE_YEARS, "months_in_last_36") if _short(asked) else (_TWO_YEARS, "months_in_last_24")
    first = last.plus(1 - years)
    on_record = sum(max(0, min(run.last, last) - max(run.first, first) + 1) for run in _runs(record, last))
    added = max(0, said - record.unemployment.months)
    return {name: min(said, years, on_record + added)}


def _runs(record: Record, last: Month) -> tuple[MonthRun, ...]:
    """Months of unemployment insurance; where their dates are not on record, those paid as an employee."""
    paid = record.unemployment
    if paid.runs is not None:
        return paid.runs
    return tuple(MonthRun(one.first, one.last) for one in record.at_work if one.first <= last)


def _last_paid(asked: Asked, ends: date) -> Month:
    """The last month contributed for: on record, or, while the record still goes on, that of the end."""
    last = Month.containing(ends)
    paid = [min(run.last, last) for run in _runs(asked.record, last) if run.first <= last]
    still = ends > asked.on and asked.record.insured_on(asked.on)
    return last if still or not paid else Month(max(paid))


def _pension_due(law: Law, record: Record, last: Month) -> bool:
    """Whether age and years are reached when the contract ends, in ``last``. Steps are written where they
    are.
    """
    unseen = replace(law, trace=None)
    due = (
        record.born < last
        and pension_age(unseen, record) <= last
        and bool(has_pension_years(unseen, [record.until(last)]).item())
    )
    if due:
        pension_age(law, record)
        has_pension_years(law, [record.until(last)])
    return due


def _monthly(law: Law, asked: Asked, ends: date) -> int:
    most = cap(
        law,
        contract_ended_on=whole(ends.toordinal()),
        last_month_contributed=whole(int(_last_paid(asked, ends))),
        wage_region=whole(asked.supposed["wage_region"]),
        state_scale=truth(asked.supposed["state_scale"]),
    )
    wages = whole(AVERAGED * asked.supposed["average_wage"])
    due = monthly(law, wages_averaged=wages, months_averaged=whole(AVERAGED), benefit_cap=most)
    return int(due.unemployment_benefit.item())


def _starts(law: Law, asked: Asked, ends: date) -> int:
    """When the file is complete on the day after the job, or today if that is later, within its time."""
    latest = date.fromordinal(
        int(file_by(replace(law, trace=None), contract_ended_on=whole(ends.toordinal())).item())
    )
    filed = min(max(ends + timedelta(days=1), asked.on), latest)
    off, worked = agency_calendar(filed)
    found = start(
        law,
        filed_on=whole(filed.toordinal()),
        days_off=np.array([day.toordinal() for day in off], np.int64),
        weekend_days_worked=np.array([day.toordinal() for day in worked], np.int64),
    )
    return int(found.item())


def _short(asked: Asked) -> bool:
    """Earlier versions did not ask."""
    return bool(asked.supposed.get("short_contract", False))
