"""What must hold of the second reading whatever a career looks like, so that it can judge the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law import careers
from tests.law.naive import averages, figures, maternity, pension, unemployment, withdrawal
from tests.law.naive.career import Career, Paid

seeds = st.integers(0, 2**32)
starts = st.integers(0, 131).map(lambda at: figures.month_after(date(2016, 1, 1), at))
sexes = st.sampled_from(["male", "female"])


def claim(seed: int) -> careers.Claim:
    return next(careers.claims(seed, 1))


@given(sexes, starts, st.integers(180, 600), st.integers(0, 120))
def test_a_month_more_never_lowers_the_rate_and_it_ends_at_75_percent(
    sex: str, start: date, months: int, early: int
) -> None:
    rate = pension.rate_of(sex, months, early, start)
    assert rate <= pension.rate_of(sex, months + 1, early, start) <= pension.HIGHEST_RATE
    assert pension.rate_of(sex, months, early + 1, start) <= rate


@given(seeds)
def test_a_pension_is_whole_dong_between_its_floor_and_75_percent(seed: int) -> None:
    one = claim(seed)
    due = pension.pension(one.career, one.start)
    if not due.eligible:
        assert due.monthly == due.lump_sum == 0
        return
    least = max(due.computed, pension.floor(one.career, one.start))
    assert due.monthly == pension.with_top_up(one.career, one.start, least)
    assert abs(due.computed - due.rate * due.average) <= Fraction(1, 2)
    assert due.computed <= due.average * Fraction(3, 4) + Fraction(1, 2)
    assert 0 <= due.early_months <= 120 or one.career.worked("extreme", "coal") >= 180


@given(seeds)
def test_an_average_lies_among_the_wages_it_is_made_of(seed: int) -> None:
    one = claim(seed)
    richest = max(paid.amount for paid in one.career.paid)
    twice = replace(one.career, paid=tuple(paid._replace(amount=paid.amount * 2) for paid in one.career.paid))
    mean = averages.average(one.career, one.start)
    assert averages.average(twice, one.start) == 2 * mean
    if one.career.months("state") == 0:
        poorest = min(paid.amount for paid in one.career.paid)
        years = {paid.month.year for paid in one.career.paid}
        most = max(figures.adjustment_hundredths(one.start.year, year) for year in years)
        assert poorest <= mean <= Fraction(richest * most, 100)


@given(seeds)
def test_a_month_after_2014_never_lowers_a_withdrawal_of_a_year_or_more(seed: int) -> None:
    career = claim(seed).career
    before = sum(1 for paid in career.paid if paid.month < withdrawal.FROM_2014)
    after = len(career.paid) - before
    old, new = withdrawal.split_years(before, after)
    more_old, more_new = withdrawal.split_years(before, after + 1)
    assert 3 * old / 2 + 2 * new <= 3 * more_old / 2 + 2 * more_new
    assert (old + new) * 12 - (before + after) in range(-5, 6)


@pytest.mark.parametrize(
    ("sex", "years", "percents"),
    [
        # last of 2017, then 2018 to 2022, then either side of Law 41/2024
        ("male", 25, [65, 63, 61, 59, 57, 55, 55, 55]),
        ("male", 32, [75, 75, 75, 73, 71, 69, 69, 69]),
        ("female", 22, [66, 59, 59, 59, 59, 59, 59, 59]),
        ("female", 25, [75, 65, 65, 65, 65, 65, 65, 65]),
    ],
)
def test_the_rate_on_both_sides_of_every_date(sex: str, years: int, percents: list[int]) -> None:
    days = "2017-12 2018-01 2019-12 2020-01 2021-12 2022-01 2025-06 2025-07".split()
    found = [pension.rate_of(sex, years * 12, 0, date.fromisoformat(f"{day}-01")) * 100 for day in days]
    assert found == percents


def test_who_gets_a_pension_on_both_sides_of_law_41_2024() -> None:
    """17 years are enough from 2025-07 on; a man born in 1964-03 reached 61 years and 3 months in June."""
    months = tuple(
        Paid(figures.month_after(date(2008, 6, 1), at), "employer", 9_000_000) for at in range(17 * 12)
    )
    man = Career("male", date(1964, 3, 1), "a", months)
    assert not pension.pension(man, date(2025, 6, 1)).eligible
    assert pension.pension(man, date(2025, 7, 1)).rate == Fraction(42, 100)
    assert not pension.pension(replace(man, born=date(1964, 4, 1)), date(2025, 7, 1)).eligible


@given(st.integers(0, 400), st.booleans(), st.integers(0, 12))
def test_unemployment_months_and_what_is_kept(paid: int, new_law: bool, received: int) -> None:
    assert unemployment.months(paid) <= unemployment.months(paid + 1) <= 12
    kept = unemployment.kept_by_decision(paid)
    assert kept in range(12)
    left = unemployment.kept_after_early_end(
        new_law=new_law, paid=paid, received=received, kept_already=False, reported=True
    )
    assert left == max(0, (min(paid, 144) if new_law else paid) - 12 * received)


@given(seeds)
def test_unemployment_benefit_never_passes_its_cap(seed: int) -> None:
    one = next(careers.dismissals(seed, 1))
    due = unemployment.benefit(
        new_law=one.day >= unemployment.LAW_74,
        average=Fraction(sum(one.wages), 6),
        paid=one.paid,
        termination=one.day,
        last_month=one.last_month,
        region=one.region,
        state_scale=one.state_scale,
    )
    assert due.monthly <= due.cap
    assert due.total == due.monthly * due.months <= 12 * due.cap


@given(seeds)
def test_maternity_counts_one_window_and_six_months(seed: int) -> None:
    one = next(careers.births(seed, 1))
    months = maternity.window(one.day, one.day.replace(day=1) in one.wages)
    assert len(set(months)) == 12
    assert months[-1] <= one.day
    mean = maternity.average(one.wages, one.day)
    assert min(one.wages.values()) <= mean <= max(one.wages.values())
    assert maternity.qualifies(one.wages, one.day) <= maternity.qualifies(one.wages, one.day, bed_rest=True)
    leave = maternity.leave_months(one.day, one.children, one.living_before)
    assert leave - 5 - one.children == (one.day >= maternity.SECOND_CHILD and one.living_before == 1)
