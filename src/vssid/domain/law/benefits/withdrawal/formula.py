"""Law 58/2014/QH13 art. 60 and 77; Law 41/2024/QH15 art. 70 and 102; Decree 159/2025/NĐ-CP art. 9."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.averages import HUNDREDTHS, Average, of_average
from vssid.domain.law.shared.time import split_2014
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_SINCE = date(2016, 1, 1)
_LAW_2024 = date(2025, 7, 1)
THOUSANDTHS = 1000
_HALVES = 2


class Due(NamedTuple):
    """``months_of_average``: thousandths of a month. Of 12 months and more."""

    half_years_before_2014: Whole
    half_years_from_2014: Whole
    months_of_average: Whole


@rule(
    "withdrawal.months_of_average",
    marked("Months of the average for the time contributed"),
    since=_SINCE,
    article="Law 58/2014/QH13 art. 60(2); Circular 59/2015/TT-BLDTBXH art. 19(4)",
)
def months_of_average(law: Law, *, months_before_2014: Whole, months_from_2014: Whole) -> Due:
    """Rates are millionths of a month for each year; the halves of years make ``2 ×`` of them."""
    split = split_2014(law, months_before_2014=months_before_2014, months_from_2014=months_from_2014)
    millionths = split.half_years_before_2014 * law.figure(
        "lump_sum_withdrawal.pre2014"
    ) + split.half_years_from_2014 * law.figure("lump_sum_withdrawal.from2014")
    return Due(
        split.half_years_before_2014,
        split.half_years_from_2014,
        share(millionths, THOUSANDTHS, _HALVES * PPM),
    )


months_of_average.restated(_LAW_2024, article="Law 41/2024/QH15 art. 70(3)(a) and (b), 102(2)")


@rule(
    "withdrawal.contributed",
    marked("What was contributed, by the wages or income"),
    gives="contributed",
    since=_SINCE,
    article="Circular 59/2015/TT-BLDTBXH art. 19(2)",
)
def contributed(law: Law, *, paid_total: Whole, adjusted_total: Whole) -> Whole:
    """đồng. ``paid_total`` of the wages as paid on, ``adjusted_total`` after adjustment, both in hundredths
    of a đồng.
    """
    base = adjusted_total if law.figure("withdrawal.contributed_of_adjusted_wages") else paid_total
    return share(base, law.figure("withdrawal.contributed_rate"), HUNDREDTHS * PPM)


contributed.restated(_LAW_2024, article="Law 41/2024/QH15 art. 70(3)(c) and 102(2)(c)")


@rule(
    "withdrawal.amount",
    marked("Lump-sum withdrawal"),
    gives="withdrawal",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 60(2) and 77(2)",
)
def amount(
    law: Law,
    *,
    average_total: Whole,
    average_months: Whole,
    months_before_2014: Whole,
    months_from_2014: Whole,
    contributed: Whole,
) -> Whole:
    """đồng, before State support is taken off. ``average_*``: see
    :class:`~vssid.domain.law.shared.averages.Average`.
    """
    return _amount(
        law, Average(average_total, average_months), months_before_2014, months_from_2014, contributed
    )


amount.restated(_LAW_2024, article="Law 41/2024/QH15 art. 70(3) and 102(2)")


def _amount(law: Law, mean: Average, before: Whole, after: Whole, contributed: Whole) -> Whole:
    due = months_of_average(law, months_before_2014=before, months_from_2014=after)
    short: Truth = before + after < law.figure("withdrawal.whole_year")
    return where(
        short,
        at_most(contributed, most_below_a_year(law, mean)),
        of_average(mean, due.months_of_average, THOUSANDTHS),
    )


def most_below_a_year(law: Law, mean: Average) -> Whole:
    """đồng."""
    return of_average(mean, law.figure("withdrawal.most_below_a_year"))


@rule(
    "withdrawal.after_state_support",
    marked("What remains after the State's support of voluntary contributions is taken off"),
    gives="withdrawal_paid",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 77; Decree 134/2015/NĐ-CP art. 7",
)
def after_state_support(law: Law, *, withdrawal: Whole, state_subsidy: Whole, gravely_ill: Truth) -> Whole:
    """``gravely_ill``: a listed illness, or impairment of 81 % and more; nothing is taken off then."""
    return at_least(withdrawal - where(gravely_ill, 0, state_subsidy), 0)


after_state_support.restated(
    _LAW_2024, article="Law 41/2024/QH15 art. 70(4) and 102(3); Decree 159/2025/NĐ-CP art. 5(6) and 9(1)"
)
