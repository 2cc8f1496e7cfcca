"""Law 58/2014/QH13 art. 122(3) with Decision 595/QĐ-BHXH art. 37 and 38; Law 41/2024/QH15 art. 40 and 41."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Whole, at_least, at_rate, share
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import month_of
from vssid.domain.values.problem import marked

_SINCE, _LAST = date(2016, 1, 1), date(2025, 6, 30)
_BY_DAY = date(2025, 7, 1)


@rule(
    "late_payment.rate_a_month",
    marked("Rate a month, to four decimals of a per cent"),
    gives="rate_a_month",
    since=_SINCE,
    until=_LAST,
    article="Decision 595/QĐ-BHXH art. 37(3)",
)
def rate_a_month(law: Law, *, yield_of_a_year: Whole) -> Whole:
    """``yield_of_a_year``: of the fund's investments; for health insurance the interbank rate of nine months.

    Decision 595 example 12 computes with 1.0833 %, which is twice 6.5 % in twelve parts, rounded.
    """
    return share(
        yield_of_a_year, law.figure("late_payment.yields"), law.figure("late_payment.months_of_a_yield")
    )


@rule(
    "late_payment.overdue",
    marked("What is overdue: all that is owed without what may still be paid in time"),
    gives="overdue",
    since=_SINCE,
    until=_LAST,
    article="Decision 595/QĐ-BHXH art. 37(3)",
)
def overdue_amount(law: Law, *, owed_in_all: Whole, not_yet_overdue: Whole) -> Whole:
    """``not_yet_overdue``: of the month before; of payers by three or six months, of their running cycle."""
    return at_least(owed_in_all - not_yet_overdue, 0)


@rule(
    "late_payment.months",
    marked("Firsts of a month on which late payment is charged"),
    gives="late_months",
    since=_SINCE,
    until=_LAST,
    article="Decision 595/QĐ-BHXH art. 37(3)",
)
def months(law: Law, *, deadline: Whole, paid_on: Whole) -> Whole:
    """The first of the month after the deadline charges nothing: the debt is not 30 days old."""
    return at_least(month_of(paid_on) - month_of(deadline) - law.figure("late_payment.months_free"), 0)


@rule(
    "late_payment.by_month",
    marked("Late payment, charged by the month"),
    gives="late_interest",
    since=_SINCE,
    until=_LAST,
    article="Law 58/2014/QH13 art. 122(3)",
)
def by_month(law: Law, *, overdue: Whole, rate_of_the_months: Whole) -> Whole:
    """``rate_of_the_months``: the rate of one month, or the sum over all months when they differ by year."""
    return at_rate(overdue, rate_of_the_months)


@rule(
    "late_payment.days",
    marked("Days after the deadline, up to and with the day of payment"),
    gives="late_days",
    since=_BY_DAY,
    article="Law 41/2024/QH15 art. 40(1)",
)
def days(law: Law, *, deadline: Whole, paid_on: Whole) -> Whole:
    """The first day is the one after the deadline; of an older debt the days before July 2025 do not count
    here, for they are charged by the month.
    """
    return at_least(paid_on - at_least(deadline, _LAST.toordinal()), 0)


@rule(
    "late_payment.by_day",
    marked("Late payment, charged by the day"),
    gives="late_interest",
    since=_BY_DAY,
    article="Law 41/2024/QH15 art. 40 and 41",
)
def by_day(law: Law, *, overdue: Whole, late_days: Whole) -> Whole:
    """Simple: nothing is charged on what was charged before."""
    return at_rate(overdue, late_days * law.figure("late_payment.rate_per_day"))
