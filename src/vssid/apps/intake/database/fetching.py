"""Statements into frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import polars as pl
from django.db import connection

_ROWS_AT_ONCE = 65_536


def fetch(
    statement: str, schema: Mapping[str, pl.DataType], parameters: Sequence[int | str] = ()
) -> pl.DataFrame:
    """The rows of ``statement`` in the columns of ``schema``; a moment is in UTC, without zone."""
    parts = [pl.DataFrame(schema=schema)]
    moments = [place for place, dtype in enumerate(schema.values()) if isinstance(dtype, pl.Datetime)]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            if moments:
                rows = [_without_zone(row, moments) for row in rows]
            parts.append(pl.DataFrame(rows, schema=schema, orient="row"))
    return pl.concat(parts)


def _without_zone(row: Sequence[object], places: Sequence[int]) -> list[object]:
    values = list(row)
    for place in places:
        moment = values[place]
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            values[place] = moment.astimezone(UTC).replace(tzinfo=None)
    return values


def run(statement: str, parameters: Sequence[int | str] = ()) -> None:
    """Executes a statement that gives no rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
