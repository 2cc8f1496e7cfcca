from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.ledger.entry import COUNTED, Fund, Spell
from vssid.domain.ledger.late import HealthPart, LateMonth, late_months
from vssid.domain.ledger.late_wording import late_wording
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.tests.strategies import days, ledgers
from vssid.domain.values.months import Month


def late(health: HealthPart, *funds: Fund, employer: str = "HOACHANH") -> LateMonth:
    return LateMonth(Month.of(2026, 9), employer, funds, date(2026, 10, 31), 22, health)


def test_september_of_lan() -> None:
    words = late_wording(late(HealthPart.PAID, Fund.BHXH), card_usable=True)
    assert words.finding.english() == "2026-09 is not paid. It was due on 2026-10-31."
    assert words.who_pays.english() == "Your employer must pay it."
    assert words.health.english() == "Your health card still works."


@pytest.mark.parametrize(
    ("month", "usable", "beginning"),
    [
        (late(HealthPart.PAID, Fund.BHXH), False, "The health part of this month is paid."),
        (
            late(HealthPart.UNPAID, Fund.BHXH, Fund.BHYT),
            True,
            "The health part of this month is not paid either.",
        ),
        (late(HealthPart.UNPAID, Fund.BHYT), True, "The health part of this month is not paid. "),
        (late(HealthPart.NOT_ON_RECORD, Fund.BHXH), True, "Nothing is on record"),
    ],
    ids=["card not valid", "health unpaid too", "only health unpaid", "not on record"],
)
def test_what_is_said_of_the_card(month: LateMonth, usable: bool, beginning: str) -> None:
    assert late_wording(month, card_usable=usable).health.english().startswith(beginning)


def test_without_an_employer_nobody_else_is_blamed() -> None:
    words = late_wording(late(HealthPart.PAID, Fund.BHXH, employer=""), card_usable=True)
    assert words.who_pays.english() == "Ask your social-insurance office how to pay it."


@given(ledgers(), days, st.booleans())
def test_still_works_is_said_only_when_the_health_part_is_paid_and_the_card_valid(
    rows: list[Spell], today: date, usable: bool
) -> None:
    ledger = Ledger.of(rows)
    for month in late_months(ledger, today):
        said = "still works" in late_wording(month, card_usable=usable).health.english()
        health = ledger.by_fund[Fund.BHYT].get(month.month)
        assert said == (usable and health is not None and health.status in COUNTED)
