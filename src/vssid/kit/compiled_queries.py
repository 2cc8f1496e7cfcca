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


@dataclass(frozen=True)
class _Statement:
    """``asked_for``: the places in ``parameters`` of what is asked for each time."""

    sql: str
    parameters: tuple[Any, ...]
    asked_for: tuple[int | None, ...]
    convert: Callable[[list[Row]], list[Row]]

    def parameters_for(self, asked: Sequence[Any]) -> list[Any]:
        return [
            fixed if place is None else asked[place]
            for fixed, place in zip(self.parameters, self.asked_for, strict=True)
        ]

    @cached_property
    def numbered(self) -> str:
        """The SQL with PostgreSQL's own mark for the one thing asked for; empty with other parameters."""
        return self.sql.replace("%s", "$1") if self.asked_for == (0,) else ""


class CompiledRows:
    """``CompiledRows(model, build, *stand_ins)(*asked)``: the rows of ``build(*asked)``, a ``values_list``
    queryset.

    ``build`` is called once for each database and engine, with ``stand_ins``: values that stand nowhere else
    in the queryset, of the kinds that will be asked for. Everything else is fixed in it.
    """

    def __init__(
        self, model: type[Model], build: Callable[..., QuerySet[Any, Any]], *stand_ins: int | str
    ) -> None:
        self.model = model
        self._build = build
        self._stand_ins = stand_ins
        self.statement = cache(self._compiled)

    def __call__(self, *asked: int | str) -> list[Row]:
        alias = router.db_for_read(self.model)
        connection = connections[alias]
        statement = self.statement(alias, connection.vendor)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.parameters_for(asked))
            return statement.convert(cursor.fetchall())

    def _compiled(self, alias: str, vendor: str) -> _Statement:
        compiler = self._build(*self._stand_ins).query.get_compiler(using=alias)
        sql, parameters = compiler.as_sql()
        places = {stand_in: place for place, stand_in in enumerate(self._stand_ins)}
        return _Statement(sql, tuple(parameters), tuple(map(places.get, parameters)), _conversion(compiler))


_PERSON = -(2**62)
"""No person has this key."""


class RowsOfPerson(CompiledRows):
    """``RowsOfPerson(model, build)(person_id)``: the rows of ``build(person)``."""

    def __init__(self, model: type[Model], build: Callable[[int], QuerySet[Any, Any]]) -> None:
        super().__init__(model, build, _PERSON)


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
