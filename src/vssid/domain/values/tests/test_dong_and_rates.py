from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values import rates
from vssid.domain.values.dong import at_rate, share
from vssid.domain.values.problem import Problem

amounts = st.integers(-(10**13), 10**13)
terms = st.integers(1, 10**7)


@pytest.mark.parametrize(
    ("amount", "numerator", "denominator", "expected"),
    [(1, 1, 2, 1), (3, 1, 2, 2), (-1, 1, 2, -1), (10, 1, 3, 3), (20, 1, 3, 7), (0, 5, 7, 0)],
)
def test_half_rounds_up_and_a_reversal_cancels(
    amount: int, numerator: int, denominator: int, expected: int
) -> None:
    assert share(amount, numerator, denominator) == expected


@given(amounts, terms, terms)
def test_a_share_is_never_more_than_half_a_dong_off(amount: int, numerator: int, denominator: int) -> None:
    exact = Fraction(amount * numerator, denominator)
    assert abs(share(amount, numerator, denominator) - exact) <= Fraction(1, 2)


@given(amounts, terms, terms)
def test_the_opposite_amount_has_the_opposite_share(amount: int, numerator: int, denominator: int) -> None:
    assert share(-amount, numerator, denominator) == -share(amount, numerator, denominator)


def test_a_ratio_needs_a_positive_denominator() -> None:
    with pytest.raises(ValueError, match="positive denominator"):
        share(1, 1, 0)


def test_the_employee_of_the_example_pays_eight_percent() -> None:
    assert at_rate(11_200_000, rates.parse("0.08")) == 896_000


@given(st.integers(0, rates.PPM))
def test_a_written_rate_is_read_back(rate: int) -> None:
    assert rates.parse(rates.text(rate)) == rate


@pytest.mark.parametrize(
    ("rate", "written", "percent"), [(80_000, "0.08", "8"), (45_000, "0.045", "4.5"), (0, "0", "0")]
)
def test_rates_as_written(rate: int, written: str, percent: str) -> None:
    assert (rates.text(rate), rates.percent(rate)) == (written, percent)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("8%", "rate_format"),
        ("0,08", "rate_format"),
        ("", "rate_format"),
        ("0.0000001", "rate_format"),
        ("8", "rate_too_high"),
    ],
)
def test_what_is_not_a_rate_is_refused(written: str, code: str) -> None:
    with pytest.raises(Problem) as caught:
        rates.parse(written)
    assert caught.value.code == code
