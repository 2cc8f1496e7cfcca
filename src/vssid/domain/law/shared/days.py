"""Months and days on arrays: days are ordinals, months as :class:`~vssid.domain.values.months.Month`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from vssid.domain.law.engine.exact import Whole, at_most
from vssid.domain.values.months import Month

_EPOCH_MONTH = int(Month.of(1970, 1))
_EPOCH_DAY = Month.of(1970, 1).first_day.toordinal()


def first_day(month: Whole) -> Whole:
    months: NDArray[Any] = (month - _EPOCH_MONTH).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64) + _EPOCH_DAY


def last_day(month: Whole) -> Whole:
    return first_day(month + 1) - 1


def month_of(day: Whole) -> Whole:
    days: NDArray[Any] = (day - _EPOCH_DAY).astype("datetime64[D]")
    return days.astype("datetime64[M]").astype(np.int64) + _EPOCH_MONTH


def months_later(day: Whole, months: Whole | int) -> Whole:
    """The same day of a later month; where that month has no such day, its last."""
    start = month_of(day)
    later = start + months
    return at_most(first_day(later) + day - first_day(start), last_day(later))
