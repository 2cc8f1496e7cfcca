"""The figures and the arithmetic of months that every article uses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LAW_2024 = date(2025, 7, 1)
"""Law 41/2024 article 140(1); Law 58/2014 holds before, from 2016."""

_TABLES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text("utf-8"))


@cache
def in_force(table: str, day: date) -> Any:
    since = max(start for start in _TABLES[table] if start <= day)
    return _TABLES[table][since]


def base_salary(day: date) -> int:
    """The reference level too, from 2025-07-01: Law 41/2024 article 141(13)."""
    return int(in_force("base_salary", day))


def minimum_wage(day: date, region: int) -> int:
    """``region`` 1 to 4."""
    return int(in_force("minimum_wage", day)[region - 1])


def poverty_line(day: date) -> int:
    return int(in_force("rural_poverty_line", day))


def adjustment_hundredths(benefit_year: int, wage_year: int) -> int:
    """Law 58/2014 article 63, Decree 158/2025 article 16. Years before 1995 take the coefficient of 1994."""
    return int(_TABLES["adjustment"][benefit_year][max(wage_year, 1994) - 1994])


def age_months_of_year(sex: str, year: int) -> int:
    """The retirement age, in months, of whoever retires in the year. Decree 135/2020 article 4(2)."""
    if year < 2021:
        return 60 * 12 if sex == "male" else 55 * 12
    table = _TABLES["retirement_age"][sex]
    return int(table[min(year, max(table))])


@cache
def month_after(month: date, months: int) -> date:
    """The first day of the month so many later (or earlier)."""
    years, zero_based = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(years, zero_based + 1, 1)


def months_between(earlier: date, later: date) -> int:
    """From the month of the one to the month of the other."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def whole_dong(amount: Fraction) -> int:
    """Half a dong up, once, when the amount is paid."""
    return int((amount * 2 + 1) // 2)


def years_for_amounts(months: int) -> Fraction:
    """One to six odd months are half a year, seven to eleven a whole one. Never used for eligibility.

    Law 58/2014 article 85(7), Law 41/2024 article 5(6).
    """
    years, odd = divmod(months, 12)
    if odd == 0:
        return Fraction(years)
    return years + (Fraction(1, 2) if odd <= 6 else Fraction(1))
