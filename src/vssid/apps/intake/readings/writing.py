"""Values as files write them, to show what was delivered."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from vssid.apps.intake.readings.days import MonthText
from vssid.apps.intake.readings.numbers import Scaled
from vssid.apps.intake.readings.reading import Reading
from vssid.domain.values.months import Month


def as_delivered(reading: Reading, values: pl.Series) -> pl.Series:
    """Months ``YYYY-MM``, scaled decimals as decimals, everything else as it prints."""
    if isinstance(reading, MonthText):
        return values.map_elements(lambda month: str(Month(month)), return_dtype=pl.String)
    if isinstance(reading, Scaled):
        return values.map_elements(
            lambda number: f"{Decimal(number).scaleb(-reading.places).normalize():f}", return_dtype=pl.String
        )
    return values.cast(pl.String)
