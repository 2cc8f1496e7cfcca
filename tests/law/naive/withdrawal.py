"""The lump-sum withdrawal: Law 58/2014 article 60, Resolution 93/2015; Law 41/2024 article 70."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.law.naive import figures
from tests.law.naive.averages import average
from tests.law.naive.career import Career, Paid

FROM_2014 = date(2014, 1, 1)
RATE = Fraction(22, 100)


@dataclass(frozen=True)
class Withdrawal:
    months: int
    years_before_2014: Fraction
    years_from_2014: Fraction
    months_of_average: Fraction
    average: Fraction
    subsidy: Fraction
    amount: int


def withdrawal(career: Career, decision: date, *, gravely_ill: bool = False) -> Withdrawal:
    """``gravely_ill``: what the State paid of voluntary insurance is not taken off, article 70(4)."""
    before = sum(1 for paid in career.paid if paid.month < FROM_2014)
    after = len(career.paid) - before
    old, new = split_years(before, after)
    mean = average(career, decision)
    subsidy = Fraction(0) if gravely_ill else state_subsidy(career)
    if before + after < 12:
        months = min(_contributed(career, decision) / mean, Fraction(2))
    else:
        months = old * Fraction(3, 2) + new * 2
    return Withdrawal(
        months=before + after,
        years_before_2014=old,
        years_from_2014=new,
        months_of_average=months,
        average=mean,
        subsidy=subsidy,
        amount=figures.whole_dong(months * mean - subsidy),
    )


def split_years(before: int, after: int) -> tuple[Fraction, Fraction]:
    """Odd months before 2014 move into the later time, if there is one.

    Circular 59/2015 article 19(4), Law 41/2024 article 70(3)(a).
    """
    if after == 0:
        return figures.years_for_amounts(before), Fraction(0)
    whole, odd = divmod(before, 12)
    return Fraction(whole), figures.years_for_amounts(after + odd)


def _contributed(career: Career, decision: date) -> Fraction:
    """Under one year: what was paid.

    Circular 59/2015 article 19(2) takes 22 % of the wages as adjusted; Law 41/2024 article 70(3)(c) says the
    amount contributed.
    """
    if decision < figures.LAW_2024:
        return RATE * average(career, decision) * len(career.paid)
    return RATE * sum(paid.hundredths_of_dong for paid in career.paid) / 100


def state_subsidy(career: Career) -> Fraction:
    """Decree 159/2025 article 9(2): 22 % of the rural poverty line of the month, times the group's rate."""
    return sum((_subsidy(paid) for paid in career.paid if paid.subsidy), Fraction(0))


def _subsidy(paid: Paid) -> Fraction:
    """Decree 134/2015 article 14 from 2018; Decree 159/2025 article 5."""
    if paid.subsidy is None or paid.month < date(2018, 1, 1):
        return Fraction(0)
    if paid.month < figures.LAW_2024:
        percent = {"poor": 30, "near_poor": 25}.get(paid.subsidy, 10)
    else:
        percent = {"poor": 50, "near_poor": 40, "ethnic_minority": 30}.get(paid.subsidy, 20)
    return RATE * figures.poverty_line(paid.month) * percent / 100
