"""The groups an effect is told by: sex, age, province, where the file has what they need."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from vssid.domain.law.engine.exact import Whole, where
from vssid.domain.law.simulation.comparing import Grouping
from vssid.domain.values.months import Month
from vssid.project.simulation.columns import women

AGE_FROM = (0, 18, 30, 40, 50, 60, 70, 80)
OLDEST = 150
UNKNOWN = "unknown"
_UNSAID = -1


def groupings(batch: pl.DataFrame, on: date) -> dict[str, Grouping]:
    """By ``female`` (truth) or ``sex``, ``birth_month`` (months, as :class:`Month` counts) and
    ``province_code``. Of whom the file says nothing that can be is in the group ``unknown``.
    """
    found: dict[str, Grouping] = {}
    if "female" in batch.columns:
        found["sex"] = _by_sex(batch["female"])
    elif "sex" in batch.columns:
        found["sex"] = _by_sex(women(batch["sex"]))
    if "birth_month" in batch.columns:
        found["age"] = _by_age(batch["birth_month"], on)
    if "province_code" in batch.columns:
        found["province"] = _by_province(batch["province_code"])
    return found


def _by_sex(female: pl.Series) -> Grouping:
    said = _numbers(female)
    return Grouping(("male", "female", UNKNOWN), where((said == 0) | (said == 1), said, 2))


def _by_age(born: pl.Series, on: date) -> Grouping:
    bands = _bands()
    ages = (int(Month.containing(on)) - _numbers(born)) // 12
    band = np.searchsorted(AGE_FROM, ages, side="right").astype(np.int64) - 1
    return Grouping((*bands, UNKNOWN), where((ages >= 0) & (ages <= OLDEST), band, len(bands)))


def _by_province(said: pl.Series) -> Grouping:
    codes = said.cast(pl.String).replace("", None).fill_null(UNKNOWN)
    names = codes.unique().sort()
    return Grouping(tuple(names), names.search_sorted(codes).to_numpy().astype(np.int64))


def _numbers(series: pl.Series) -> Whole:
    """Whole numbers or truths; -1 of what is neither."""
    if not (series.dtype.is_numeric() or series.dtype == pl.Boolean):
        return np.full(len(series), _UNSAID, np.int64)
    return series.cast(pl.Int64, strict=False).fill_null(_UNSAID).to_numpy()


def _bands() -> tuple[str, ...]:
    ends = [*(f"–{first - 1}" for first in AGE_FROM[1:]), "+"]
    return tuple(f"{first:02}{end}" for first, end in zip(AGE_FROM, ends, strict=True))
