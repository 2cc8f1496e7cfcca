from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.emigration.formula import of_other_benefit, of_pension
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter

OLD, NEW = Law(date(2025, 6, 30), parameter), Law(date(2025, 7, 1), parameter)


@pytest.mark.parametrize("law", [OLD, NEW])
@pytest.mark.parametrize(
    ("before", "after", "received", "thousandths"),
    [
        (2, 0, 0, 3_000),
        (4, 0, 0, 3_000),
        (5, 0, 0, 3_750),
        (0, 4, 0, 4_000),
        (0, 4, 1, 3_500),
        (0, 4, 2, 3_000),
        (0, 4, 3, 3_000),
        (0, 4, 400, 3_000),
        (44, 4, 12, 31_000),
    ],
)
def test_months_of_pension(law: Law, before: int, after: int, received: int, thousandths: int) -> None:
    settled = of_pension(
        law,
        half_years_before_2014=whole(before),
        half_years_from_2014=whole(after),
        months_received=whole(received),
        pension_paid_now=whole(4_000_001),
    )
    assert settled.months_of_pension == thousandths
    assert settled.emigration_amount == (4_000_001 * thousandths + 500) // 1000


@pytest.mark.parametrize("law", [OLD, NEW])
def test_other_benefits_three_months(law: Law) -> None:
    assert of_other_benefit(law, monthly_benefit=whole(2_000_001)) == 6_000_003


@given(
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(0, 40), st.integers(0, 300), st.integers(1, 50_000_000)),
        min_size=1,
        max_size=5,
    )
)
def test_many_are_each_alone_and_never_below_three_months(rows: list[tuple[int, int, int, int]]) -> None:
    together = _settled(np.array(rows, np.int64))
    for who, row in enumerate(rows):
        assert together[who] == _settled(np.array([row], np.int64))[0]
        before, after, received, pension = row
        months = max(Fraction(3 * before + 4 * after - 2 * received, 4), Fraction(3))
        assert abs(together[who] - months * pension) <= Fraction(1, 2)


def _settled(rows: Any) -> Any:
    before, after, received, pension = rows.T
    return of_pension(
        NEW,
        half_years_before_2014=before,
        half_years_from_2014=after,
        months_received=received,
        pension_paid_now=pension,
    ).emigration_amount


def answer(**inputs: Any) -> dict[str, Any]:
    return compute("emigration_lump_sum", inputs, act="2024")


def test_years_in_halves_and_a_pension_under_either_name() -> None:
    assert answer(years_pre2014=10.5, monthly=2)["months"] == Fraction(63, 4)
    assert answer(years_from2014=3, benefit="pension", pension=2) == {"months": 6, "amount": 12}
    assert answer(months_pre2014=13, months_from2014=5, pension=2) == {"months": 3, "amount": 6}
    assert answer(months_from2014=19, pension=2)["months"] == 4


@pytest.mark.parametrize("years", [10.25, -1])
def test_other_years_are_refused(years: float) -> None:
    with pytest.raises(WrongInput):
        answer(years_pre2014=years, pension=1)


def test_the_pension_has_to_be_known() -> None:
    with pytest.raises(MissingInput):
        answer(years_pre2014=10)
