from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.voluntary.formula import (
    missing_time,
    refund,
    refund_of_months,
    supported_months,
    years_ahead,
)
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter

OLD, NEW = Law(date(2025, 6, 30), parameter), Law(date(2025, 7, 1), parameter)
INCOMES = st.integers(700_000, 50_600_000)
YIELDS = st.integers(0, 20_000_000)


@pytest.mark.parametrize("law", [Law(date(2018, 1, 1), parameter), OLD, NEW])
@pytest.mark.parametrize(
    ("before", "months", "left"),
    [(0, 12, 12), (118, 3, 2), (119, 3, 1), (120, 3, 0), (121, 3, 0), (0, 121, 120)],
)
def test_120_months_are_supported(law: Law, before: int, months: int, left: int) -> None:
    got = supported_months(law, months_paid=whole(months), months_supported_before=whole(before))
    assert got == left


@given(INCOMES, st.integers(2, 5), YIELDS, st.sampled_from([OLD, NEW]))
def test_years_ahead_by_decimals(income: int, years: int, r: int, law: Law) -> None:
    with localcontext() as context:
        context.prec = 60
        growth = 1 + Decimal(r) / 10**9
        expected = sum(Decimal(income) * 22 / 100 / growth**back for back in range(12 * years)) + Decimal(0)
    got = years_ahead(law, chosen_income=whole(income), years_paid=whole(years), monthly_yield=whole(r))
    assert abs(int(got[0]) - expected) <= Decimal("0.5")


@given(INCOMES, st.integers(1, 120), YIELDS, st.sampled_from([OLD, NEW]))
def test_missing_time_by_decimals(income: int, months: int, r: int, law: Law) -> None:
    with localcontext() as context:
        context.prec = 60
        growth = 1 + Decimal(r) / 10**9
        expected = sum(Decimal(income) * 22 / 100 * growth**back for back in range(1, months + 1)) + Decimal(
            0
        )
    got = missing_time(law, chosen_income=whole(income), months_paid=whole(months), monthly_yield=whole(r))
    assert abs(int(got[0]) - expected) <= Decimal("0.5")


def given_back(law: Law, income: int, years: int, remaining: int, r: int, support: int = 0) -> int:
    return int(
        refund(
            law,
            chosen_income=whole(income),
            years_paid=whole(years),
            months_remaining=whole(remaining),
            monthly_yield=whole(r),
            state_support_paid=whole(support),
        )[0]
    )


@pytest.mark.parametrize("law", [OLD, NEW])
def test_a_refund_is_of_the_last_months_which_cost_least(law: Law) -> None:
    whole_payment = int(
        years_ahead(law, chosen_income=whole(3_000_000), years_paid=whole(2), monthly_yield=whole(6_280_000))[
            0
        ]
    )
    assert given_back(law, 3_000_000, 2, 24, 6_280_000) == whole_payment == 14_753_539
    assert given_back(law, 3_000_000, 2, 0, 6_280_000) == 0
    with localcontext() as context:
        context.prec = 40
        last = Decimal(660_000) / Decimal("1.00628") ** 23
    assert given_back(law, 3_000_000, 2, 1, 6_280_000) == round(last)
    assert given_back(law, 3_000_000, 2, 1, 6_280_000, 66_000) == round(last - 66_000)
    assert given_back(law, 3_000_000, 2, 1, 6_280_000, 700_000) == 0


@pytest.mark.parametrize(("support", "due"), [(0, 1_980_000), (330_000, 1_650_000), (2_000_000, 0)])
def test_a_refund_of_months(support: int, due: int) -> None:
    got = refund_of_months(
        NEW,
        chosen_income=whole(3_000_000),
        months_remaining=whole(3),
        state_support_paid=whole(support),
    )
    assert got == due


def test_half_a_dong_is_rounded_up() -> None:
    """22 % of 25 đồng are 5.5."""
    now = {"chosen_income": whole(25), "monthly_yield": whole(0)}
    assert years_ahead(NEW, years_paid=whole(2), **now) == 132
    assert missing_time(NEW, months_paid=whole(1), **now) == 6


def test_many_are_each_alone_and_traced_alike() -> None:
    incomes, months = whole([1_500_000, 2_000_000, 1_500_000, 1_500_000]), whole([1, 60, 1, 2])
    together = missing_time(NEW, chosen_income=incomes, months_paid=months, monthly_yield=whole(3_100_000))
    alone = [
        int(
            missing_time(
                Law(NEW.on, parameter, Trace()),
                chosen_income=incomes[who : who + 1],
                months_paid=months[who : who + 1],
                monthly_yield=whole(3_100_000),
            )[0]
        )
        for who in range(4)
    ]
    assert together.tolist() == alone
    assert np.unique(together).size == 3


def amount(regime: str, act: str = "2024", **inputs: Any) -> Any:
    return compute(regime, inputs, act=act)["amount"]


@pytest.mark.parametrize(
    ("inputs", "due"),
    [
        ({"mode_months": 12, "subsidy_group": "near_poor", "month": "2025-06"}, 12 * 440_000 - 12 * 82_500),
        ({"mode_months": 12, "subsidy_group": "near_poor", "month": "2025-07"}, 12 * 440_000 - 12 * 132_000),
        ({"subsidy_group": "poor", "month": "2017-12"}, 440_000),
        ({"subsidy_group": "poor", "month": "2018-01"}, 440_000 - 46_200),
        ({"month": "2016-01"}, 440_000),
        ({}, 440_000),
        (
            {"subsidised_from": "2018-01", "month": "2027-11", "mode_months": 3, "subsidy_group": "other"},
            1_188_000,
        ),
        (
            {"subsidised_from": "2018-01", "month": "2028-01", "mode_months": 3, "subsidy_group": "other"},
            1_320_000,
        ),
        (
            {
                "subsidised_from": "2018-01",
                "continuous": False,
                "month": "2028-01",
                "mode_months": 3,
                "subsidy_group": "other",
            },
            1_122_000,
        ),
        ({"subsidised_from": "2026-02", "month": "2026-01", "subsidy_group": "other"}, 374_000),
    ],
)
def test_contributions(inputs: dict[str, Any], due: int) -> None:
    assert amount("voluntary_contribution", income=2_000_000, **inputs) == due


def test_support_is_never_more_than_the_contribution() -> None:
    assert amount("voluntary_contribution", income=100_000, subsidy_group="poor") == 0


def test_the_last_supported_month_needs_no_income_and_an_unbroken_time() -> None:
    whole_time = compute("voluntary_contribution", {"subsidised_from": "2018-03"}, act="2014")
    assert {key: str(value) for key, value in whole_time.items()} == {"last_subsidised_month": "2028-02"}
    with pytest.raises(MissingInput):
        compute("voluntary_contribution", {"subsidised_from": "2018-03", "continuous": False}, act="2014")


@pytest.mark.parametrize(
    ("regime", "act", "inputs", "allowed"),
    [
        ("voluntary_prepay", "2024", {"years": 1}, False),
        ("voluntary_prepay", "2024", {"years": 2}, True),
        ("voluntary_prepay", "2014", {"years": 5}, True),
        ("voluntary_prepay", "2014", {"years": 6}, False),
        ("voluntary_missing_years", "2024", {"months": -1}, False),
        ("voluntary_missing_years", "2024", {"months": 60}, True),
        ("voluntary_missing_years", "2024", {"months": 61}, False),
        ("voluntary_missing_years", "2014", {"months": 120}, True),
        ("voluntary_missing_years", "2014", {"months": 121}, False),
        ("voluntary_refund", "2024", {"years": 2, "remaining_months": 24}, True),
        ("voluntary_refund", "2024", {"years": 2, "remaining_months": 25}, False),
        ("voluntary_refund", "2024", {"years": 2, "remaining_months": -1}, False),
        ("voluntary_refund", "2024", {"mode_months": 3, "remaining_months": 3}, True),
        ("voluntary_refund", "2024", {"mode_months": 3, "remaining_months": 4}, False),
        ("voluntary_contribution", "2024", {"mode_months": 60}, True),
        ("voluntary_contribution", "2024", {"mode_months": 61}, False),
        ("voluntary_contribution", "2024", {"mode_months": 0}, False),
    ],
)
def test_bounds_of_the_ways_to_pay(regime: str, act: str, inputs: dict[str, Any], allowed: bool) -> None:
    known = {"income": 2_000_000} | ({} if regime == "voluntary_contribution" else {"r_monthly": 0.0031})
    if allowed:
        assert amount(regime, act, **known, **inputs) > 0
    else:
        with pytest.raises(WrongInput):
            amount(regime, act, **known, **inputs)


def test_the_yield_is_never_supposed_and_has_nine_places() -> None:
    nothing: tuple[dict[str, Any], ...] = ({}, {"r_monthly": None})
    for unknown in nothing:
        with pytest.raises(MissingInput):
            amount("voluntary_prepay", income=1, years=2, **unknown)
    for wrong in (0.0000000001, -0.001):
        with pytest.raises(WrongInput):
            amount("voluntary_prepay", income=1, years=2, r_monthly=wrong)
    assert (
        amount("voluntary_missing_years", income=1_000_000_000, months=1, r_monthly=0.000000001)
        == 220_000_000
    )


def test_support_without_a_group_is_that_of_everyone() -> None:
    got = compute("voluntary_subsidy", {"month": "2025-07"})
    assert got == {"subsidy_per_month": 66_000, "participant_pays_at_minimum_income": 264_000}


def test_support_and_own_share_of_an_odd_line() -> None:
    """22 % of 1,234,567 are 271,604.74, of which half is 135,802.37."""
    got = compute("voluntary_subsidy", {"month": "2025-07", "group": "poor", "rural_poverty_line": 1_234_567})
    assert got == {"subsidy_per_month": 135_802, "participant_pays_at_minimum_income": 135_802}
