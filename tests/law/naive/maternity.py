"""Maternity: Law 58/2014 articles 31 to 39, Law 41/2024 articles 50 to 59, Law 113/2025 article 29."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tests.law.naive import figures

SECOND_CHILD = date(2026, 7, 1)
"""Law 113/2025 article 29: the Labour Code article 139(1) and Law 41/2024 article 53(2)(c)."""

Wages = Mapping[date, int]
"""Dong by month with compulsory contributions."""


def window(birth: date, contributed_in_birth_month: bool, months: int = 12) -> list[date]:
    """The months before birth that are looked at; from the 15th on the month of birth, when it was paid.

    Circular 59/2015 article 9(1), Circular 12/2025 article 8(2).
    """
    of_birth = birth.replace(day=1)
    last = of_birth if birth.day >= 15 and contributed_in_birth_month else figures.month_after(of_birth, -1)
    return [figures.month_after(last, -back) for back in reversed(range(months))]


def qualifies(wages: Wages, birth: date, *, bed_rest: bool = False, infertility: bool = False) -> bool:
    paid_in_birth_month = birth.replace(day=1) in wages
    year = sum(1 for month in window(birth, paid_in_birth_month) if month in wages)
    if year >= 6:
        return True
    if bed_rest and year >= 3 and sum(1 for month in wages if month <= birth) >= 12:
        return True
    if infertility and birth >= figures.LAW_2024:
        two_years = window(birth, paid_in_birth_month, 24)
        return sum(1 for month in two_years if month in wages) >= 6
    return False


def average(wages: Wages, birth: date, leave: date | None = None) -> Fraction:
    """Of the last six paid months before the leave, gaps skipped, or of as many as there are.

    The month of birth is one of them when the window has it: Circular 12/2025 article 10(1).
    """
    before = (leave or birth).replace(day=1)
    of_birth = birth.replace(day=1)
    counted = [month for month in sorted(wages) if month < before]
    if before == of_birth and birth.day >= 15 and of_birth in wages:
        counted.append(of_birth)
    last = counted[-6:]
    return Fraction(sum(wages[month] for month in last), len(last))


def leave_months(birth: date, children: int, living_before: int) -> int:
    second = birth >= SECOND_CHILD and living_before == 1
    return (7 if second else 6) + children - 1


def mother(mean: Fraction, birth: date, children: int, living_before: int) -> int:
    return figures.whole_dong(mean * leave_months(birth, children, living_before))


def lump_sum(birth: date, children: int) -> int:
    """Twice the base salary, the reference level, of the month of birth, for each child."""
    return 2 * figures.base_salary(birth) * children


def father_days(
    birth: date, children: int, *, surgery: bool, under_32_weeks: bool = False, living_before: int = 0
) -> int:
    """Law 58/2014 article 34(2), Law 41/2024 article 53(2)."""
    if children == 1:
        days = 7 if surgery or under_32_weeks else 5
        return 10 if birth >= SECOND_CHILD and living_before == 1 else days
    if not surgery:
        return 10 + 3 * (children - 2)
    if birth < figures.LAW_2024:
        return 14
    return 14 + 3 * (children - 2)


def father(mean: Fraction, days: int) -> int:
    return figures.whole_dong(mean / 24 * days)


def miscarriage_days(weeks: int, day: date) -> int:
    """At most. Law 58/2014 article 33(1), Law 41/2024 article 52(1)."""
    last = 25 if day < figures.LAW_2024 else 22
    return 10 if weeks < 5 else 20 if weeks < 13 else 40 if weeks < last else 50


def miscarriage(mean: Fraction, days: int) -> int:
    """Rest days included, a thirtieth each."""
    return figures.whole_dong(mean / 30 * days)
