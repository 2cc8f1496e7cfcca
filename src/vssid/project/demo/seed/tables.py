"""Reading the seed's own data files, and turning indexes into text columns."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import polars as pl

from vssid.project.demo.seed.randomness import Bools, Ints

_DATA = files("vssid.project.demo.seed") / "data"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/<name>.csv``."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def settings_of(name: str) -> dict[str, Any]:
    """The contents of ``data/<name>.toml``."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def pick(values: list[str], index: Ints) -> pl.Series:
    """A text column whose row k is ``values[index[k]]``; an index of -1 is unknown."""
    table = pl.Series(values, dtype=pl.String)
    if index.size and int(index.min()) < 0:
        return where_known(table.gather(pl.Series(np.maximum(index, 0))), index >= 0)
    return table.gather(pl.Series(index))


def where_known(column: pl.Series, known: Bools) -> pl.Series:
    """``column`` with null where ``known`` is false."""
    return pl.select(pl.when(pl.Series(known)).then(column)).to_series()


@cache
def _month_texts() -> list[str]:
    return [f"{year:04d}-{month:02d}" for year in range(_FIRST_YEAR, _LAST_YEAR) for month in range(1, 13)]


def month_text(months: Ints) -> pl.Series:
    """Months (``year * 12 + month - 1``) as ``YYYY-MM``."""
    return pick(_month_texts(), months - _FIRST_YEAR * 12)


def digits(values: Ints, width: int) -> pl.Series:
    """Whole numbers as text, filled with zeros to ``width``."""
    return pl.Series(values).cast(pl.String).str.zfill(width)
