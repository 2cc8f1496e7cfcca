"""Days and hours of work: weekends, holidays, decreed swaps, and a clock that stands when it is stopped."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.casework.calendar import is_working_day, working_day_after
from vssid.domain.casework.clock import Pace, Term, left, pace, resumed, started, stopped
from vssid.domain.casework.working_time import A_DAY, VIET_NAM, after, worked

moments = st.timedeltas(timedelta(), timedelta(days=15 * 365)).map(
    lambda passed: datetime(2020, 1, 1, tzinfo=VIET_NAM) + passed
)
works = st.timedeltas(timedelta(), timedelta(days=20))
terms = st.one_of(st.builds(Term, days=st.integers(1, 60)), st.builds(Term, hours=st.integers(1, 80)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIET_NAM)


@pytest.mark.parametrize(
    ("day", "works_then"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 11, 24), False),  # the day of culture, since 2026
        (date(2025, 11, 24), True),
        (date(2026, 4, 27), False),  # for the day of the Hung Kings, which was a Sunday
        (date(2026, 2, 17), False),  # the lunar new year
        (date(2026, 8, 31), False),  # swapped for a Saturday, as the package knows
        (date(2026, 8, 22), True),
        (date(2026, 1, 2), False),  # swapped for a Saturday, as decreed
        (date(2026, 1, 10), True),
    ],
)
def test_working_days(day: date, works_then: bool) -> None:
    assert is_working_day(day) is works_then


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (date(2026, 11, 20), date(2026, 12, 7)),  # a Friday: begins on Monday, leaves out the 24th
        (date(2026, 11, 22), date(2026, 12, 7)),
        (date(2026, 11, 24), date(2026, 12, 8)),
        (date(2027, 2, 1), date(2027, 2, 22)),  # over the lunar new year
    ],
)
def test_ten_working_days(asked: date, last: date) -> None:
    assert working_day_after(asked, 10) == last


def test_hours_pass_over_noon_nights_and_weekends() -> None:
    assert after(at("2026-11-20T16:00"), timedelta(hours=2)) == at("2026-11-23T09:00")
    assert after(at("2026-11-20T11:30"), timedelta(hours=1)) == at("2026-11-20T13:30")
    assert worked(at("2026-11-20T00:00"), at("2026-11-23T00:00")) == timedelta(hours=8) == A_DAY
    assert worked(at("2026-11-21T09:00"), at("2026-11-22T09:00")) == timedelta()


def test_days_end_when_the_office_closes_and_hours_begin_at_once() -> None:
    sunday = at("2026-11-22T09:00")
    assert started(sunday, Term(days=1)).due_at == at("2026-11-23T17:00")
    assert started(sunday, Term(hours=8)).due_at == at("2026-11-23T17:00")
    assert started(at("2026-11-23T10:00"), Term(hours=8)).due_at == at("2026-11-25T10:00")


def test_the_pace_of_a_deadline() -> None:
    clock = started(at("2026-11-22T09:00"), Term(days=3))
    assert clock.due_at == at("2026-11-26T17:00")
    assert pace(clock, at("2026-11-25T16:59")) is Pace.OK
    assert pace(clock, at("2026-11-25T17:00")) is Pace.NEAR
    assert pace(clock, at("2026-11-26T17:00")) is Pace.NEAR
    assert pace(clock, at("2026-11-26T17:01")) is Pace.OVER
    assert left(clock, at("2026-11-27T09:40")) == -timedelta(hours=1, minutes=40)
    assert pace(stopped(clock, at("2026-11-25T09:00")), at("2027-01-01T09:00")) is Pace.STOPPED


@pytest.mark.parametrize("wrong", [{}, {"days": 1, "hours": 1}, {"days": -1}, {"days": 1, "hours": -1}])
def test_a_term_is_days_or_hours(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="working"):
        Term(**wrong)


@given(since=moments, work=works)
def test_what_is_added_has_been_worked(since: datetime, work: timedelta) -> None:
    assert worked(since, after(since, work)) == work


@given(a=moments, work=works, more=works)
def test_time_adds_up(a: datetime, work: timedelta, more: timedelta) -> None:
    b = after(a, work)
    c = after(b, more)
    assert worked(a, b) + worked(b, c) == worked(a, c)


@given(since=moments, term=terms, runs=works, stands=works)
def test_a_stopped_clock_never_runs(since: datetime, term: Term, runs: timedelta, stands: timedelta) -> None:
    clock = started(since, term)
    stop = min(after(since, runs), clock.due_at)
    standing = stopped(clock, stop)
    again = after(stop, stands)
    assert left(standing, stop) == left(standing, again) == left(clock, stop)
    going_on = resumed(standing, again)
    assert left(going_on, again) == left(clock, stop)
    assert worked(again, going_on.due_at) == worked(stop, clock.due_at)
    assert resumed(clock, again) == clock, "a clock that runs is not set anew"
    assert stopped(standing, again) == standing
