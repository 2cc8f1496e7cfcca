"""Amounts of sickness: Law 58/2014/QH13 art. 28; Law 41/2024/QH15 art. 45."""

from __future__ import annotations

from vssid.domain.law.benefits.sickness.formula import LAST_OF_2014, LAW_2014, LAW_2024
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
    until=LAST_OF_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 6(2)",
)
def by_months(law: Law, *, sick_wage: Whole, sick_months: Whole, odd_days: Whole, sick_rate: Whole) -> Whole:
    """Odd days together never exceed a month."""
    divisor = law.figure("sickness.daily_divisor")
    return share(sick_wage, (sick_months * divisor + at_most(odd_days, divisor)) * sick_rate, divisor * PPM)
