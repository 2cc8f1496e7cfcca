from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from vssid.domain.law.benefits.wage_average.formula import pension, with_seniority
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter

OLD, NEW = Law(date(2025, 6, 30), parameter), Law(date(2025, 7, 1), parameter)


@pytest.mark.parametrize("law", [OLD, NEW])
def test_the_highest_allowance_counts_only_where_the_last_months_hold_none(law: Law) -> None:
    """Two people at once: one with the allowance in the last months, one without."""
    got = with_seniority(
        law,
        base=whole([1_000_000, 1_000_000]),
        scale_months=whole([60, 60]),
        plain_points=whole([60 * 49_800, 60 * 49_800]),
        seniority_points=whole([1, 0]),
        past_points=whole([6_588, 6_588]),
    )
    assert got.average_without_seniority.tolist() == [4_980_000, 4_980_000]
    assert got.seniority.tolist() == [2, 658_800]
    assert got.average.tolist() == [4_980_002, 5_638_800]


def test_a_pension_is_rounded_once() -> None:
    """Circular 59/2015 example 39: 5,886,817.8."""
    got = pension(NEW, scale_total=whole(8_531_620 * 10_000), scale_months=whole(1), rate=whole(690_000))
    assert got == 5_886_818
    assert pension(NEW, scale_total=whole(10_000), scale_months=whole(2), rate=whole(1_000_000)) == 1


def scale(act: str = "2014", **inputs: Any) -> dict[str, Any]:
    return compute("average_state_scale", inputs, act=act)


def test_the_base_salary_of_the_month_of_retirement_unless_given() -> None:
    window = [{"months": 60, "coefficient": 2}]
    assert scale(window=window, retirement="2026-06")["average"] == 4_680_000
    assert scale(window=window, retirement="2026-07")["average"] == 5_060_000
    assert scale(window=window, retirement="2026-07", base_salary=1_000_000)["average"] == 2_000_000
    assert scale(window=window)["average"] == 4_680_000


@pytest.mark.parametrize(
    ("sex", "years", "retirement", "rate"),
    [
        ("male", 27, "2016-04", Fraction(69, 100)),
        ("female", 27, "2016-04", Fraction(3, 4)),
        ("male", 20.5, "2024-01", Fraction(46, 100)),
        ("male", 15, "2025-07", Fraction(40, 100)),
    ],
)
def test_the_pension_rate_follows_from_the_years(
    sex: str, years: float, retirement: str, rate: Fraction
) -> None:
    window = [{"months": 60, "coefficient": 2}]
    known: dict[str, Any] = {"sex": sex, "contribution_years": years, "retirement": retirement}
    assert scale(**known)["pension_rate"] == rate
    assert scale(**known, window=window, base_salary=1_000_000)["pension"] == 2_000_000 * rate


def test_without_a_month_the_act_gives_the_year() -> None:
    assert scale(sex="male", contribution_years=20, act="2024")["pension_rate"] == Fraction(45, 100)
    assert scale(sex="male", act="2024") == {}


def test_coefficients_of_more_places_are_refused() -> None:
    with pytest.raises(WrongInput):
        scale(window=[{"months": 1, "coefficient": 2.00001}])
    got = scale(window=[{"months": 3, "coefficient": 2.34, "seniority": 0.05}], base_salary=1_000_000)
    assert got == {"average": 2_457_000, "average_without_seniority": 2_340_000, "seniority": 117_000}


def mixed(periods: list[dict[str, Any]], **inputs: Any) -> dict[str, Any]:
    return compute("average_mixed", {"periods": periods, **inputs}, act="2014")


@pytest.mark.parametrize(
    ("joined", "first"),
    [("1994-12", "2012-01"), ("1995-01", "2011-01"), (None, "2007-01"), ("2025-01", "2000-01")],
)
def test_the_window_by_the_day_of_joining(joined: str | None, first: str) -> None:
    inputs = {} if joined is None else {"first_joined": joined}
    start = "2007-01" if joined is None else "2000-01"
    got = mixed([{"start": start, "end": "2016-12", "scale": "state"}], **inputs)
    assert [[str(month) for month in stretch] for stretch in got["window"]] == [[first, "2016-12"]]


def test_no_month_on_the_state_scale_leaves_no_window() -> None:
    got = mixed([{"start": "2010-01", "end": "2010-12", "scale": "employer", "wage": 1_000_000}])
    assert got == {
        "contribution_months": 12,
        "state_months": 0,
        "window_months": 0,
        "window": [],
        "total_state_wages": "0 x average(window)",
        "average": 1_900_000,
    }


def test_wages_of_every_period_make_the_average() -> None:
    periods: list[dict[str, Any]] = [
        {"start": "2014-01", "end": "2014-12", "scale": "state", "coefficient": 3},
        {"start": "2015-01", "end": "2015-12", "scale": "employer"},
    ]
    assert "average" not in mixed(periods)
    periods[1]["wage"] = 5_000_000
    assert mixed(periods)["average"] == (3 * 2_340_000 + 5_000_000 * 131 // 100 + 1) // 2


def test_a_career_needs_a_month() -> None:
    with pytest.raises(MissingInput):
        mixed([])


def test_many_windows_at_once() -> None:
    months = np.full(3, 60, np.int64)
    plain = whole([60 * 10_000, 60 * 20_000, 60 * 30_000])
    none = np.zeros(3, np.int64)
    got = with_seniority(
        NEW,
        base=whole(2_340_000),
        scale_months=months,
        plain_points=plain,
        seniority_points=none,
        past_points=none,
    )
    assert got.average.tolist() == [2_340_000, 4_680_000, 7_020_000]
