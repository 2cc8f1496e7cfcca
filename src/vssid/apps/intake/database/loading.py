"""Frames into tables: COPY on PostgreSQL, ``executemany`` on SQLite, both inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import polars as pl
import polars.selectors as cs
from django.db import connection

ROWS_AT_ONCE = 65_536
_SQLITE_MOMENT = "%Y-%m-%d %H:%M:%S%.6f"


def load(table: str, rows: pl.DataFrame, done: Callable[[int], None] = lambda _: None) -> None:
    """Adds ``rows`` to ``table``; the frame's columns are the table's. A text column never takes null.

    ``done`` is told the number of rows of each part that has gone.
    """
    if not rows.height:
        return
    texts = cs.expand_selector(rows, cs.string())
    filled = rows.with_columns(pl.col(texts).fill_null("")) if texts else rows
    if connection.vendor == "postgresql":
        _copy(table, filled, texts, done)
    else:
        _execute_many(table, filled, done)


def _copy(table: str, rows: pl.DataFrame, texts: Sequence[str], done: Callable[[int], None]) -> None:
    quote = connection.ops.quote_name
    # an unquoted empty field is null, except in the text columns, where it is the empty text
    texts_clause = f", FORCE_NOT_NULL ({', '.join(map(quote, texts))})" if texts else ""
    statement = (
        f"COPY {quote(table)} ({', '.join(map(quote, rows.columns))}) FROM STDIN (FORMAT csv{texts_clause})"
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for part in rows.iter_slices(ROWS_AT_ONCE):
            buffer = BytesIO()
            part.write_csv(buffer, include_header=False, datetime_format="%Y-%m-%dT%H:%M:%S%.6fZ")
            copy.write(buffer.getbuffer())
            done(part.height)


def _execute_many(table: str, rows: pl.DataFrame, done: Callable[[int], None]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, rows.columns))
    marks = ", ".join(["%s"] * rows.width)
    statement = f"INSERT INTO {quote(table)} ({names}) VALUES ({marks})"  # noqa: S608 - names from our own models
    plain = rows.with_columns(
        cs.date().dt.to_string("%Y-%m-%d"),
        cs.datetime().dt.to_string(_SQLITE_MOMENT),
        cs.boolean().cast(pl.Int8),
    )
    with connection.cursor() as cursor:
        for part in plain.iter_slices(ROWS_AT_ONCE):
            cursor.executemany(statement, part.rows())
            done(part.height)
