from __future__ import annotations

from typing import Any

import pytest

from vssid.domain.law.cases import compute, same
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.values.problem import Problem


@pytest.mark.parametrize(
    ("expected", "got", "alike"),
    [
        ("0.0080", "0.008", True),
        ("0.008", "0.0081", False),
        ("01", "1", False),
        ("1.3", "1.3", True),
    ],
)
def test_decimals_written_as_text_are_compared_as_numbers(expected: str, got: str, alike: bool) -> None:
    assert same("text", expected, got) is alike


def test_what_leaves_64_bits_is_refused() -> None:
    with pytest.raises(WrongInput, match="voluntary_missing_years"):
        compute("voluntary_missing_years", {"income": 1, "months": 120, "r_monthly": 0.9}, act="2014")


@pytest.mark.parametrize(
    ("regime", "inputs", "field"),
    [
        ("sickness", {"leave": []}, "leave"),
        ("sickness", {"accident": "2026-09-05", "leave_until": "2026-09-01"}, "leave_until"),
        ("sick_child", {"mother": [["2026-01-05", "2026-01-06"], []]}, "mother[2]"),
        ("sickness", {"absences_in_days": [0.5], "wage": 4_800_000}, "absences_in_days"),
        ("occupational", {"years": 3, "wage": 4_800_000}, "impairment"),
        ("survivors", {"periods": ["2016-04", "2003-01"]}, "periods"),
        ("pension_start", {"birth": "0900", "age_years": 60}, "birth"),
        (
            "pension_rate",
            {"sex": "male", "contribution_months": 240, "retirement_year": 1},
            "retirement_year",
        ),
        ("average_state_scale", {"window": [{"months": 60}]}, "window[1].coefficient"),
        ("voluntary_refund", {"income": 1, "years": 9, "remaining_months": 1, "r_monthly": 0.0031}, "years"),
        ("lump_sum_subsidy", {"months": [], "rural_poverty_line": {2022: "x"}}, "rural_poverty_line.2022"),
    ],
)
def test_a_refusal_names_the_key(regime: str, inputs: dict[str, Any], field: str) -> None:
    with pytest.raises(Problem) as refused:
        compute(regime, inputs, act="2014")
    assert refused.value.field == field
