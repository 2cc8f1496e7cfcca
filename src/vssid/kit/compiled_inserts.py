"""Rows written by an INSERT that is compiled once: for the few tables that are added to all the time.

Building and compiling the statement costs several times what the database needs to write a row. No signals
are sent. A row brings its own key; one that the database chooses is left to it and not asked back.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connections, router
from django.db.models import AutoField, Field, Model
from django.db.models.options import Options


def insert(row: Model, *, unless_there: bool = False) -> bool:
    """Whether ``row`` was written. IntegrityError when its key stands already, unless ``unless_there``."""
    options = row._meta
    alias = router.db_for_write(type(row), instance=row)
    connection = connections[alias]
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in _fields(options)]
    with connection.cursor() as cursor:
        cursor.execute(_statement(options, alias, unless_there), values)
        return bool(cursor.rowcount == 1)


@cache
def _fields(options: Options[Model]) -> list[Field[Any, Any]]:
    return [field for field in options.local_concrete_fields if not isinstance(field, AutoField)]


@cache
def _statement(options: Options[Model], alias: str, unless_there: bool) -> str:
    quote = connections[alias].ops.quote_name
    columns = [quote(str(field.column)) for field in _fields(options)]
    places = ", ".join(["%s"] * len(columns))
    otherwise = " ON CONFLICT DO NOTHING" if unless_there else ""
    return f"INSERT INTO {quote(options.db_table)} ({', '.join(columns)}) VALUES ({places}){otherwise}"  # noqa: S608
