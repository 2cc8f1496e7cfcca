"""Exempt by treaty: which agreement, which months, since when."""

from __future__ import annotations

from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.months import Ledger, MonthRun
from vssid.domain.ledger.treaty import Exemption, exemption, treaties
from vssid.domain.values.months import Month

M = Month.of
KOREA = treaties()["KR"]


def exempt(first: Month, last: Month, fund: Fund = Fund.BHXH) -> Spell:
    return Spell(int(first), fund, first, last, Status.EXEMPT, "A")


def test_months_are_counted_whole_and_the_latest_run_says_since_when() -> None:
    ledger = Ledger.of([exempt(M(2024, 1), M(2024, 3)), exempt(M(2025, 1), M(2025, 12))])
    assert exemption(ledger, Fund.BHXH, "KR") == Exemption(15, MonthRun(M(2025, 1), M(2025, 12)), KOREA)
    assert exemption(ledger, Fund.BHYT, "KR") is None


def test_an_agreement_explains_only_its_own_people_funds_and_time() -> None:
    months = (M(2025, 1), M(2025, 2))
    other = exemption(Ledger.of([exempt(*months)]), Fund.BHXH, "JP")
    health = exemption(Ledger.of([exempt(*months, Fund.BHYT)]), Fund.BHYT, "KR")
    before = exemption(Ledger.of([exempt(M(2023, 11), M(2024, 2))]), Fund.BHXH, "KR")
    assert [found.treaty for found in (other, health, before) if found] == [None, None, None]
