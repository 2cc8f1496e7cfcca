"""When a pension begins."""

from __future__ import annotations

from datetime import date

import numpy as np

from vssid.domain.law.benefits.pension.eligibility import LAST_OLD_AGES
from vssid.domain.law.benefits.pension.rate import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.retirement import retirement_month
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked

_NEVER = int(Month.of(9999, 12))


@rule(
    "pension.missing_months",
    marked("Missing months that may be paid for at once"),
    gives="missing_months",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 85(6)",
)
def missing_months(law: Law, *, months_compulsory: Whole, reduced_capacity: Truth) -> Whole:
    """0 when none is missing, or more than may be paid for."""
    return _missing(law, 12 * law.figure("pension_min_years.compulsory"), months_compulsory)


@missing_months.since(LAW_2024, article="Law 41/2024/QH15 art. 33(7); Circular 12/2025/TT-BNV art. 12(2)")
def _(law: Law, *, months_compulsory: Whole, reduced_capacity: Truth) -> Whole:
    """With reduced capacity to work more years are needed."""
    needed = 12 * where(
        reduced_capacity, law.figure("pension.impaired_years"), law.figure("pension_min_years.compulsory")
    )
    return _missing(law, needed, months_compulsory)


@rule(
    "pension.begins",
    marked("Month the pension begins after its age"),
    gives="pension_from",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 59; Circular 59/2015/TT-BLDTBXH art. 18",
)
def begins(law: Law, *, reached_month: Whole, months: Whole) -> Whole:
    """The month after the age is reached."""
    return reached_month + 1


@begins.since(LAW_2024, article="Law 41/2024/QH15 art. 69; Circular 12/2025/TT-BNV art. 15(1)(c)")
def _(law: Law, *, reached_month: Whole, months: Whole) -> Whole:
    """Fewer years than the law before asked for are enough from its first month on, not earlier."""
    before = law.at(date(2025, 6, 30)).figure("pension_min_years.compulsory")
    earliest = where(months < 12 * before, int(Month.containing(LAW_2024)), 0)
    return at_least(reached_month + 1, earliest)


@rule(
    "pension.after_payment",
    marked("Month the pension begins after missing months were paid for"),
    gives="pension_from",
    since=LAW_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 18, ex. 22",
)
def after_payment(law: Law, *, payment_month: Whole) -> Whole:
    """In the month of the payment; since July 2025 in the next."""
    return payment_month + law.figure("pension.begins_after_payment")


after_payment.restated(LAW_2024, article="Circular 12/2025/TT-BNV art. 15(2)")


@rule(
    "pension.impaired_month",
    marked("Month the age of a pension with reduced capacity is reached"),
    gives="reached_month",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 55; Labour Code 45/2019/QH14 art. 169(3); Law 41/2024/QH15 art. 65",
)
def impaired_month(law: Law, *, female: Truth, birth_month: Whole, impairment_percent: Whole) -> Whole:
    """Until 2020 at ages of their own, which rose each year; since then 5 or 10 years below the normal."""
    severe = impairment_percent >= law.figure("pension.severely_impaired_from")
    since_2021 = int(Month.containing(LAST_OLD_AGES)) + 1
    now = law.at(LAW_2024)
    below = where(
        severe,
        now.figure("pension.severely_impaired_years_below"),
        now.figure("pension.impaired_years_below"),
    )
    later = retirement_month(law, female=female, birth_month=birth_month, years_below=below)
    return at_most(_until_2020(law, female, birth_month, severe), at_least(later, since_2021))


@rule(
    "pension.coal_month",
    marked("Month the age of underground coal miners is reached"),
    gives="reached_month",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 54(1)(c), Labour Code 45/2019/QH14 art. 219, Law 41/2024/QH15 art. 64",
)
def coal_month(law: Law, *, female: Truth, birth_month: Whole) -> Whole:
    """Until 2020 men and women at 50; since then 10 years below the normal age."""
    since_2021 = int(Month.containing(LAST_OLD_AGES)) + 1
    old = birth_month + law.at(LAST_OLD_AGES).figure("pension.coal_age")
    below = np.full_like(birth_month, law.figure("pension.lower_years.coal"))
    later = retirement_month(law, female=female, birth_month=birth_month, years_below=below)
    return where(old < since_2021, old, at_least(later, since_2021))


def _until_2020(law: Law, female: Truth, birth_month: Whole, severe: Truth) -> Whole:
    """The first month of a year whose age is reached by then; a month that never comes when none is."""
    first = np.full_like(birth_month, _NEVER)
    for entry in law.find("pension.impaired_age.male").entries:
        year = law.at(entry.since)
        ages = [
            where(female, year.figure(f"pension.{kind}.female"), year.figure(f"pension.{kind}.male"))
            for kind in ("severely_impaired_age", "impaired_age")
        ]
        january = int(Month.containing(entry.since))
        reached = at_least(birth_month + where(severe, *ages), january)
        first = where(reached < january + 12, at_most(first, reached), first)
    return first


def _missing(law: Law, needed: Whole | int, months: Whole) -> Whole:
    lacking = needed - months
    return where((lacking > 0) & (lacking <= law.figure("pension.missing_months")), lacking, 0)
