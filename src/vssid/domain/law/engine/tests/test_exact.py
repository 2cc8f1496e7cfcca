from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.engine.exact import (
    at_least,
    at_most,
    at_rate,
    choose,
    of_each,
    share,
    truth,
    up,
    where,
    whole,
)

AMOUNTS = st.integers(0, 10**15)
RATIOS = st.integers(1, 1_000_000)


@given(AMOUNTS, RATIOS, RATIOS)
def test_a_share_is_the_exact_fraction_rounded_half_up(amount: int, above: int, below: int) -> None:
    above = min(above, below * 1000)
    exact = Fraction(amount * above, below)
    expected = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    assert share(whole(amount), whole(above), whole(below)) == expected


@given(AMOUNTS, st.integers(0, 1_000_000))
def test_a_rate_is_a_share_in_millionths(amount: int, ppm: int) -> None:
    assert at_rate(whole(amount), ppm) == (2 * amount * ppm + 1_000_000) // 2_000_000


@pytest.mark.parametrize(("amount", "divisor", "expected"), [(0, 7, 0), (1, 7, 1), (7, 7, 1), (8, 7, 2)])
def test_up(amount: int, divisor: int, expected: int) -> None:
    assert up(whole(amount), divisor) == expected


def test_many_at_once_come_out_as_one_by_one() -> None:
    amounts = whole([0, 1, 5, 10**15])
    each = [share(whole(one), 2, 3).item() for one in amounts.tolist()]
    assert share(amounts, 2, 3).tolist() == each == [0, 1, 3, 666_666_666_666_667]


def test_the_first_condition_that_holds_decides() -> None:
    x = whole([1, 5, 9])
    assert choose([(x < 3, 10), (x < 7, x * 2)], 0).tolist() == [10, 10, 0]
    assert where(truth([True, False, True]), x, 0).tolist() == [1, 0, 9]
    assert at_most(x, 5).tolist() == [1, 5, 5]
    assert at_least(x, 5).tolist() == [5, 5, 9]


def test_numbers_are_whole_and_of_64_bits() -> None:
    assert whole(3).dtype == np.int64
    with pytest.raises(OverflowError):
        whole(2**63)


@pytest.mark.parametrize(
    ("women", "asked", "chosen"),
    [([True, True], "w", [1, 1]), ([False, False], "m", [2, 2]), ([True, False], "wm", [1, 2])],
)
def test_only_a_side_that_somebody_is_on_is_asked(women: list[bool], asked: str, chosen: list[int]) -> None:
    seen: list[str] = []

    def side(name: str, value: int) -> int:
        seen.append(name)
        return value

    found = of_each(truth(women), lambda: side("w", 1), lambda: side("m", 2))
    assert ("".join(seen), found.tolist()) == (asked, chosen)


@pytest.mark.parametrize(
    ("amount", "above", "below"), [(10**15, 10**4, 1), (10**18, 10**6, 10**5), (10**18, 10**13, 10**16)]
)
def test_a_share_beyond_64_bits_is_refused_and_never_wrapped(amount: int, above: int, below: int) -> None:
    with pytest.raises(OverflowError):
        share(whole(amount), above, below)


def test_the_highest_of_different_lines_do_not_meet() -> None:
    amounts, above = whole([2 * 10**15, 1]), whole([1, 10**13])
    assert share(amounts, above, 1).tolist() == [2 * 10**15, 10**13]
