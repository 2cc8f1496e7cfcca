"""The pension: age, conditions, rate, amount, and the lump sum on retirement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from tests.law.naive import figures
from tests.law.naive.averages import average
from tests.law.naive.career import Career

HIGHEST_RATE = Fraction(75, 100)
FLOORED_GROUPS = {"a", "b", "c", "d", "dd", "g", "i"}
ARMED = {"d", "dd", "e"}


@dataclass(frozen=True)
class Pension:
    eligible: bool
    early_months: int = 0
    rate: Fraction = Fraction(0)
    average: Fraction = Fraction(0)
    computed: int = 0
    monthly: int = 0
    lump_sum_years: Fraction = Fraction(0)
    lump_sum: int = 0


@cache
def retirement_age_months(sex: str, born: date) -> int:
    """Decree 135/2020 articles 3 and 4: the age of the year in which it is reached."""
    for year in range(2021, 2100):
        old = figures.age_months_of_year(sex, 2020)
        if figures.month_after(born, old) < date(2021, 1, 1):
            return old
        age = figures.age_months_of_year(sex, year)
        if figures.month_after(born, age).year == year:
            return age
    raise AssertionError(f"no retirement age for {sex} born {born}")


def retirement_month(sex: str, born: date) -> date:
    """The month in which the age is reached; the pension starts with the next."""
    return figures.month_after(born, retirement_age_months(sex, born))


def pension_from(sex: str, born: date) -> date:
    return figures.month_after(retirement_month(sex, born), 1)


def pension(career: Career, start: date) -> Pension:
    """Paid from the month ``start`` on."""
    ground = _ground(career, start)
    if ground is None:
        return Pension(eligible=False)
    early = _early_months(career, start) if ground == "impairment" else 0
    rate = rate_of(career.sex, len(career.paid), early, start)
    mean = average(career, start)
    computed = figures.whole_dong(rate * mean)
    years = lump_sum_years(career, start)
    return Pension(
        eligible=True,
        early_months=early,
        rate=rate,
        average=mean,
        computed=computed,
        monthly=with_top_up(career, start, max(computed, floor(career, start))),
        lump_sum_years=years[0] + years[1],
        lump_sum=figures.whole_dong((years[0] / 2 + years[1] * 2) * mean),
    )


# --- who ---------------------------------------------------------------------------------------------------


def _age_at(career: Career, start: date) -> int:
    """Months of age reached in the month before the pension starts."""
    return figures.months_between(career.born, start) - 1


def _age_of_year(career: Career, start: date) -> int:
    """The normal age for whoever retires at the end of the month before: Decree 135/2020 article 5(1)."""
    retires = figures.month_after(start, -1)
    own = retirement_age_months(career.sex, career.born)
    return own if _age_at(career, start) >= own else figures.age_months_of_year(career.sex, retires.year)


def _ground(career: Career, start: date) -> str | None:
    """Why the pension is due: age, impairment, voluntary; None when it is not."""
    compulsory, total = career.compulsory_months, len(career.paid)
    # Law 58/2014 article 54(1), Law 41/2024 article 64(1)
    needed = 15 * 12 if start >= figures.LAW_2024 else 20 * 12
    age, normal = _age_at(career, start), _age_of_year(career, start)
    if compulsory >= needed and age >= normal - _years_below(career, start) * 12:
        return "age"
    # Law 58/2014 article 54(3): women on the staff of a commune
    if start < figures.LAW_2024 and career.commune and compulsory >= 15 * 12 and age >= normal:
        return "age"
    if compulsory >= 20 * 12 and _impaired_enough(career, start, age, normal):
        return "impairment"
    if career.voluntary_months and total >= needed and age >= _voluntary_age(career, start, normal):
        return "voluntary"
    return None


def _years_below(career: Career, start: date) -> int:
    """Law 58/2014 article 54(1) and (2), Law 41/2024 article 64(1) and (2)."""
    hazardous = career.worked("hazardous", "extreme", "coal") >= 15 * 12
    if career.group in ARMED:
        return 10 if hazardous else 5
    # until 2020 a fixed 50 years for underground coal, women too: Law 58/2014 article 54(1)(c) as it was
    from_2021 = figures.month_after(start, -1).year >= 2021
    if career.worked("coal") >= 15 * 12 and (career.sex == "male" or from_2021):
        return 10
    return 5 if hazardous else 0


def _impaired_enough(career: Career, start: date, age: int, normal: int) -> bool:
    """Law 58/2014 article 55, from 2021 with the Labour Code article 219; Law 41/2024 article 65."""
    if career.impairment < 61:
        return False
    if career.worked("extreme", "coal") >= 15 * 12:
        return True
    if career.group in ARMED:
        return age >= normal - 120
    if figures.month_after(start, -1).year >= 2021:
        return age >= normal - (120 if career.impairment >= 81 else 60)
    if career.impairment >= 81:
        return age >= (50 if career.sex == "male" else 45) * 12
    # from 2016 the age of 51 (46) rises by a year each year, to 55 (50) in 2020
    lowest = (51 if career.sex == "male" else 46) + start.year - 2016
    return age >= min(lowest, 55 if career.sex == "male" else 50) * 12


def _voluntary_age(career: Career, start: date, normal: int) -> int:
    """Law 58/2014 article 73, Law 41/2024 articles 98 and 141(9)."""
    joined = career.joined_voluntary
    before_2021 = joined is not None and joined < date(2021, 1, 1)
    if start >= figures.LAW_2024 and before_2021 and career.voluntary_months >= 20 * 12:
        return figures.age_months_of_year(career.sex, 2020)
    return normal


def _early_months(career: Career, start: date) -> int:
    """Short of the age of reference: Decree 135/2020 article 7(3), Decree 158/2025 article 13(2)."""
    reference = _age_of_year(career, start) - _years_below(career, start) * 12
    return max(0, reference - _age_at(career, start))


# --- how much ----------------------------------------------------------------------------------------------


def rate_of(sex: str, months: int, early_months: int, start: date) -> Fraction:
    """Law 58/2014 article 56, Law 41/2024 article 66."""
    full = min(HIGHEST_RATE, _uncut_rate(sex, figures.years_for_amounts(months), start))
    years, odd = divmod(early_months, 12)
    return full - Fraction(2 * years + (1 if odd >= 6 else 0), 100)


def _uncut_rate(sex: str, years: Fraction, start: date) -> Fraction:
    if start < date(2018, 1, 1):
        step = 3 if sex == "female" else 2
        return (45 + step * (years - 15)) / 100
    if sex == "female":
        return (45 + 2 * (years - 15)) / 100
    if start < figures.LAW_2024:
        first = {2018: 16, 2019: 17, 2020: 18, 2021: 19}.get(start.year, 20)
        return (45 + 2 * (years - first)) / 100
    if years >= 20:
        return (45 + 2 * (years - 20)) / 100
    return (40 + (years - 15)) / 100


TOP_UP_PHASE = {2018: 80, 2019: 60, 2020: 40, 2021: 20}


def with_top_up(career: Career, start: date, first: int) -> int:
    """Decree 153/2018: women with 20 years to 29 and a half, by the table of per cents with two places."""
    years = figures.years_for_amounts(len(career.paid))
    if career.sex != "female" or start.year not in TOP_UP_PHASE or len(career.paid) < 240 or years > 29.5:
        return first
    old, new = min(HIGHEST_RATE, (45 + 3 * (years - 15)) / 100), (45 + 2 * (years - 15)) / 100
    per_cent = round((old - new) / new * TOP_UP_PHASE[start.year], 2)
    return first + figures.whole_dong(first * per_cent / 100)


def floor(career: Career, start: date) -> int:
    """Law 58/2014 article 56(5); Law 41/2024 article 141(11) and Decree 158/2025 articles 13(1), 17(3)."""
    if career.compulsory_months < 20 * 12:
        return 0
    if start < figures.LAW_2024:
        return 0 if career.group == "i" else figures.base_salary(start)
    assert career.joined
    if career.group in FLOORED_GROUPS and career.joined < figures.LAW_2024:
        return figures.base_salary(start)
    return 0


def years_of_75_percent(sex: str, start: date) -> int:
    """Law 58/2014 articles 58(1), 75(1), with the years of article 56; Law 41/2024 article 68(1)."""
    if sex == "female":
        return 25 if start < date(2018, 1, 1) else 30
    if start < date(2018, 1, 1):
        return 30
    return {2018: 31, 2019: 32, 2020: 33, 2021: 34}.get(start.year, 35)


def lump_sum_years(career: Career, start: date) -> tuple[Fraction, Fraction]:
    """Years above those of 75 %, until the retirement age and after it.

    Half a month's average each; two for those after it, paid while already entitled, since Law 41/2024
    article 68. Circular 12/2025 article 14 counts the two apart, each with odd months of its own.
    """
    most = years_of_75_percent(career.sex, start)
    over = max(Fraction(0), figures.years_for_amounts(len(career.paid)) - most)
    if start < figures.LAW_2024:
        return over, Fraction(0)
    reached = retirement_month(career.sex, career.born)
    before = sum(1 for paid in career.paid if paid.month <= reached)
    after = len(career.paid) - max(before, 12 * most)
    over_before = max(Fraction(0), figures.years_for_amounts(before) - most)
    return over_before, figures.years_for_amounts(max(after, 0))
