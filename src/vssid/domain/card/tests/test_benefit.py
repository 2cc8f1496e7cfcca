from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.card.benefit import (
    UnknownBenefitDigit,
    UnknownGroup,
    benefit_percent,
    group_codes,
    issued_digit,
    level,
    small_visit_limit,
    yearly_share_limit,
)
from vssid.domain.values.dated import NotInForce

TODAY = date(2026, 11, 22)
days = st.dates(date(2015, 1, 1), date(2030, 12, 31))
groups = st.sampled_from(sorted(group_codes()))
digits = st.integers(1, 5)


@pytest.mark.parametrize(("digit", "percent"), [(1, 100), (2, 100), (3, 95), (4, 80), (5, 100)])
def test_the_five_digits(digit: int, percent: int) -> None:
    assert benefit_percent("DN", digit, TODAY) == percent


@pytest.mark.parametrize(
    ("group", "digit", "day", "counts_as", "percent"),
    [
        ("CN", 3, date(2025, 12, 31), 3, 95),
        ("CN", 3, date(2026, 1, 1), 2, 100),
        ("LH", 4, date(2025, 12, 31), 4, 80),
        ("LH", 4, date(2026, 1, 1), 2, 100),
        ("CT", 4, date(2025, 6, 30), 4, 80),
        ("CT", 4, date(2025, 7, 1), 2, 100),
        ("CN", 1, date(2026, 1, 1), 1, 100),
    ],
)
def test_groups_raised_by_law_count_as_two_whatever_is_printed(
    group: str, digit: int, day: date, counts_as: int, percent: int
) -> None:
    found = level(group, digit, day)
    assert (found.digit, found.percent) == (counts_as, percent)
    assert (found.raised_since is not None) == (found.digit != digit)


@given(groups, digits, days)
def test_the_two_shares_make_the_whole(group: str, digit: int, day: date) -> None:
    found = level(group, digit, day)
    assert found.percent + found.own_percent == 100
    assert found.percent in (80, 95, 100)


@given(groups, digits, days)
def test_law_only_ever_raises_what_is_printed(group: str, digit: int, day: date) -> None:
    assert benefit_percent(group, digit, day) >= benefit_percent("", digit, day)


@given(groups, days)
def test_every_group_has_a_digit_with_a_level(group: str, day: date) -> None:
    assert benefit_percent(group, issued_digit(group), day) >= 80


def test_the_group_no_is_read_as_a_code_and_not_as_a_falsehood() -> None:
    assert "NO" in group_codes()
    assert all(isinstance(code, str) and len(code) == 2 for code in group_codes())


@pytest.mark.parametrize("digit", [0, 6, 9])
def test_other_digits_are_refused(digit: int) -> None:
    with pytest.raises(UnknownBenefitDigit):
        benefit_percent("DN", digit, TODAY)


def test_unknown_groups_have_no_digit_of_issue() -> None:
    with pytest.raises(UnknownGroup, match="ZZ"):
        issued_digit("ZZ")


def test_before_the_present_digits_nothing_is_said() -> None:
    with pytest.raises(NotInForce):
        benefit_percent("DN", 4, date(2014, 12, 31))


@pytest.mark.parametrize(
    ("day", "visit", "year"),
    [
        (date(2023, 7, 1), 270_000, 10_800_000),
        (date(2024, 7, 1), 351_000, 14_040_000),
        (date(2026, 6, 30), 351_000, 14_040_000),
        (date(2026, 7, 1), 379_500, 15_180_000),
    ],
)
def test_limits_follow_the_base_salary(day: date, visit: int, year: int) -> None:
    assert (small_visit_limit(day), yearly_share_limit(day)) == (visit, year)
