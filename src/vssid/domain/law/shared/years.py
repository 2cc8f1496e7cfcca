"""Calendar years on arrays of days (ordinals), and days of the calendar as such arrays and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.shared.days import first_day, month_of


def ordinals(*days: date) -> Whole:
    """Days of the calendar as a formula takes them."""
    return np.array([day.toordinal() for day in days], np.int64)


def dates(days: Whole) -> Sequence[date]:
    """What a formula gave, as days of the calendar."""
    return [date.fromordinal(day) for day in days.reshape(-1).tolist()]


def year_of(days: Whole) -> Whole:
    return month_of(days) // 12


def new_year(years: Whole) -> Whole:
    """The first of January of each year."""
    return first_day(years * 12)
