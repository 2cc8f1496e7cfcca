"""By when a report is answered."""

from __future__ import annotations

from datetime import date, timedelta

ANSWER_WORKING_DAYS = 10
_SATURDAY = 5


def answer_by(asked_on: date) -> date:
    """The last of ten working days, Monday to Friday, that begin on the day after ``asked_on``.

    Public holidays are not left out: the day named is then earlier than it need be, never later.
    """
    day, left = asked_on, ANSWER_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day
