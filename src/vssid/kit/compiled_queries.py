"""Querysets compiled once and executed as plain SQL: for the few reads that are asked all the time.

Building and compiling a queryset costs several times what the database needs for a read by key. The queryset
is still written with the models, so the SQL stays right on every engine and follows the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db import connections, router
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from vssid.kit import one_round_trip

Row = Sequence[Any]


_PERSON = -(2**62)
"""Stands for the person in the queryset that is compiled: no person has this key."""


@dataclass(frozen=True)
class _Statement:
    sql: str
    parameters: tuple[Any, ...]
    convert: Callable[[list[Row]], list[Row]]

    def parameters_for(self, person_id: int) -> tuple[Any, ...]:
        return tuple(person_id if value == _PERSON else value for value in self.parameters)

    @cached_property
    def numbered(self) -> str:
        """The SQL with PostgreSQL's own mark for the person; empty when it has other parameters."""
        return self.sql.replace("%s", "$1") if self.parameters == (_PERSON,) else ""


class RowsOfPerson:
    """``RowsOfPerson(model, build)(person_id)``: the rows of ``build(person)``, a ``values_list`` queryset.

    ``build`` is called once for each database and engine; everything but the person is fixed in it.
    """

    def __init__(self, model: type[Model], build: Callable[[int], QuerySet[Any, Any]]) -> None:
        self.model = model
        self._build = build
        self.statement = cache(self._compiled)

    def __call__(self, person_id: int) -> list[Row]:
        alias = router.db_for_read(self.model)
        connection = connections[alias]
        statement = self.statement(alias, connection.vendor)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.parameters_for(person_id))
            return statement.convert(cursor.fetchall())

    def _compiled(self, alias: str, vendor: str) -> _Statement:
        compiler = self._build(_PERSON).query.get_compiler(using=alias)
        sql, parameters = compiler.as_sql()
        return _Statement(sql, tuple(parameters), _conversion(compiler))


def rows_together(reads: Sequence[RowsOfPerson], person_id: int) -> list[list[Row]]:
    """The rows of each of ``reads``; on PostgreSQL in one round trip where that is possible."""
    alias = router.db_for_read(reads[0].model)
    connection = connections[alias]
    statements = [read.statement(alias, connection.vendor) for read in reads]
    if connection.connection is None:
        connection.ensure_connection()
    if one_round_trip.is_possible(connection) and all(statement.numbered for statement in statements):
        numbered = [statement.numbered for statement in statements]
        found = one_round_trip.fetch_together(connection, numbered, person_id)
        if found is not None:
            return [statement.convert(list(rows)) for statement, rows in zip(statements, found, strict=True)]
    return [read(person_id) for read in reads]


def _conversion(compiler: SQLCompiler) -> Callable[[list[Row]], list[Row]]:
    """What turns the driver's values into the model's; most engines and columns need nothing."""
    converters = compiler.get_converters([column for column, _, _ in compiler.select or ()])
    if not converters:
        return lambda rows: rows
    return lambda rows: list(compiler.apply_converters(rows, converters))
