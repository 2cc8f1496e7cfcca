"""The second opinion itself, held against examples that circulars and the agency have printed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.law.naive import averages, figures, maternity, pension, unemployment, withdrawal
from tests.law.naive.career import Career, Paid

HALF = Fraction(1, 2)


def run(first: str, last: str, scale: str, amount: int, **more: str) -> tuple[Paid, ...]:
    """The same wage from the one month to the other."""
    start, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
    months = range(figures.months_between(start, end) + 1)
    return tuple(Paid(figures.month_after(start, back), scale, amount, **more) for back in months)


def career(*paid: tuple[Paid, ...], sex: str = "male", born: str = "1965-06-01", group: str = "a") -> Career:
    return Career(sex, date.fromisoformat(born), group, tuple(month for part in paid for month in part))


@pytest.mark.parametrize(
    ("sex", "start", "months", "early", "percent"),
    [
        # Circular 59/2015 examples 24, 26, 28, 39
        ("female", "2016-06", 316, 24, "71"),
        ("male", "2017-06", 324, 12, "67"),
        ("male", "2018-06", 355, 41, "67"),
        ("male", "2016-04", 27 * 12, 0, "69"),
        # printed by the press, or plain from Law 41/2024 article 66
        ("female", "2025-07", 288, 0, "63"),
        ("female", "2025-07", 180, 0, "45"),
        ("male", "2025-07", 221, 0, "43.5"),
        ("male", "2025-07", 420, 0, "75"),
        ("female", "2025-07", 267, 53, "52"),
    ],
)
def test_rates(sex: str, start: str, months: int, early: int, percent: str) -> None:
    day = date.fromisoformat(f"{start}-01")
    assert pension.rate_of(sex, months, early, day) * 100 == Fraction(percent)


@pytest.mark.parametrize(
    ("sex", "born", "age", "starts"),
    [
        # the corners of appendix I of Decree 135/2020
        ("male", "1960-12", (60, 0), "2021-01"),
        ("male", "1961-01", (60, 3), "2021-05"),
        ("male", "1961-09", (60, 3), "2022-01"),
        ("male", "1961-10", (60, 6), "2022-05"),
        ("male", "1965-06", (61, 6), "2027-01"),
        ("male", "1966-03", (61, 9), "2028-01"),
        ("male", "1966-04", (62, 0), "2028-05"),
        ("female", "1965-12", (55, 0), "2021-01"),
        ("female", "1966-01", (55, 4), "2021-06"),
        ("female", "1969-12", (57, 0), "2027-01"),
        ("female", "1975-04", (59, 8), "2035-01"),
        ("female", "1975-05", (60, 0), "2035-06"),
    ],
)
def test_retirement_age(sex: str, born: str, age: tuple[int, int], starts: str) -> None:
    day = date.fromisoformat(f"{born}-01")
    assert divmod(pension.retirement_age_months(sex, day), 12) == age
    assert pension.pension_from(sex, day) == date.fromisoformat(f"{starts}-01")


def test_average_of_a_state_career_in_today_s_scale() -> None:
    """Circular 59/2015 example 39, no seniority: the last 60 months at the base salary of retirement."""
    one = career(run("1985-01", "2006-12", "state", 400), run("2011-04", "2016-03", "state", 610))
    assert averages.average(one, date(2016, 4, 1)) == 610 * 11500


def test_average_of_a_mixed_career() -> None:
    """Circular 59/2015 example 37: 132 State-scale months at the average of their last 72."""
    one = career(
        run("1996-01", "2000-12", "state", 300),
        run("2001-01", "2002-12", "state", 330),
        run("2003-01", "2013-12", "employer", 2_000_000),
        run("2014-01", "2017-12", "state", 498),
    )
    state = Fraction(24 * 330 + 48 * 498, 72) * 13000
    employer = sum(
        Fraction(2_000_000 * figures.adjustment_hundredths(2018, year) * 12, 100)
        for year in range(2003, 2014)
    )
    assert averages.average(one, date(2018, 1, 1)) == (132 * state + employer) / 264


def test_floor_needs_twenty_compulsory_years() -> None:
    """Decree 158/2025 article 13(1): 18.5 years of an official give no floor, 20 do."""
    short = career(run("2008-01", "2026-06", "state", 150), sex="female", born="1969-07-01", group="b")
    enough = career(run("2006-01", "2026-06", "state", 150), sex="female", born="1969-07-01", group="b")
    assert pension.pension(short, date(2026, 8, 1)).monthly < 2_530_000
    assert pension.pension(enough, date(2026, 8, 1)).monthly == 2_530_000


@pytest.mark.parametrize(
    ("first", "last", "sex", "born", "start", "years"),
    [
        ("1986-12", "2023-05", "male", "1962-10", "2023-08", (Fraction(3, 2), Fraction(0))),  # 438 months
        ("1989-01", "2025-12", "male", "1964-10", "2026-05", (Fraction(2), Fraction(0))),  # 444 months
        ("1989-07", "2026-06", "male", "1964-03", "2026-07", (Fraction(1), Fraction(1))),
    ],
)
def test_lump_sum_on_retirement(
    first: str, last: str, sex: str, born: str, start: str, years: tuple[Fraction, Fraction]
) -> None:
    one = career(run(first, last, "employer", 9_000_000), sex=sex, born=f"{born}-01")
    due = pension.lump_sum_years(one, date.fromisoformat(f"{start}-01"))
    assert due == years


def test_withdrawal_moves_odd_months_past_2014() -> None:
    """Circular 59/2015 example 34."""
    assert withdrawal.split_years(122, 74) == (10, Fraction(13, 2))
    one = career(
        run("2010-03", "2013-12", "employer", 3_000_000), run("2014-01", "2015-12", "employer", 4_000_000)
    )
    due = withdrawal.withdrawal(one, date(2026, 10, 15))
    assert (due.years_before_2014, due.years_from_2014, due.amount) == (3, 3, 53_136_000)


def test_withdrawal_of_less_than_a_year_is_what_was_paid() -> None:
    one = career(run("2025-01", "2025-08", "employer", 5_000_000))
    assert withdrawal.withdrawal(one, date(2026, 10, 15)).amount == 8_800_000
    most = career(run("2025-01", "2025-11", "employer", 5_000_000))
    assert withdrawal.withdrawal(most, date(2026, 10, 15)).amount == 10_000_000


def test_state_subsidy_is_taken_off() -> None:
    one = career(
        run("2025-07", "2026-06", "voluntary", 1_500_000, subsidy="other"),
        run("2026-07", "2026-12", "voluntary", 1_500_000, subsidy="near_poor"),
    )
    assert withdrawal.state_subsidy(one) == 1_584_000


def test_maternity_windows_and_averages() -> None:
    """Circular 59/2015 examples 13 and 17."""
    months = maternity.window(date(2017, 1, 18), contributed_in_birth_month=True)
    assert (months[0], months[-1], len(months)) == (date(2016, 2, 1), date(2017, 1, 1), 12)
    wages = {paid.month: paid.amount for paid in run("2014-05", "2016-04", "employer", 8_500_000)}
    wages |= {paid.month: paid.amount for paid in run("2016-05", "2016-08", "employer", 7_000_000)}
    birth = date(2017, 5, 13)
    assert maternity.average(wages, birth) == 7_500_000
    assert not maternity.qualifies(wages, birth)
    assert maternity.qualifies(wages, birth, bed_rest=True)


def test_maternity_money() -> None:
    day = date(2026, 6, 20)
    assert maternity.mother(Fraction(10_000_000), day, 1, living_before=1) == 60_000_000
    assert maternity.mother(Fraction(10_000_000), date(2026, 7, 1), 1, living_before=1) == 70_000_000
    assert maternity.lump_sum(day, 1) == 4_680_000
    days = maternity.father_days(date(2026, 5, 10), 1, surgery=True)
    assert (days, maternity.father(Fraction(12_000_000), days)) == (7, 3_500_000)


@pytest.mark.parametrize(
    ("weeks", "before", "after"),
    [(4, 10, 10), (5, 20, 20), (12, 20, 20), (13, 40, 40), (22, 40, 50), (25, 50, 50)],
)
def test_a_pregnancy_lost(weeks: int, before: int, after: int) -> None:
    """Law 58/2014 article 33(1) until 2025-06-30, Law 41/2024 article 52(1) from the next day on."""
    assert maternity.miscarriage_days(weeks, date(2025, 6, 30)) == before
    assert maternity.miscarriage_days(weeks, date(2025, 7, 1)) == after
    assert maternity.miscarriage(Fraction(9_000_000), after) == 300_000 * after


@pytest.mark.parametrize(
    ("ends", "average", "paid", "region", "state", "monthly", "months", "kept"),
    [
        ("2025-11-30", 60_000_000, 60, 2, False, 22_050_000, 5, 0),
        ("2025-06-30", 21_000_000, 150, 1, True, 11_700_000, 12, 0),
        ("2026-06-30", 6_500_000, 12, 4, False, 3_900_000, 3, 0),
        ("2026-06-30", 9_800_000, 47, 2, False, 5_880_000, 3, 11),
        ("2026-10-31", 18_000_000, 144, 1, False, 10_800_000, 12, 0),
    ],
)
def test_unemployment(
    ends: str, average: int, paid: int, region: int, state: bool, monthly: int, months: int, kept: int
) -> None:
    day = date.fromisoformat(ends)
    due = unemployment.benefit(
        new_law=day >= unemployment.LAW_74,
        average=Fraction(average),
        paid=paid,
        termination=day,
        last_month=day.replace(day=1),
        region=region,
        state_scale=state,
    )
    assert (due.monthly, due.months, due.total, due.kept) == (monthly, months, monthly * months, kept)


def test_unemployment_eligibility() -> None:
    usual = {"contract_months": None, "in_last_24": 24, "in_last_36": 36}
    assert not unemployment.eligible(new_law=True, contract_months=None, in_last_24=11, in_last_36=20)
    assert unemployment.eligible(new_law=True, contract_months=6, in_last_24=11, in_last_36=20)
    ends = date(2026, 3, 10)
    assert unemployment.eligible(new_law=True, termination=ends, filed=date(2026, 6, 10), **usual)
    assert not unemployment.eligible(new_law=True, termination=ends, filed=date(2026, 6, 11), **usual)
    assert (
        unemployment.kept_after_early_end(
            new_law=True, paid=60, received=2, kept_already=False, reported=False
        )
        == 0
    )
