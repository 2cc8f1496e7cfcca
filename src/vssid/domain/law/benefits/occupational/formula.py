"""Law 84/2015/QH13 art. 48 to 53, Circular 28/2021/TT-BLDTBXH art. 9. Amounts follow the base salary."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

LAW_OF_SAFETY = date(2016, 7, 1)
HUNDREDTHS = 100


class Parts(NamedTuple):
    """Each part rounded for show; the sum is rounded once."""

    by_impairment: Whole
    by_years: Whole
    accident_pay: Whole


@rule(
    "occupational.lump_sum",
    marked("Lump sum after a work accident"),
    since=LAW_OF_SAFETY,
    article="Law 84/2015/QH13 art. 48",
)
def lump_sum(law: Law, *, impairment: Whole, years_contributed: Whole, wage: Whole) -> Parts:
    """From 5 to 30 %. ``years_contributed``: to the fund for accidents; one year and less is the first."""
    least = law.figure("occupational.lump_from")
    due = (impairment >= least) & (impairment < law.figure("occupational.monthly_from"))
    salaries = _first_and_each(law, "lump", impairment - least)
    wages = _first_and_each(law, "lump_years", years_contributed - 1)
    return _parts(law, due, salaries, wages, wage, HUNDREDTHS)


@rule(
    "occupational.monthly",
    marked("Monthly benefit after a work accident"),
    since=LAW_OF_SAFETY,
    article="Law 84/2015/QH13 art. 49",
)
def monthly(law: Law, *, impairment: Whole, years_contributed: Whole, wage: Whole) -> Parts:
    """From 31 %."""
    least = law.figure("occupational.monthly_from")
    salaries = _first_and_each(law, "monthly", impairment - least)
    wages = _first_and_each(law, "monthly_years", years_contributed - 1)
    return _parts(law, impairment >= least, salaries, wages, wage, PPM)


def _first_and_each(law: Law, what: str, further: Whole) -> Whole:
    each: Whole = at_least(further, 0) * law.figure(f"occupational.{what}_each")
    return each + law.figure(f"occupational.{what}_first")


def _parts(law: Law, due: Truth, salaries: Whole, wages: Whole, wage: Whole, unit: int) -> Parts:
    """Wages of several contracts together count up to the highest contribution salary."""
    base = law.figure("base_salary")
    counted = at_most(wage, law.figure("caps.bhxh_bhyt_monthly_base_max"))
    own, others = where(due, base * salaries, 0), where(due, counted * wages, 0)
    return Parts(share(own, 1, unit), share(others, 1, unit), share(own + others, 1, unit))


@rule(
    "occupational.attendance",
    marked("Attendance allowance a month"),
    gives="attendance",
    since=LAW_OF_SAFETY,
    article="Law 84/2015/QH13 art. 52",
)
def attendance(law: Law, *, impairment: Whole, attendance_condition: Truth) -> Whole:
    """``attendance_condition``: paraplegia, blindness, loss of two limbs or mental illness."""
    due = attendance_condition & (impairment >= law.figure("occupational.attendance_from"))
    return where(due, law.figure("occupational.attendance"), 0)


@rule(
    "occupational.death",
    marked("Grant at death by a work accident"),
    gives="death_grant",
    since=LAW_OF_SAFETY,
    article="Law 84/2015/QH13 art. 53",
)
def death(law: Law, *, work_death: Truth) -> Whole:
    """By the base salary of the month of death."""
    return where(work_death, law.figure("occupational.death"), 0)
