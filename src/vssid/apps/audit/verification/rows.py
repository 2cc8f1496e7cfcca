"""Reads links and their events as plain tuples, in the order of the chain.

SQL by hand, because a year is hundreds of millions of rows and every microsecond a row counts; the only
values in it are parameters. Times come in a form that :func:`..canonical.canonical` writes as sealed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from vssid.apps.audit.canonical import COLUMNS
from vssid.kit.sharding import cross_shard

_AT_ONCE = 10_000
_TIMES = {"at", "visible_from"}


def linked_rows(bucket: int, *, after: int) -> Iterator[tuple[Any, ...]]:
    """(position, hash, *event values as in COLUMNS) after ``after``; values None: the event is gone."""
    statement = f"""
        SELECT s."position", s."hash", {_event_columns()}
        FROM access_seal s LEFT JOIN access_event e
          ON e.bucket = s.bucket AND e.person_id = s.person_id AND e.month = s.month AND e.seq = s.seq
        WHERE s.bucket = %s AND s."position" > %s
        ORDER BY s."position" LIMIT {_AT_ONCE}
    """  # noqa: S608 - made of column names of this file only
    while page := _fetch(statement, bucket, after):
        yield from page
        after = page[-1][0]


def unlinked_events(bucket: int, *, first: int) -> list[tuple[int, bool]]:
    """(number, whether it waits for its seal) of the events without a link, from number ``first`` on."""
    statement = """
        SELECT e.seq, u.seq IS NOT NULL
        FROM access_event e
        LEFT JOIN access_seal s ON s.bucket = e.bucket AND s.person_id = e.person_id AND s.seq = e.seq
        LEFT JOIN access_unsealed u ON u.bucket = e.bucket AND u.person_id = e.person_id AND u.seq = e.seq
        WHERE e.bucket = %s AND e.seq >= %s AND s.seq IS NULL
        ORDER BY e.seq
    """
    return _fetch(statement, bucket, first)


def waiting_without_event(bucket: int) -> list[int]:
    """Numbers of events that wait for their seal but are no longer in the log."""
    statement = """
        SELECT u.seq
        FROM access_unsealed u
        LEFT JOIN access_event e ON e.person_id = u.person_id AND e.month = u.month AND e.seq = u.seq
        WHERE u.bucket = %s AND e.seq IS NULL
        ORDER BY u.seq
    """
    return [number for (number,) in _fetch(statement, bucket)]


def _event_columns() -> str:
    return ", ".join(_time(name) if name in _TIMES else f'e."{name}"' for name in COLUMNS)


def _time(name: str) -> str:
    """Each engine writes the sealed text itself: to make a moment of it here costs more than its hash.

    SQLite keeps times as text that only needs RFC 3339's letters.
    """
    column = f'e."{name}"'
    if connection.vendor == "sqlite":
        return f"replace({column}, ' ', 'T') || 'Z'"
    written = f"""to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    return f"replace({written}, '.000000Z', 'Z')"


def _fetch(statement: str, *parameters: int) -> list[tuple[Any, ...]]:
    with cross_shard("the check of the log reads every row"), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
