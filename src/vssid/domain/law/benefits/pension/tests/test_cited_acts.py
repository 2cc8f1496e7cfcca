"""Which law a worked case of the pension is judged by, and what counts as months paid."""

from __future__ import annotations

from typing import Any

import pytest

from vssid.domain.law.cases import compute


@pytest.mark.parametrize(
    ("act", "year", "per_mille"),
    [("2014", 2025, 360), ("2014", 2030, 360), ("2024", 2025, 405), ("", 2025, 405)],
)
def test_the_act_that_is_cited_holds_in_the_year_that_has_both(act: str, year: int, per_mille: int) -> None:
    inputs = {"sex": "male", "contribution_months": 186, "retirement_year": year}
    assert compute("pension_rate", inputs, act=act)["pension_rate"] * 1000 == per_mille


def test_as_many_months_after_the_age_as_before_it_are_still_months() -> None:
    inputs: dict[str, Any] = {
        "sex": "male", "months_until_retirement_age": 216, "months_after_retirement_age": 216,
    }  # fmt: skip
    assert compute("retirement_lump_sum", inputs, act="2024")["years_over_after_age"] == 1
