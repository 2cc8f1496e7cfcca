"""Who has a pension: Law 58/2014/QH13 art. 54, 55, 73; Law 41/2024/QH15 art. 64, 65, 98."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.benefits.pension.rate import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.retirement import retirement_month
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked

LAST_OLD_AGES = date(2020, 12, 31)
"""The last day of the ages of 60 and 55, and of ages of their own with reduced capacity."""


class Eligible(NamedTuple):
    """``impairment_required``: years and a lower age are reached, so that only reduced capacity is
    wanting.
    """

    eligible: Truth
    impairment_required: Truth


@rule(
    "pension.enough_years",
    marked("Whether the years are enough for a pension at the normal age"),
    gives="enough_years",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 54 and 73",
)
def enough_years(law: Law, *, months_compulsory: Whole, months_voluntary: Whole) -> Truth:
    """A year is twelve full months, without rounding. Both schemes add up for who has voluntary time."""
    alone = months_compulsory >= _months(law, "pension_min_years.compulsory")
    together = months_compulsory + months_voluntary >= _months(law, "pension_min_years.voluntary")
    enough: Truth = alone | (together & (months_voluntary > 0))
    return enough


enough_years.restated(LAW_2024, article="Law 41/2024/QH15 art. 64 and 98")


@rule(
    "pension.eligible",
    marked("Whether a pension is due by age and years"),
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 54, 55 and 73",
)
def eligible(
    law: Law,
    *,
    female: Truth,
    age_months: Whole,
    months_compulsory: Whole,
    months_voluntary: Whole,
    months_hazardous: Whole,
    commune_woman: Truth,
    voluntary_before_2021: Truth,
) -> Eligible:
    """``law.on``: the day the question is asked for. A year is twelve full months, without rounding.

    Women on the staff of a commune need fewer years. ``voluntary_before_2021``: joined the voluntary scheme
    before 2021.
    """
    normal = _reached(law, female, age_months, 0)
    enough = enough_years(law, months_compulsory=months_compulsory, months_voluntary=months_voluntary)
    fewer_years = commune_woman & female & (months_compulsory >= _months(law, "pension.commune_women_years"))
    due = (
        _by_work(law, female, age_months, months_compulsory, months_hazardous)
        | (normal & fewer_years)
        | (normal & enough)
    )
    return Eligible(due, ~due & _if_impaired(law, female, age_months, months_compulsory))


@eligible.since(LAW_2024, article="Law 41/2024/QH15 art. 64, 65, 98 and 141(9)")
def _(
    law: Law,
    *,
    female: Truth,
    age_months: Whole,
    months_compulsory: Whole,
    months_voluntary: Whole,
    months_hazardous: Whole,
    commune_woman: Truth,
    voluntary_before_2021: Truth,
) -> Eligible:
    """Who joined the voluntary scheme before 2021 and has 20 years in it keeps the age of 2020."""
    then = law.at(LAST_OLD_AGES)
    old_age = where(female, then.figure("retirement_age.female"), then.figure("retirement_age.male"))
    long_enough = months_voluntary >= _months(law, "pension.voluntary_years_of_the_old_age")
    keeps_old_age = voluntary_before_2021 & long_enough & (age_months >= old_age)
    normal = _reached(law, female, age_months, 0)
    enough = enough_years(law, months_compulsory=months_compulsory, months_voluntary=months_voluntary)
    due = (
        _by_work(law, female, age_months, months_compulsory, months_hazardous)
        | (normal & enough)
        | keeps_old_age
    )
    return Eligible(due, ~due & _if_impaired(law, female, age_months, months_compulsory))


def _by_work(law: Law, female: Truth, age: Whole, compulsory: Whole, hazardous: Whole) -> Truth:
    """At the normal age, or at the one that hazardous work and difficult areas lower."""
    enough = compulsory >= _months(law, "pension_min_years.compulsory")
    work = hazardous >= _months(law, "pension.lower_years_of_work")
    below = where(work, law.figure("pension.lower_years.hazardous"), 0)
    return enough & _reached(law, female, age, below)


def _if_impaired(law: Law, female: Truth, age: Whole, compulsory: Whole) -> Truth:
    """With 61 to 80 % reduced capacity: until 2020 at ages of their own, since then five years below."""
    enough: Truth = compulsory >= _months(law, "pension.impaired_years")
    if law.on <= LAST_OLD_AGES:
        least = where(
            female, law.figure("pension.impaired_age.female"), law.figure("pension.impaired_age.male")
        )
        return enough & (age >= least)
    return enough & _reached(law, female, age, law.figure("pension.impaired_years_below"))


def _reached(law: Law, female: Truth, age: Whole, years_below: Whole | int) -> Truth:
    """Whether the age is reached in the month of the day: once reached it stays so, though the ages rise."""
    this_month = int(Month.containing(law.on))
    reached: Truth = this_month >= retirement_month(
        law, female=female, birth_month=this_month - age, years_below=whole(years_below)
    )
    return reached


def _months(law: Law, years: str) -> int:
    return 12 * law.figure(years)
