from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.regional_allowance.formula import lump_sum
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter

DAYS = st.sampled_from([date(2016, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 7, 1)])


def answer(as_of: date | None = None, **inputs: Any) -> dict[str, Any]:
    return compute("regional_allowance", inputs, act="" if as_of else "2014", as_of=as_of)


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2025, 7, 1)])
def test_fifteen_per_cent_of_the_base_salary_a_month_and_whole_coefficient(day: date) -> None:
    law = Law(day, parameter)
    assert lump_sum(law, coefficient_months=whole(1000), base_salary=whole(1_000_000)) == 150_000
    assert lump_sum(law, coefficient_months=whole(1), base_salary=whole(10_000)) == 2, "half a đồng upwards"
    assert lump_sum(law, coefficient_months=whole(1), base_salary=whole(9_999)) == 1


@pytest.mark.parametrize(
    ("day", "base"),
    [(date(2016, 4, 30), 1_150_000), (date(2016, 5, 1), 1_210_000), (date(2026, 7, 1), 2_530_000)],
)
def test_the_base_salary_of_the_day_unless_one_is_said(day: date, base: int) -> None:
    ten_months = [{"coefficient": 1, "months": 10}]
    assert answer(day, periods=ten_months)["amount"] * 2 == 3 * base
    assert answer(day, periods=ten_months, base_salary=1_000_000) == {"amount": 1_500_000}


def test_periods_add_up() -> None:
    both = [{"coefficient": 0.5, "months": 24}, {"coefficient": 0.125, "months": 2}]
    assert answer(periods=both, base_salary=1_000_000) == {"amount": 1_837_500}
    assert answer(periods=[], base_salary=1_000_000) == {"amount": 0}


def test_what_is_said_wrong_is_named() -> None:
    with pytest.raises(MissingInput, match=r"periods\[2\]\.months"):
        answer(periods=[{"coefficient": 0.5, "months": 1}, {"coefficient": 0.5}])
    with pytest.raises(MissingInput, match=r"periods\[1\]\.coefficient"):
        answer(periods=[{"months": 1}])
    with pytest.raises(WrongInput, match=r"periods\[1\]\.coefficient"):
        answer(periods=[{"coefficient": 0.1234, "months": 1}])
    with pytest.raises(MissingInput):
        answer(base_salary=1)


@given(
    DAYS,
    st.lists(st.tuples(st.integers(0, 600_000), st.integers(0, 50_000_000)), min_size=1, max_size=20),
)
def test_each_alone_is_as_all_together_and_traced_as_untraced(
    day: date, people: list[tuple[int, int]]
) -> None:
    law = Law(day, parameter)
    months, bases = (np.array(column) for column in zip(*people, strict=True))
    together = lump_sum(law, coefficient_months=months, base_salary=bases).tolist()
    alone = [lump_sum(law, coefficient_months=whole(m), base_salary=whole(base)).item() for m, base in people]
    traced = lump_sum(Law(day, parameter, Trace()), coefficient_months=months, base_salary=bases)
    assert together == alone == traced.tolist()
