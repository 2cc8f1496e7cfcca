from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.shared.years import dates, new_year, ordinals, year_of


@given(st.lists(st.dates(date(1900, 1, 1), date(2150, 12, 31)), min_size=1, max_size=5))
def test_years_are_those_of_the_calendar(days: list[date]) -> None:
    numbers = ordinals(*days)
    assert dates(numbers) == days
    assert year_of(numbers).tolist() == [day.year for day in days]
    assert dates(new_year(year_of(numbers))) == [date(day.year, 1, 1) for day in days]
