from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.engine.exact import whole
from vssid.domain.law.shared.days import first_day, last_day, month_of, months_later
from vssid.domain.values.months import Month

DAYS = st.lists(st.dates(date(1950, 1, 1), date(2100, 12, 31)), min_size=1, max_size=20)


@given(DAYS)
def test_months_and_days_as_the_calendar_has_them(days: list[date]) -> None:
    months = month_of(whole([day.toordinal() for day in days]))
    assert months.tolist() == [Month.containing(day) for day in days]
    assert first_day(months).tolist() == [day.replace(day=1).toordinal() for day in days]
    assert last_day(months).tolist() == [Month.containing(day).last_day.toordinal() for day in days]


@given(DAYS, st.integers(0, 40))
def test_the_same_day_of_a_later_month_or_its_last(days: list[date], months: int) -> None:
    found = months_later(whole([day.toordinal() for day in days]), months)
    for day, ordinal in zip(days, found.tolist(), strict=True):
        later = Month.containing(day).plus(months)
        assert date.fromordinal(ordinal) == date(
            later.year, later.number, min(day.day, monthrange(later.year, later.number)[1])
        )


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 3, 10), date(2026, 6, 10)),
    ],
)
def test_three_months(day: date, later: date) -> None:
    assert months_later(whole(day.toordinal()), 3) == later.toordinal()
