from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.ledger.deadline import days_late, due_date, is_late, parted_at_deadline
from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.tests.strategies import days, months, spells
from vssid.domain.values.months import Month


@pytest.mark.parametrize(
    ("month", "due"),
    [
        (Month.of(2024, 2), date(2024, 2, 29)),
        (Month.of(2025, 6), date(2025, 6, 30)),
        (Month.of(2025, 7), date(2025, 8, 31)),
        (Month.of(2025, 12), date(2026, 1, 31)),
        (Month.of(2026, 9), date(2026, 10, 31)),
    ],
)
def test_due_dates_around_the_change_of_july_2025(month: Month, due: date) -> None:
    assert due_date(month) == due


def test_september_2026_is_22_days_late_on_22_november() -> None:
    assert days_late(Month.of(2026, 9), date(2026, 11, 22)) == 22


@given(months, days)
def test_late_means_at_least_one_day(month: Month, day: date) -> None:
    assert is_late(month, day) == (days_late(month, day) > 0)


@given(months)
def test_the_deadline_itself_is_in_time(month: Month) -> None:
    due = due_date(month)
    assert days_late(month, due) == 0
    assert days_late(month, due + timedelta(days=1)) == 1


@given(months)
def test_later_months_are_due_later(month: Month) -> None:
    assert due_date(month) < due_date(month.plus(1))


@given(spells(), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_parting_keeps_every_month_and_mixes_none(spell: Spell, as_of: date) -> None:
    parts = parted_at_deadline(spell, as_of)
    assert [month for part in parts for month in part.each_month()] == list(spell.each_month())
    if spell.status is Status.OWED:
        assert all(len({is_late(month, as_of) for month in part.each_month()}) == 1 for part in parts)
    else:
        assert parts == (spell,)


def test_september_is_late_and_october_is_not() -> None:
    owed = Spell(1, Fund.BHXH, Month.of(2026, 9), Month.of(2026, 10), Status.OWED)
    late, due = parted_at_deadline(owed, date(2026, 11, 22))
    assert (late.first, late.last) == (Month.of(2026, 9), Month.of(2026, 9))
    assert (due.first, due.last) == (Month.of(2026, 10), Month.of(2026, 10))
