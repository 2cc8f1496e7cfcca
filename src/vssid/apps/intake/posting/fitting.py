"""Checked rows in the types of their table."""

from __future__ import annotations

import polars as pl
from django.db import models

from vssid.apps.intake.columns import Column
from vssid.apps.intake.database import columns_of
from vssid.apps.intake.kinds import Kind


def as_stored(rows: pl.DataFrame, model: type[models.Model], kind: Kind) -> pl.DataFrame:
    """``row`` and the kind's columns in the types of ``model``'s table; an unknown text is empty."""
    types = columns_of(model)
    return rows.select("row", *(_fitted(column, types[column.field]) for column in kind.columns))


def _fitted(column: Column, dtype: pl.DataType) -> pl.Expr:
    value = pl.col(column.stored).cast(dtype)
    return value.fill_null("") if dtype == pl.String else value
