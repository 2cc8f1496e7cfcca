"""Law 58/2014/QH13 art. 31 to 39; Law 41/2024/QH15 art. 50 to 59, 94 and 95; Law 113/2025/QH15 art. 29.

The law of a case is that of the day of birth, or of the day on which a pregnancy ended.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole, at_least, choose, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import first_day, month_of
from vssid.domain.values.problem import marked

LAW_2014, LAW_2024 = date(2016, 1, 1), date(2025, 7, 1)
SECOND_CHILD = date(2026, 7, 1)


class Window(NamedTuple):
    window_first: Whole
    window_last: Whole


@rule(
    "maternity.window",
    marked("Months before the birth that are looked at"),
    since=LAW_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 9(1)",
)
def window(law: Law, *, birth_on: Whole, paid_in_birth_month: Truth) -> Window:
    """Both months included. The month of birth belongs to them from the 15th on, if it was paid."""
    month = month_of(birth_on)
    day = birth_on - first_day(month) + 1
    last = where(paid_in_birth_month & (day >= law.figure("maternity.birth_month_day")), month, month - 1)
    return Window(last + 1 - law.figure("maternity.window_months"), last)


window.restated(LAW_2024, article="Circular 12/2025/TT-BNV art. 8(2)")


@rule(
    "maternity.qualifies",
    marked("Enough months were paid before the birth"),
    gives="qualifies",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 31",
)
def qualifies(
    law: Law,
    *,
    paid_in_window: Whole,
    paid_in_all: Whole,
    bed_rest: Truth,
    paid_in_two_years: Whole,
    infertility_treated: Truth,
) -> Truth:
    return _usually_qualifies(law, paid_in_window, paid_in_all, bed_rest)


@qualifies.since(LAW_2024, article="Law 41/2024/QH15 art. 50")
def _(
    law: Law,
    *,
    paid_in_window: Whole,
    paid_in_all: Whole,
    bed_rest: Truth,
    paid_in_two_years: Whole,
    infertility_treated: Truth,
) -> Truth:
    """Treatment of infertility lets the months of two years count: art. 50(5)."""
    treated = infertility_treated & (paid_in_two_years >= law.figure("maternity.months_paid"))
    return _usually_qualifies(law, paid_in_window, paid_in_all, bed_rest) | treated


def _usually_qualifies(law: Law, in_window: Whole, in_all: Whole, bed_rest: Truth) -> Truth:
    enough: Truth = in_window >= law.figure("maternity.months_paid")
    fewer = in_window >= law.figure("maternity.bed_rest_months")
    long = in_all >= law.figure("maternity.bed_rest_months_in_all")
    return enough | (bed_rest & fewer & long)


@rule(
    "maternity.leave",
    marked("Leave of the mother at birth"),
    gives="leave_months",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 34(1)",
)
def leave(law: Law, *, children: Whole, living_before: Whole) -> Whole:
    """Months. ``living_before``: of the mother's biological children at the birth."""
    return _leave(law, children)


leave.restated(LAW_2024, article="Law 41/2024/QH15 art. 53(1)")


@leave.since(SECOND_CHILD, article="Law 113/2025/QH15 art. 29; Labour Code art. 139(1)")
def _(law: Law, *, children: Whole, living_before: Whole) -> Whole:
    longer = law.figure("maternity.leave.birth_months_second_child") - law.figure(
        "maternity.leave.birth_months"
    )
    return _leave(law, children) + where(_second(law, living_before), longer, 0)


def _leave(law: Law, children: Whole) -> Whole:
    further = children - 1
    months: Whole = further * law.figure("maternity.months_each_further_child")
    return months + law.figure("maternity.leave.birth_months")


def _second(law: Law, living_before: Whole) -> Truth:
    second: Truth = living_before == law.figure("maternity.second_child_living")
    return second


@rule(
    "maternity.father",
    marked("Leave of the father, working days"),
    gives="father_days",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 34(2)",
)
def father(
    law: Law, *, children: Whole, surgery: Truth, before_32_weeks: Truth, living_before: Whole
) -> Whole:
    by_surgery = whole(law.figure("maternity.father_days_twins_surgery"))
    return _father(law, children, surgery, before_32_weeks, by_surgery)


@father.since(LAW_2024, article="Law 41/2024/QH15 art. 53(2)")
def _(law: Law, *, children: Whole, surgery: Truth, before_32_weeks: Truth, living_before: Whole) -> Whole:
    return _father(law, children, surgery, before_32_weeks, _by_surgery(law, children))


@father.since(SECOND_CHILD, article="Law 113/2025/QH15 art. 29; Law 41/2024/QH15 art. 53(2)(c)")
def _(law: Law, *, children: Whole, surgery: Truth, before_32_weeks: Truth, living_before: Whole) -> Whole:
    usual = _father(law, children, surgery, before_32_weeks, _by_surgery(law, children))
    second = _second(law, living_before)
    return where(second, at_least(usual, law.figure("maternity.leave.father_days_second_child")), usual)


def _by_surgery(law: Law, children: Whole) -> Whole:
    """Of twins and more: the law of 2024 adds days from the third child here as well."""
    further = at_least(children - 2, 0)
    days: Whole = further * law.figure("maternity.father_days_each_further_child_surgery")
    return days + law.figure("maternity.father_days_twins_surgery")


def _father(law: Law, children: Whole, surgery: Truth, early: Truth, by_surgery: Whole) -> Whole:
    several = children >= 2
    twins = law.figure("maternity.father_days_twins")
    further = (children - 2) * law.figure("maternity.father_days_each_further_child")
    return choose(
        [
            (several & surgery, by_surgery),
            (several, twins + further),
            (surgery | early, law.figure("maternity.father_days_surgery")),
        ],
        law.figure("maternity.father_days") + np.zeros_like(children),
    )


@rule(
    "maternity.after_end",
    marked("Longest leave after a pregnancy that ended, rest days included"),
    gives="days_after_end",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 33(1)",
)
def after_end(law: Law, *, weeks: Whole) -> Whole:
    """``weeks``: full weeks of the pregnancy."""
    return law.brackets("maternity.ended_days", weeks)


after_end.restated(LAW_2024, article="Law 41/2024/QH15 art. 52(1)")


@rule(
    "maternity.counts_as_birth",
    marked("The end of the pregnancy gives the leave of a birth"),
    gives="counts_as_birth",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 33",
)
def counts_as_birth(law: Law, *, weeks: Whole) -> Truth:
    """Never under the law of 2014. Under that of 2024 for whoever has the months a birth asks for."""
    return np.zeros_like(weeks, np.bool_)


@counts_as_birth.since(LAW_2024, article="Law 41/2024/QH15 art. 52(2)")
def _(law: Law, *, weeks: Whole) -> Truth:
    late: Truth = weeks >= law.figure("maternity.full_leave_weeks")
    return late
