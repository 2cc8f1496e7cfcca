"""Wages, a State scale and voluntary income in one withdrawal."""

from __future__ import annotations

from typing import Any

from vssid.domain.law.cases import compute

STATE = {"start": "2025-06", "end": "2025-07", "scale": "state", "wage": 3_000_000}
EMPLOYER = {"start": "2025-08", "end": "2025-10", "scale": "employer", "wage": 5_000_000}
VOLUNTARY = {"start": "2025-11", "end": "2025-12", "scale": "voluntary", "wage": 2_000_000}


def answer(**inputs: Any) -> dict[str, Any]:
    return compute("lump_sum", inputs)


def adjusted(*periods: dict[str, Any]) -> int:
    asked: dict[str, Any] = {"periods": list(periods), "joined": "2024-01", "decision": "2025-12-31"}
    total: int = answer(**asked)["adjusted_total"]
    return total


def test_what_was_paid_on_adds_up_over_the_scales() -> None:
    assert adjusted(STATE) == 6_000_000
    assert adjusted(EMPLOYER) == 15_000_000
    assert adjusted(VOLUNTARY) == 4_000_000
    assert adjusted(STATE, EMPLOYER, VOLUNTARY) == 25_000_000


def test_months_before_and_after_2014_add_up_below_a_year() -> None:
    found = answer(months_pre2014=5, months_from2014=5, average=500_000, decision="2026-01-01")
    assert found["months"] == 10
    assert found["contributed"] == 1_100_000
    assert found["amount"] == found["cap"] == 1_000_000
