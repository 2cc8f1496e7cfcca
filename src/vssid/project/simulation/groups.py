"""The groups an effect is told by: sex, age, province, where the file has what they need."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from vssid.domain.law.simulation.comparing import Grouping
from vssid.domain.values.months import Month

AGE_FROM = (0, 18, 30, 40, 50, 60, 70, 80)


def groupings(batch: pl.DataFrame, on: date) -> dict[str, Grouping]:
    """By ``female`` (truth), ``birth_month`` (months, as :class:`Month` counts) and ``province_code``."""
    found: dict[str, Grouping] = {}
    if "female" in batch.columns:
        found["sex"] = Grouping(("male", "female"), batch["female"].cast(pl.Int64).to_numpy())
    if "birth_month" in batch.columns:
        ages = (int(Month.containing(on)) - batch["birth_month"].to_numpy()) // 12
        found["age"] = Grouping(_bands(), np.searchsorted(AGE_FROM, ages, side="right") - 1)
    if "province_code" in batch.columns:
        codes = batch["province_code"].cast(pl.String).fill_null("?")
        names = codes.unique().sort()
        found["province"] = Grouping(tuple(names), names.search_sorted(codes).to_numpy().astype(np.int64))
    return found


def _bands() -> tuple[str, ...]:
    ends = [*(f"–{first - 1}" for first in AGE_FROM[1:]), "+"]
    return tuple(f"{first:02}{end}" for first, end in zip(AGE_FROM, ends, strict=True))
