"""A list too long for a statement, as a temporary table to join with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import polars as pl
from django.db import connection

from vssid.apps.intake.database.loading import load

_SQL_TYPES = {pl.String: "text", pl.Int64: "bigint"}
_numbers = count(1)


@contextmanager
def listed(values: pl.Series) -> Iterator[str]:
    """The unique ``values`` (text or Int64) in column ``value`` of a temporary table, whose name is given."""
    table = f"listed_{next(_numbers)}"
    sql_type = _SQL_TYPES[type(values.dtype)]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {table} (value {sql_type} PRIMARY KEY)")
    load(table, values.unique().alias("value").to_frame())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {table}")
    yield table
    # after an error the transaction is lost and the table with it
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {table}")
