import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.intake.readings.days import MonthText
from vssid.apps.intake.readings.numbers import Scaled, Whole
from vssid.apps.intake.readings.writing import as_delivered


@given(st.integers(0, 10**7))
def test_a_decimal_is_written_as_it_can_be_read_again(number: int) -> None:
    reading = Scaled(places=6, most=10**7)
    (text,) = as_delivered(reading, pl.Series([number]))
    assert reading.slow(text) == number


@pytest.mark.parametrize("month", ["1995-01", "2026-12"])
def test_a_month_is_written_as_it_can_be_read_again(month: str) -> None:
    reading = MonthText()
    assert as_delivered(reading, pl.Series([reading.slow(month)])).to_list() == [month]


def test_what_is_unknown_stays_unknown() -> None:
    assert as_delivered(Whole(least=0, most=9), pl.Series([7, None])).to_list() == ["7", None]
