"""A table's columns as the types of a frame."""

from __future__ import annotations

import polars as pl
from django.db import models

_TYPES: dict[str, pl.DataType] = {
    "BigIntegerField": pl.Int64(),
    "IntegerField": pl.Int32(),
    "SmallIntegerField": pl.Int16(),
    "FloatField": pl.Float64(),
    "BooleanField": pl.Boolean(),
    "CharField": pl.String(),
    "TextField": pl.String(),
    "DateField": pl.Date(),
    "DateTimeField": pl.Datetime("us"),
}


def table_of(model: type[models.Model]) -> str:
    return model._meta.db_table


def columns_of(model: type[models.Model]) -> dict[str, pl.DataType]:
    """Column name -> type, in the table's order. A moment is in UTC, without zone."""
    return {
        str(field.column): dtype_of(field)
        for field in model._meta.local_concrete_fields
        if not isinstance(field, models.CompositePrimaryKey)
    }


def dtype_of(field: models.Field[object, object]) -> pl.DataType:
    return _TYPES[field.get_internal_type()]
