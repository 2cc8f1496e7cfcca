"""Time as the agency works it: nights, weekends and holidays do not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

from vssid.domain.casework.calendar import decreed, is_working_day

VIET_NAM = timezone(timedelta(hours=7))
"""No summer time since 1976."""
A_DAY = sum(
    (datetime.combine(date.min, b) - datetime.combine(date.min, a) for a, b in decreed().spans), timedelta()
)
"""The working time of one day."""


def worked(since: datetime, until: datetime) -> timedelta:
    """Working time between two instants; nothing when ``until`` is not later."""
    total = timedelta()
    for begin, end in _spans(since):
        if begin >= until:
            break
        total += min(end, until) - max(begin, since)
    return total


def after(since: datetime, work: timedelta) -> datetime:
    """The instant at which ``work`` of working time has passed since ``since``."""
    for begin, end in _spans(since):
        start = max(begin, since)
        if work <= end - start:
            return start + work
        work -= end - start
    raise AssertionError("the calendar does not end")


def end_of(day: date) -> datetime:
    """When the agency closes on ``day``."""
    return _at(day, decreed().spans[-1][1])


def _spans(since: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of work that end after ``since``, in order, without end."""
    day = since.astimezone(VIET_NAM).date()
    while True:
        if is_working_day(day):
            for begin, end in decreed().spans:
                if _at(day, end) > since:
                    yield _at(day, begin), _at(day, end)
        day += timedelta(days=1)


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, VIET_NAM)
