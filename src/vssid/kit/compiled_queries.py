"""Querysets compiled once and executed as plain SQL: for the few reads that are asked all the time.

Building and compiling a queryset costs several times what the database needs for a read by key. The queryset
is still written with the models, so the SQL stays right on every engine and follows the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connections, router
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

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


class RowsOfPerson:
    """``RowsOfPerson(model, build)(person_id)``: the rows of ``build(person)``, a ``values_list`` queryset.

    ``build`` is called once for each database and engine; everything but the person is fixed in it.
    """

    def __init__(self, model: type[Model], build: Callable[[int], QuerySet[Any, Any]]) -> None:
        self._model = model
        self._build = build
        self._statement = cache(self._compiled)

    def __call__(self, person_id: int) -> list[Row]:
        alias = router.db_for_read(self._model)
        connection = connections[alias]
        statement = self._statement(alias, connection.vendor)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.parameters_for(person_id))
            return statement.convert(cursor.fetchall())

    def _compiled(self, alias: str, vendor: str) -> _Statement:
        compiler = self._build(_PERSON).query.get_compiler(using=alias)
        sql, parameters = compiler.as_sql()
        return _Statement(sql, tuple(parameters), _conversion(compiler))


def _conversion(compiler: SQLCompiler) -> Callable[[list[Row]], list[Row]]:
    """What turns the driver's values into the model's; most engines and columns need nothing."""
    converters = compiler.get_converters([column for column, _, _ in compiler.select or ()])
    if not converters:
        return lambda rows: rows
    return lambda rows: list(compiler.apply_converters(rows, converters))
