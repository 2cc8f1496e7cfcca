"""Worked cases of maternity."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from vssid.domain.law.benefits.maternity.case_wages import last_wages, paid_months, wages_of
from vssid.domain.law.benefits.maternity.formula import (
    LAW_2024,
    after_end,
    counts_as_birth,
    father,
    leave,
    qualifies,
    window,
)
from vssid.domain.law.benefits.maternity.other_leave import contraception, visit
from vssid.domain.law.benefits.maternity.pay import (
    average,
    by_calendar_days,
    by_months,
    by_working_days,
    grant,
    voluntary,
)
from vssid.domain.law.engine.exact import Truth, Whole, at_most, truth, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.values.months import Month

DAYS, MONTHS = 1461, 48
"""Of four years. A case that names the month of a pregnancy means the weeks full at its beginning, so that
the fourth begins with 13; no act says it.
"""
DAYS_OF_A_WEEK = 7

Answer = dict[str, Any]


@regime("maternity")
def maternity(given: Given) -> Mapping[str, Any]:
    law = given.law(given.get("birth"))
    window_ = _window(given, law)
    answer: Answer = {"window": list(window_)} if window_ else {}
    paid = _paid_in_window(given, window_)
    if given.get("scheme") == "voluntary":
        once = _voluntary(given, law, paid)
        return answer | {"benefit": once, "lump_sum": once}
    entitled = _qualifies(given, law, window_, paid)
    wages = _last_wages(given, law, window_)
    if wages:
        answer["average"] = average(law, **wages)
    if given.get("father"):
        return answer | _father(given, law, wages, entitled)
    weeks = _weeks(given)
    if weeks is not None:
        return answer | _ended(given, law, weeks, wages, entitled)
    if "birth" not in given and "prescribed_days" in given:
        return answer | _days(law, whole(given["prescribed_days"]), wages)
    return answer | _birth(given, law, wages, entitled)


@regime("prenatal_visits")
def prenatal_visits(given: Given) -> Mapping[str, Any]:
    """``visits``: the working days asked for each visit, in order; ``visits_before``: paid before these."""
    law = given.law(given.get("on"), key="on")
    asked = whole(given["visits"])
    granted = visit(
        law,
        visit_number=given.get("visits_before", 0) + np.arange(1, len(asked) + 1),
        visit_days_asked=asked,
        hard_visit=truth(given.get("far_or_ill", False)),
    )
    days = whole(int(granted.sum()))
    wages = _wages_before(given, law)
    answer: Answer = {"visit_days": granted.tolist(), "days": days}
    return answer | ({"benefit": by_working_days(law, **wages, leave_days=days)} if wages else {})


@regime("contraception_leave")
def contraception_leave(given: Given) -> Mapping[str, Any]:
    law = given.law(given.get("on"), key="on")
    most = contraception(law, sterilised=truth(given["method"] == "sterilisation"))
    return {"max_days": most} | _days(
        law, at_most(most, given.get("prescribed_days", most)), _wages_before(given, law)
    )


def _wages_before(given: Given, law: Law) -> dict[str, Whole]:
    """Of the last paid months before the leave; of fewer than six, of those there are; of
    none the acts read say nothing.
    """
    if "average" in given or "on" not in given:
        return _last_wages(given, law, None)
    before = Month(Month.containing(given["on"]) - 1)
    wages = _last_wages(given, law, (before, before))
    return wages if wages and wages["last_wage_months"][0] else {}


def _window(given: Given, law: Law) -> tuple[Month, Month] | None:
    """Without a word on the month of birth it counts as paid for whoever had not left work before it."""
    birth: date | None = given.get("birth")
    if birth is None:
        return None
    month = Month.containing(birth)
    paid = given.get("contributed_in_birth_month")
    if paid is None and "history" in given:
        paid = month in wages_of(given["history"])
    if paid is None:
        paid = given.get("left_work", month + 1) > month
    found = window(law, birth_on=whole(birth.toordinal()), paid_in_birth_month=truth(paid))
    return Month(found.window_first[0]), Month(found.window_last[0])


def _paid_in_window(given: Given, window_: tuple[Month, Month] | None) -> int | None:
    if "qualifying_months" in given:
        return int(given["qualifying_months"])
    if "history" in given and window_:
        return paid_months(wages_of(given["history"]), *window_)
    return None


def _qualifies(given: Given, law: Law, window_: tuple[Month, Month] | None, paid: int | None) -> Truth | None:
    """None when the case says nothing about it. Of bed rest the months in all are taken as there, unless a
    history tells them.
    """
    if paid is None:
        return None
    in_all = law.figure("maternity.bed_rest_months_in_all")
    if "history" in given and window_:
        in_all = sum(month <= window_[1] for month in wages_of(given["history"]))
    return qualifies(
        law,
        paid_in_window=whole(paid),
        paid_in_all=whole(in_all),
        bed_rest=truth(given.get("bed_rest", False)),
        paid_in_two_years=whole(0),
        infertility_treated=truth(False),
    )


def _last_wages(given: Given, law: Law, window_: tuple[Month, Month] | None) -> dict[str, Whole]:
    if "average" in given:
        return {"last_wages": whole(given["average"]), "last_wage_months": whole(1)}
    if not given.get("history"):
        return {}
    wages = wages_of(given["history"])
    until = window_[1] if window_ else max(wages)
    last = last_wages(wages, until, law.figure("maternity.average_months"))
    return {"last_wages": whole(last.total), "last_wage_months": whole(last.months)}


def _voluntary(given: Given, law: Law, paid: int | None) -> Whole:
    """Before the law of 2024 the voluntary scheme knew no maternity."""
    weeks = _weeks(given)
    lost_early = weeks is not None and not counts_as_birth(law, weeks=weeks)[0]
    if law.on < LAW_2024 or lost_early:
        return whole(0)
    months = law.figure("maternity.months_paid") if paid is None else paid
    return voluntary(law, children=_children(given), paid_in_window=whole(months))


def _weeks(given: Given) -> Whole | None:
    if "miscarriage_weeks" in given:
        return whole(given["miscarriage_weeks"])
    if "stillbirth_month_of_pregnancy" in given:
        full_months = given["stillbirth_month_of_pregnancy"] - 1
        return whole(full_months * DAYS // (MONTHS * DAYS_OF_A_WEEK))
    return None


def _children(given: Given) -> Whole:
    return whole(given.get("children", 1))


def _living(given: Given) -> Whole:
    return whole(given.get("living_biological_children_before", 0))


def _birth(given: Given, law: Law, wages: dict[str, Whole], entitled: Truth | None) -> Answer:
    months = leave(law, children=_children(given), living_before=_living(given))
    who = truth(True) if entitled is None else entitled
    months = where(who, months, 0)
    answer: Answer = {
        "leave_months": months,
        "lump_sum": grant(law, children=_children(given), qualifies=who),
    }
    if wages:
        answer["benefit"] = by_months(law, **wages, leave_months=months)
    return answer


def _father(given: Given, law: Law, wages: dict[str, Whole], entitled: Truth | None) -> Answer:
    """His leave asks for no months of contributions; the grant, when only he is insured, asks for six."""
    days = father(
        law,
        children=_children(given),
        surgery=truth(given.get("surgery", False)),
        before_32_weeks=truth(False),
        living_before=_living(given),
    )
    if "prescribed_days" in given:
        days = at_most(days, given["prescribed_days"])
    answer: Answer = {"days": days}
    if wages:
        answer["benefit"] = by_working_days(law, **wages, leave_days=days)
    if entitled is not None:
        answer["lump_sum"] = grant(law, children=_children(given), qualifies=entitled)
    return answer


def _ended(given: Given, law: Law, weeks: Whole, wages: dict[str, Whole], entitled: Truth | None) -> Answer:
    """The leave of a birth needs the months of one; unless the case tells them, it shows both."""
    most = after_end(law, weeks=weeks)
    answer: Answer = {"max_days_after_stillbirth": most}
    if counts_as_birth(law, weeks=weeks)[0] and (entitled is None or entitled[0]):
        months = leave(law, children=_children(given), living_before=whole(0))
        answer["leave_months"] = months
        if entitled is not None:
            return answer | ({"benefit": by_months(law, **wages, leave_months=months)} if wages else {})
    return answer | _days(law, at_most(most, given.get("prescribed_days", most)), wages)


def _days(law: Law, days: Whole, wages: dict[str, Whole]) -> Answer:
    answer: Answer = {"days": days}
    if wages:
        answer["benefit"] = by_calendar_days(law, **wages, leave_days=days)
    return answer
