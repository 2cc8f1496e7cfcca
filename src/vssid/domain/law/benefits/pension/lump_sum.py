"""The lump sum on retirement, for years above those of 75 %."""

from __future__ import annotations

from typing import NamedTuple

from vssid.domain.law.benefits.pension.rate import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, at_least, of_each
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.averages import Average, of_average
from vssid.domain.law.shared.time import rounded
from vssid.domain.values.problem import marked

_HALVES_OF_HUNDREDTHS = 200


class Over(NamedTuple):
    """Half years above those of 75 %, paid until the retirement age and after it."""

    half_years_over: Whole
    half_years_over_after_age: Whole


@rule(
    "pension.years_over",
    marked("Years above those of the highest pension"),
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 58(1)",
)
def years_over(law: Law, *, female: Truth, months_until_age: Whole, months_after_age: Whole) -> Over:
    """All of them are counted alike: art. 58(2)."""
    return Over(_over(law, female, months_until_age + months_after_age), 0 * months_after_age)


@years_over.since(LAW_2024, article="Law 41/2024/QH15 art. 68; Circular 12/2025/TT-BNV art. 14")
def _(law: Law, *, female: Truth, months_until_age: Whole, months_after_age: Whole) -> Over:
    """Circular 12/2025 art. 14 counts the years above those of 75 % twice, before the age in its clause 1 and
    after it in its clause 2: the odd months of each are rounded by themselves.
    """
    lacking = at_least(_most_months(law, female) - months_until_age, 0)
    after = rounded(at_least(months_after_age - lacking, 0))
    return Over(_over(law, female, months_until_age), after)


@rule(
    "pension.lump_sum",
    marked("Lump sum on retirement"),
    gives="retirement_lump_sum",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 58(2)",
)
def lump_sum(
    law: Law,
    *,
    female: Truth,
    months_until_age: Whole,
    months_after_age: Whole,
    average_total: Whole,
    average_months: Whole,
) -> Whole:
    """đồng; ``average_total`` over ``average_months`` as for the pension."""
    return _lump_sum(law, female, months_until_age, months_after_age, Average(average_total, average_months))


lump_sum.restated(LAW_2024, article="Law 41/2024/QH15 art. 68(2)")


def months_of_average(law: Law, over: Over) -> Whole:
    """What the lump sum counts, in two-hundredths of an average."""
    return over.half_years_over * law.figure(
        "pension.lump_sum_a_year"
    ) + over.half_years_over_after_age * law.figure("pension.lump_sum_a_year_after_age")


def _lump_sum(law: Law, female: Truth, until_age: Whole, after_age: Whole, mean: Average) -> Whole:
    over = years_over(law, female=female, months_until_age=until_age, months_after_age=after_age)
    return of_average(mean, months_of_average(law, over), _HALVES_OF_HUNDREDTHS)


def _over(law: Law, female: Truth, months: Whole) -> Whole:
    return rounded(at_least(months - _most_months(law, female), 0))


def _most_months(law: Law, female: Truth) -> Whole:
    return 12 * of_each(
        female,
        lambda: law.figure("pension.lump_sum_over.female"),
        lambda: law.figure("pension.lump_sum_over.male"),
    )
