"""Days and months as integers: days since 1970-01-01 and ``year * 12 + month - 1``, as numpy arrays."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from vssid.project.demo.seed.randomness import Bools, Ints
from vssid.project.demo.seed.tables import where_known

EPOCH = date(1970, 1, 1).toordinal()
"""The ordinal of the day numbered 0."""


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH


def calendar_day(number: int) -> date:
    """The day of a number of days since 1970-01-01."""
    return date.fromordinal(number + EPOCH)


def first_day(months: Ints) -> Ints:
    """The first day of each month."""
    return (months - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def last_day(months: Ints) -> Ints:
    """The last day of each month."""
    return first_day(months + 1) - 1


def month_of(days: Ints) -> Ints:
    """The month each day lies in."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12


def day_column(days: Ints, known: Bools | None = None) -> pl.Series:
    """Days as a date column; where ``known`` is false the date is unknown."""
    column = pl.Series(days.astype(np.int32)).cast(pl.Date)
    return column if known is None else where_known(column, known)
