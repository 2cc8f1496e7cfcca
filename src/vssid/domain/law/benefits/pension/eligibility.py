"""Who has a pension: Law 58/2014/QH13 art. 54, 55, 73; Law 41/2024/QH15 art. 64, 65, 98."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.benefits.pension.rate import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

AGES_OF_2021 = date(2021, 1, 1)


class Eligible(NamedTuple):
    """``impairment_required``: years and a lower age are reached, so that only reduced capacity is
    wanting.
    """

    eligible: Truth
    impairment_required: Truth


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
) -> Eligible:
    """``law.on``: the day the question is asked for. A year is twelve full months, without rounding."""
    return _eligible(
        law, female, age_months, months_compulsory, months_voluntary, months_hazardous, commune_woman
    )


@eligible.since(LAW_2024, article="Law 41/2024/QH15 art. 64, 65 and 98")
def _(
    law: Law,
    *,
    female: Truth,
    age_months: Whole,
    months_compulsory: Whole,
    months_voluntary: Whole,
    months_hazardous: Whole,
    commune_woman: Truth,
) -> Eligible:
    return _eligible(
        law, female, age_months, months_compulsory, months_voluntary, months_hazardous, commune_woman
    )


def _eligible(
    law: Law,
    female: Truth,
    age: Whole,
    compulsory: Whole,
    voluntary: Whole,
    hazardous: Whole,
    commune_woman: Truth,
) -> Eligible:
    normal = where(female, law.figure("retirement_age.female"), law.figure("retirement_age.male"))
    work = hazardous >= 12 * law.figure("pension.lower_years_of_work")
    lowered = normal - where(work, 12 * law.figure("pension.lower_years.hazardous"), 0)
    years = 12 * law.figure("pension_min_years.compulsory")
    by_age = (compulsory >= years) & (age >= lowered)
    commune = (
        commune_woman
        & female
        & (compulsory >= 12 * law.figure("pension.commune_women_years"))
        & (age >= normal)
    )
    together = (
        (voluntary > 0)
        & (compulsory + voluntary >= 12 * law.figure("pension_min_years.voluntary"))
        & (age >= normal)
    )
    due = by_age | commune | together
    impaired = (compulsory >= 12 * law.figure("pension.impaired_years")) & (
        age >= _impaired_age(law, female, normal)
    )
    return Eligible(due, ~due & impaired)


def _impaired_age(law: Law, female: Truth, normal: Whole) -> Whole:
    """With 61 to 80 % reduced capacity: until 2020 an age of its own, since then five years below
    the normal.
    """
    if law.on < AGES_OF_2021:
        return where(
            female, law.figure("pension.impaired_age.female"), law.figure("pension.impaired_age.male")
        )
    return normal - 12 * law.figure("pension.impaired_years_below")
