from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.monthly_allowance.formula import Allowance, allowance
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce

NEW = Law(date(2025, 7, 1), parameter)


def due(*rows: tuple[int, int, int, int, int], law: Law = NEW) -> Allowance:
    total, months, halves, gap, social = np.array(rows, np.int64).T
    return allowance(
        law,
        average_total=total,
        average_months=months,
        half_years=halves,
        months_until_social_pension=gap,
        social_pension=social,
    )


@pytest.mark.parametrize(
    ("average", "halves", "gap", "expected"),
    [
        (4_000_000, 20, 160, (160, 500_000, 0)),
        (4_000_001, 20, 160, (161, 503_125, 0)),
        (3_999_999, 20, 160, (160, 500_000, 0)),
        (3_975_000, 20, 160, (159, 500_000, 500_000)),
        (4_000_000, 21, 162, (168, 518_519, 0)),
        (3_000_000, 15, 156, (90, 500_000, 33_000_000)),
        (1, 1, 1, (1, 500_000, 0)),
        (4_000_000, 20, 1, (160, 80_000_000, 0)),
        (4_000_000, 20, 0, (0, 0, 0)),
        (4_000_000, 0, 10, (0, 0, 0)),
    ],
)
def test_months_and_amounts(average: int, halves: int, gap: int, expected: tuple[int, int, int]) -> None:
    got = due((average * 100, 1, halves, gap, 500_000))
    assert tuple(int(part[0]) for part in got) == expected


def test_there_was_none_before_july_2025() -> None:
    with pytest.raises(NotInForce):
        due((100, 1, 1, 1, 1), law=Law(date(2025, 6, 30), parameter))


@given(
    st.lists(
        st.tuples(
            st.integers(1, 10**12),
            st.integers(1, 480),
            st.integers(1, 40),
            st.integers(1, 180),
            st.integers(100_000, 2_000_000),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_many_are_each_alone_and_exact(rows: list[tuple[int, int, int, int, int]]) -> None:
    together = due(*rows)
    for who, (total, months, halves, gap, social) in enumerate(rows):
        assert [int(part[who]) for part in together] == [int(part[0]) for part in due(rows[who])]
        worth = ceil(Fraction(total * halves, 100 * months * social))
        assert together.allowance_months[who] == worth
        assert together.monthly_allowance[who] >= social
        assert abs(together.monthly_allowance[who] - max(Fraction(social * worth, gap), social)) <= 0.5
        assert together.once_for_gap[who] == max(gap - worth, 0) * social


def answer(**inputs: Any) -> dict[str, Any]:
    return compute("monthly_allowance_art23", inputs)


def test_what_follows_from_less() -> None:
    assert answer(contribution_months=127) == {"years": 11}
    assert answer(contribution_months=12, average=1_000_000.5) == {"years": 1, "months": 5}
    with pytest.raises(MissingInput):
        answer(average=1)


def test_the_social_pension_of_the_day_unless_given() -> None:
    known = {"contribution_months": 120, "average": 4_000_000, "months_until_social_pension": 160}
    assert answer(**known)["monthly"] == 500_000
    assert answer(**known, social_pension=1_000_000)["months"] == 80
    assert compute("monthly_allowance_art23", known, as_of=date(2026, 9, 1))["months"] == 160
