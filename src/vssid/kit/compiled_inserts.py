"""Rows written by an INSERT that is compiled once: for the few tables that are added to all the time.

Building and compiling the statement costs several times what the database needs to write a row. No signals
are sent, and no key is asked back: a row brings its own.
"""

from __future__ import annotations

from functools import cache

from django.db import connections, router
from django.db.models import Model
from django.db.models.options import Options


def insert(row: Model, *, unless_there: bool = False) -> bool:
    """Whether ``row`` was written. IntegrityError when its key stands already, unless ``unless_there``."""
    options = row._meta
    alias = router.db_for_write(type(row), instance=row)
    connection = connections[alias]
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for field in options.local_concrete_fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(_statement(options, alias, unless_there), values)
        return bool(cursor.rowcount == 1)


@cache
def _statement(options: Options[Model], alias: str, unless_there: bool) -> str:
    quote = connections[alias].ops.quote_name
    columns = [quote(str(field.column)) for field in options.local_concrete_fields]
    places = ", ".join(["%s"] * len(columns))
    otherwise = " ON CONFLICT DO NOTHING" if unless_there else ""
    return f"INSERT INTO {quote(options.db_table)} ({', '.join(columns)}) VALUES ({places}){otherwise}"  # noqa: S608
