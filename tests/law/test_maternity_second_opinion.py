"""Maternity of invented births against the second reading of its articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.environment.nights import NIGHT
from tests.law.careers import Birth, births
from tests.law.naive import maternity as naive
from vssid.domain.law.benefits.maternity.case_wages import Wages, last_wages, paid_months
from vssid.domain.law.benefits.maternity.formula import after_end, father, leave, qualifies, window
from vssid.domain.law.benefits.maternity.pay import by_calendar_days, by_months, by_working_days, grant
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month

COUNT = 100_000 if NIGHT else 3_000


def test_births_come_out_alike() -> None:
    compared = 0
    for birth in births(20260701, COUNT):
        assert list(ours(birth)) == list(theirs(birth)), birth
        compared += 1
    assert compared == COUNT


def theirs(birth: Birth) -> Iterator[tuple[str, object]]:
    day, wages = birth.day, birth.wages
    paid = day.replace(day=1) in wages
    looked_at = naive.window(day, paid)
    yield "window", (looked_at[0], looked_at[-1])
    yield (
        "qualifies",
        naive.qualifies(wages, day, bed_rest=birth.bed_rest, infertility=birth.infertility),
    )
    yield "leave", naive.leave_months(day, birth.children, birth.living_before)
    days = naive.father_days(
        day,
        birth.children,
        surgery=birth.surgery,
        under_32_weeks=birth.under_32_weeks,
        living_before=birth.living_before,
    )
    yield "father", days
    yield "grant", naive.lump_sum(day, birth.children)
    ended = min(naive.miscarriage_days(birth.weeks, day), birth.prescribed)
    yield "ended", ended
    if any(month <= looked_at[-1] for month in wages):
        mean = naive.average(wages, day)
        yield "mother's pay", naive.mother(mean, day, birth.children, birth.living_before)
        yield "father's pay", naive.father(mean, days)
        yield "pay after the end", naive.miscarriage(mean, ended)


def ours(birth: Birth) -> Iterator[tuple[str, object]]:
    law = Law(birth.day, parameter)
    wages: Wages = {Month.containing(month): wage for month, wage in birth.wages.items()}
    paid = Month.containing(birth.day) in wages
    looked_at = window(law, birth_on=whole(birth.day.toordinal()), paid_in_birth_month=truth(paid))
    first, last = Month(looked_at.window_first[0]), Month(looked_at.window_last[0])
    yield "window", (_first_day(first), _first_day(last))
    found = qualifies(
        law,
        paid_in_window=whole(paid_months(wages, first, last)),
        paid_in_all=whole(sum(month <= Month.containing(birth.day) for month in wages)),
        bed_rest=truth(birth.bed_rest),
        paid_in_two_years=whole(paid_months(wages, Month(last - 23), last)),
        infertility_treated=truth(birth.infertility),
    )
    yield "qualifies", bool(found[0])
    children, living = whole(birth.children), whole(birth.living_before)
    months = leave(law, children=children, living_before=living)
    yield "leave", int(months[0])
    days = father(
        law,
        children=children,
        surgery=truth(birth.surgery),
        before_32_weeks=truth(birth.under_32_weeks),
        living_before=living,
    )
    yield "father", int(days[0])
    yield "grant", int(grant(law, children=children, qualifies=truth(True))[0])
    ended = min(int(after_end(law, weeks=whole(birth.weeks))[0]), birth.prescribed)
    yield "ended", ended
    total, count = last_wages(wages, last, 6)
    if count:
        pay = {"last_wages": whole(total), "last_wage_months": whole(count)}
        yield "mother's pay", int(by_months(law, **pay, leave_months=months)[0])
        yield "father's pay", int(by_working_days(law, **pay, leave_days=days)[0])
        yield "pay after the end", int(by_calendar_days(law, **pay, leave_days=whole(ended))[0])


def _first_day(month: Month) -> date:
    return month.first_day
