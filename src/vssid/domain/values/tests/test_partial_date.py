from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values import partial_date
from vssid.domain.values.partial_date import PartialDate
from vssid.domain.values.problem import Problem

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
partial = st.builds(
    lambda day, parts: PartialDate.of(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3)
)


@given(partial)
def test_what_is_written_is_read_back(known: PartialDate) -> None:
    assert partial_date.parse(str(known)) == known
    assert re.fullmatch(partial_date.PATTERN, str(known))


@given(partial)
def test_the_earliest_and_latest_day_enclose_what_is_known(known: PartialDate) -> None:
    assert known.earliest <= known.latest
    assert known.may_be(known.earliest)
    assert known.may_be(known.latest)
    assert (known.exact is not None) == (known.earliest == known.latest)


@given(days)
def test_a_whole_date_is_itself(day: date) -> None:
    known = PartialDate.on(day)
    assert known.exact == known.earliest == known.latest == day
    assert str(known) == day.isoformat()


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        known = str(partial_date.parse(text))
    except Problem:
        return
    assert known == text.strip()


@pytest.mark.parametrize(
    ("written", "code", "sentence"),
    [
        (
            "14/03/1994",
            "date_format",
            "Write the date as year, year-month or year-month-day, such as 1994-03-14.",
        ),
        ("1899", "date_year", "Year must be from 1900 to 2099. You entered 1899."),
        ("1994-14", "date_month", "Month must be from 1 to 12. You entered 14."),
        ("1994-02-29", "date_day", "Day must be from 1 to 28 in this month. You entered 29."),
    ],
)
def test_the_sentence(written: str, code: str, sentence: str) -> None:
    with pytest.raises(Problem) as caught:
        partial_date.parse(written)
    assert (caught.value.code, caught.value.english()) == (code, sentence)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(partial_date.DateDayWithoutMonth):
        PartialDate.of(1994, None, 3)
