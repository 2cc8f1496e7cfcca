"""Lump sums of survivors: Law 58/2014/QH13 art. 70 and 81; Law 41/2024/QH15 art. 89 and 110."""

from __future__ import annotations

from vssid.domain.law.benefits.survivors.formula import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM


@rule(
    "survivors.lump_months",
    marked("Months of the average in the lump sum"),
    gives="lump_months",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 70(1) and 81(2)",
)
def lump_months(
    law: Law, *, half_years_before_2014: Whole, half_years_from_2014: Whole, has_compulsory: Truth
) -> Whole:
    """In millionths. The least of three months holds for whoever has compulsory months."""
    early = half_years_before_2014 * law.figure("lump_sum_withdrawal.pre2014")
    months = (early + half_years_from_2014 * law.figure("lump_sum_withdrawal.from2014")) // 2
    return where(has_compulsory, at_least(months, law.figure("survivors.lump_least")), months)


lump_months.restated(LAW_2024, article="Law 41/2024/QH15 art. 89(1) and 110")


@rule(
    "survivors.pensioner_months",
    marked("Months of the pension in the lump sum"),
    gives="lump_months",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 70(2)",
)
def pensioner_months(law: Law, *, pension_months_received: Whole) -> Whole:
    """In millionths."""
    further = at_least(pension_months_received - law.figure("survivors.pensioner_free_months"), 0)
    months = law.figure("survivors.lump_of_pensioner") - further * law.figure("survivors.less_each_month")
    return at_least(months, law.figure("survivors.lump_least"))


pensioner_months.restated(LAW_2024, article="Law 41/2024/QH15 art. 89(2)")


@rule(
    "survivors.lump_sum",
    marked("Survivors' lump sum"),
    gives="survivors_lump_sum",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 70",
)
def lump_sum(law: Law, *, lump_months: Whole, of_a_month: Whole) -> Whole:
    """``of_a_month``: the average of the adjusted wages, or the pension of the month before the death."""
    return share(of_a_month, lump_months, PPM)


lump_sum.restated(LAW_2024, article="Law 41/2024/QH15 art. 89")


@rule(
    "survivors.paid_back",
    marked("Lump sum of a short voluntary time: what was paid"),
    gives="survivors_lump_sum",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 81(2)",
)
def paid_back(law: Law, *, income: Whole, months_voluntary: Whole) -> Whole:
    """``income``: of a month, the same in all of them. At most two months of it."""
    most = income * law.figure("survivors.voluntary_short_most")
    return at_most(_paid(law, income, months_voluntary), most)


@paid_back.since(LAW_2024, article="Law 41/2024/QH15 art. 110")
def _(law: Law, *, income: Whole, months_voluntary: Whole) -> Whole:
    return _paid(law, income, months_voluntary)


def _paid(law: Law, income: Whole, months: Whole) -> Whole:
    return share(income, months * law.figure("voluntary.rate"), PPM)
