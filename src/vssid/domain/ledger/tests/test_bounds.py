from __future__ import annotations

from vssid.domain.ledger.bounds import caps, minimum_wages
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.salary import SalaryStep
from vssid.domain.values.months import Month


def _ledger(first: str, last: str, *, fund: Fund = Fund.BHXH, scale: Scale = Scale.EMPLOYER) -> Ledger:
    spell = Spell(
        1, fund, Month.parse(first), Month.parse(last), Status.PAID, "AB", scale=scale, salary=9_000_000
    )
    return Ledger.of([spell])


def _step(first: str, last: str, amount: int) -> SalaryStep:
    return SalaryStep(Month.parse(first), Month.parse(last), amount)


def test_the_minimum_wage_is_that_of_the_employer_s_region_and_of_the_month() -> None:
    ledger = _ledger("2025-11", "2026-02")
    assert minimum_wages(ledger, Fund.BHXH, {"AB": "II"}) == [
        _step("2025-11", "2025-12", 4_410_000),
        _step("2026-01", "2026-02", 4_730_000),
    ]


def test_without_region_or_figure_there_is_no_minimum_wage() -> None:
    assert minimum_wages(_ledger("2025-11", "2026-02"), Fund.BHXH, {}) == []
    assert minimum_wages(_ledger("2011-08", "2011-10"), Fund.BHXH, {"AB": "I"}) == [
        _step("2011-10", "2011-10", 2_000_000)
    ]


def test_the_cap_is_twenty_times_the_base_salary() -> None:
    assert caps(_ledger("2026-06", "2026-07"), Fund.BHXH, {}) == [
        _step("2026-06", "2026-06", 46_800_000),
        _step("2026-07", "2026-07", 50_600_000),
    ]


def test_the_cap_of_unemployment_insurance_is_regional_and_was_not_for_the_state_scale() -> None:
    assert caps(_ledger("2026-01", "2026-01", fund=Fund.BHTN), Fund.BHTN, {"AB": "I"}) == [
        _step("2026-01", "2026-01", 106_200_000)
    ]
    state = _ledger("2025-12", "2026-01", fund=Fund.BHTN, scale=Scale.STATE)
    assert caps(state, Fund.BHTN, {"AB": "I"}) == [
        _step("2025-12", "2025-12", 46_800_000),
        _step("2026-01", "2026-01", 106_200_000),
    ]
