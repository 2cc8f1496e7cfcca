"""Amounts of sickness: Law 58/2014/QH13 art. 28; Law 41/2024/QH15 art. 45."""

from __future__ import annotations

from vssid.domain.law.benefits.sickness.formula import CIRCULAR_2021, LAST_OF_2014, LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, at_most, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM


@rule(
    "sickness.base_wage",
    marked("Wage the benefit is reckoned by"),
    gives="sick_wage",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 28(1)",
)
def base_wage(law: Law, *, wage_before: Whole, registered_wage: Whole, first_month: Truth) -> Whole:
    """Of the month before the leave; in the first month of work, and of coming back to it, of that month."""
    return where(first_month, registered_wage, wage_before)


base_wage.restated(LAW_2024, article="Law 41/2024/QH15 art. 45(1)")


@rule(
    "sickness.by_days",
    marked("Sickness benefit for working days"),
    gives="sick_pay",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 28(4)",
)
def by_days(
    law: Law,
    *,
    sick_wage: Whole,
    sick_half_days: Whole,
    sick_rate: Whole,
    half_days_after: Whole,
    rate_after: Whole,
) -> Whole:
    """``half_days_after``: of a long illness, paid at ``rate_after``."""
    return _by_days(law, sick_wage, sick_half_days * sick_rate + half_days_after * rate_after)


by_days.restated(LAW_2024, article="Law 41/2024/QH15 art. 45(4)")


def _by_days(law: Law, wage: Whole, rated_half_days: Whole) -> Whole:
    return share(wage, rated_half_days, 2 * law.figure("sickness.daily_divisor") * PPM)


@rule(
    "sickness.by_months",
    marked("Benefit of a long illness by months and odd days"),
    gives="sick_pay",
    since=LAW_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 6(2)",
)
def by_months(
    law: Law,
    *,
    sick_wage: Whole,
    sick_months: Whole,
    odd_days: Whole,
    sick_rate: Whole,
    months_after: Whole,
    odd_days_after: Whole,
    rate_after: Whole,
) -> Whole:
    """``months_after`` and ``odd_days_after``: past the days at the full rate, paid at ``rate_after``. An odd
    day is a 24th of a month, however many there are.
    """
    rated = _in_days(law, sick_months, odd_days) * sick_rate
    return _by_months(law, sick_wage, rated + _in_days(law, months_after, odd_days_after) * rate_after)


@by_months.since(
    CIRCULAR_2021,
    until=LAST_OF_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 6(2), as amended by Circular 06/2021/TT-BLDTBXH art. 1(2)",
)
def _(
    law: Law,
    *,
    sick_wage: Whole,
    sick_months: Whole,
    odd_days: Whole,
    sick_rate: Whole,
    months_after: Whole,
    odd_days_after: Whole,
    rate_after: Whole,
) -> Whole:
    """The odd days of either stretch never exceed a month."""
    month = law.figure("sickness.daily_divisor")
    rated = _in_days(law, sick_months, at_most(odd_days, month)) * sick_rate
    rated_after = _in_days(law, months_after, at_most(odd_days_after, month)) * rate_after
    return _by_months(law, sick_wage, rated + rated_after)


def _in_days(law: Law, months: Whole, odd_days: Whole) -> Whole:
    return months * law.figure("sickness.daily_divisor") + odd_days


def _by_months(law: Law, wage: Whole, rated_days: Whole) -> Whole:
    return share(wage, rated_days, law.figure("sickness.daily_divisor") * PPM)
