"""Decree 374/2025, article 8, and what careers do with it."""

from datetime import date

import pytest

from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.unemployment_kept import BenefitTime, KeptMonths, kept_months
from vssid.domain.values.months import Month


def paid(first: Month, months: int, seq: int = 1, status: Status = Status.PAID) -> Spell:
    return Spell(seq, Fund.BHTN, first, first.plus(months - 1), status)


def kept(*spells: Spell, benefits: tuple[BenefitTime, ...] = ()) -> KeptMonths:
    return kept_months(Ledger.of(spells), benefits)


START = Month.of(2015, 1)


def test_all_is_kept_while_nothing_was_drawn() -> None:
    assert kept(paid(START, 40)) == KeptMonths(paid=40, received=0, used=0, kept=40)


def test_a_benefit_month_uses_twelve_paid_ones() -> None:
    three = BenefitTime(date(2018, 6, 10), date(2018, 9, 9))
    assert kept(paid(START, 40), benefits=(three,)) == KeptMonths(40, 3, 36, 4)


def test_three_months_for_a_short_time_leave_nothing() -> None:
    three = BenefitTime(date(2016, 10, 1), date(2016, 12, 31))
    assert kept(paid(START, 20), benefits=(three,)) == KeptMonths(20, 3, 20, 0)


def test_what_is_paid_afterwards_is_not_drawn_on() -> None:
    three = BenefitTime(date(2016, 10, 1), date(2016, 12, 31))
    later = paid(Month.of(2018, 1), 7, seq=2)
    assert kept(paid(START, 20), later, benefits=(three,)).kept == 7


def test_a_benefit_drawn_in_part_leaves_the_rest() -> None:
    one = BenefitTime(date(2018, 6, 10), date(2018, 7, 9))
    assert kept(paid(START, 36), benefits=(one,)).kept == 24


def test_above_144_nothing_of_the_rest_is_kept() -> None:
    twelve = BenefitTime(date(2029, 1, 1), date(2029, 12, 31))
    assert kept(paid(START, 160), benefits=(twelve,)).kept == 0


def test_only_paid_months_count() -> None:
    assert kept(paid(START, 5, status=Status.OWED)) == KeptMonths(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 10), date(2026, 2, 9), 1),
        (date(2026, 1, 10), date(2026, 4, 9), 3),
        (date(2026, 1, 10), date(2026, 1, 20), 1),
        (date(2026, 1, 10), date(2026, 2, 15), 2),
    ],
)
def test_counts_benefit_months(first: date, last: date, months: int) -> None:
    assert BenefitTime(first, last).months == months
