"""Amounts of maternity: Law 58/2014/QH13 art. 38 and 39; Law 41/2024/QH15 art. 58, 59, 94 and 95."""

from __future__ import annotations

from vssid.domain.law.benefits.maternity.formula import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, at_least, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked


@rule(
    "maternity.average",
    marked("Average of the last paid months"),
    gives="maternity_average",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 39(1)(a)",
)
def average(law: Law, *, last_wages: Whole, last_wage_months: Whole) -> Whole:
    """For show, rounded; payments are computed from the sum. The last paid months count, gaps skipped."""
    return share(last_wages, 1, at_least(last_wage_months, 1))


average.restated(LAW_2024, article="Law 41/2024/QH15 art. 59(1)")


@rule(
    "maternity.by_months",
    marked("Pay for the leave at birth"),
    gives="maternity_pay",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 39(1)(b)",
)
def by_months(law: Law, *, last_wages: Whole, last_wage_months: Whole, leave_months: Whole) -> Whole:
    return share(last_wages, leave_months, at_least(last_wage_months, 1))


by_months.restated(LAW_2024, article="Law 41/2024/QH15 art. 59(1)")


@rule(
    "maternity.by_working_days",
    marked("Pay for working days of leave"),
    gives="maternity_pay",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 39(1)(b)",
)
def by_working_days(law: Law, *, last_wages: Whole, last_wage_months: Whole, leave_days: Whole) -> Whole:
    return _by_days(last_wages, last_wage_months, leave_days, law.figure("maternity.working_days"))


by_working_days.restated(LAW_2024, article="Law 41/2024/QH15 art. 59(2)")


@rule(
    "maternity.by_calendar_days",
    marked("Pay for calendar days"),
    gives="maternity_pay",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 39(1)(c)",
)
def by_calendar_days(law: Law, *, last_wages: Whole, last_wage_months: Whole, leave_days: Whole) -> Whole:
    return _by_days(last_wages, last_wage_months, leave_days, law.figure("maternity.calendar_days"))


by_calendar_days.restated(LAW_2024, article="Law 41/2024/QH15 art. 59(2)")


def _by_days(wages: Whole, months: Whole, days: Whole, of_a_month: int) -> Whole:
    return share(wages, days, at_least(months, 1) * of_a_month)


@rule(
    "maternity.grant",
    marked("Grant at birth"),
    gives="birth_grant",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 38",
)
def grant(law: Law, *, children: Whole, qualifies: Truth) -> Whole:
    """By the figure of the month of birth, whenever it is paid."""
    return where(qualifies, children * law.figure("maternity.lump_sum_per_child"), 0)


grant.restated(LAW_2024, article="Law 41/2024/QH15 art. 58")


@rule(
    "maternity.voluntary",
    marked("Maternity grant of the voluntary scheme"),
    gives="voluntary_grant",
    since=LAW_2024,
    article="Law 41/2024/QH15 art. 94 and 95",
)
def voluntary(law: Law, *, children: Whole, paid_in_window: Whole) -> Whole:
    """``children``: born, or lost from the 22nd week on. Paid by the State budget, to one of the parents."""
    enough: Truth = paid_in_window >= law.figure("maternity.months_paid")
    return where(enough, children * law.figure("maternity_voluntary.amount_per_child"), 0)
