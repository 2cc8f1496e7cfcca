from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month, months_between

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
months = days.map(Month.containing)


@given(months)
def test_what_is_written_is_read_back(month: Month) -> None:
    assert Month.parse(str(month)) == month
    assert Month.of(month.year, month.number) == month


@given(days)
def test_a_day_lies_in_its_month(day: date) -> None:
    month = Month.containing(day)
    assert month.first_day <= day <= month.last_day
    assert month.last_day + timedelta(days=1) == month.plus(1).first_day


@given(months, st.integers(-500, 500))
def test_months_add_and_subtract(month: Month, number: int) -> None:
    assert month.plus(number) - month == number
    assert len(list(months_between(month, month.plus(number)))) == max(0, number + 1)


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-9", "09/2026", "0000-01", "2026-09-01", "٢٠٢٦-٠٩", ""]
)
def test_what_is_not_a_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)
