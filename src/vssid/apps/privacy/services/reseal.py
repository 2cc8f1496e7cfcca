"""Seals again, under the key it should have, what stands under an older one.

Beside the running service: batches of a few hundred rows in transactions of their own, each row read anew
under a lock. Killed at any moment and begun again it passes over what is done; nothing about its progress is
kept anywhere but in the values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Q, QuerySet

from vssid.apps.privacy.sealed_tables import Columns, Row, SealedTable, sealed_tables
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.keyring import ring
from vssid.kit.sealed_rows import has_subjects
from vssid.kit.sealing import SealBroken
from vssid.kit.sharding import cross_shard

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Step:
    """``values`` of ``table`` were sealed anew; ``broken``: primary keys of rows that do not open."""

    table: str
    values: int
    broken: tuple[str, ...] = ()


def reseal(*, actor: Actor) -> Iterator[Step]:
    """A step for each batch. Rows that do not open stay as they are. NotAllowed for people."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
    for table in sealed_tables():
        yield from _table(table)


def _table(table: SealedTable) -> Iterator[Step]:
    last: Any = None
    while keys := _next_keys(table, last):
        yield _batch(table, keys)
        last = keys[-1]


def _next_keys(table: SealedTable, last: Any) -> list[Any]:
    """Primary keys, in their order, of rows that may have something to do."""
    rows = _perhaps_waiting(table)
    if last is not None:
        rows = rows.filter(pk__gt=last)
    with cross_shard("every sealed value is looked at"):
        return list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def _perhaps_waiting(table: SealedTable) -> QuerySet[models.Model]:
    rows = table.model._base_manager.all()
    if not isinstance(table, Columns):
        return rows
    under_ring, under_current = "v1|", f"v1|{ring().current}|"
    waits = Q()
    for column in table.writes:
        old = Q(**{f"{column}__startswith": under_ring})
        if not has_subjects(table.model):
            old &= ~Q(**{f"{column}__startswith": under_current})
        waits |= old
    return rows.filter(waits)


def _batch(table: SealedTable, keys: Sequence[Any]) -> Step:
    """Read again under the lock: what a person changes at this moment is not written over."""
    changes: list[tuple[Any, dict[str, Any]]] = []
    broken: list[str] = []
    values = 0
    with cross_shard("every sealed value is looked at"), transaction.atomic():
        rows = table.model._base_manager.filter(pk__in=keys).select_for_update()
        for row in rows.values("pk", *table.reads):
            waiting = sum(one.waits for one in table.seals(row))
            if not waiting:
                continue
            try:
                changes.append((row["pk"], table.resealed(row)))
                values += waiting
            except SealBroken:
                broken.append(str(row["pk"]))
        _write(table, changes)
    return Step(table.model._meta.db_table, values, tuple(broken))


def _write(table: SealedTable, changes: Sequence[tuple[Any, Row]]) -> None:
    """One prepared statement for all of them."""
    meta, quote = table.model._meta, connection.ops.quote_name
    written = [field for field in meta.local_concrete_fields if field.column in table.writes]
    named = meta.pk_fields
    sets = ", ".join(f"{quote(str(field.column))} = %s" for field in written)
    where = " AND ".join(f"{quote(str(field.column))} = %s" for field in named)
    lines = [
        [
            *(field.get_db_prep_save(row[field.attname], connection) for field in written),
            *(
                field.get_db_prep_save(part, connection)
                for field, part in zip(named, pk if isinstance(pk, tuple) else (pk,), strict=True)
            ),
        ]
        for pk, row in changes
    ]
    if lines:
        statement = f"UPDATE {quote(meta.db_table)} SET {sets} WHERE {where}"  # noqa: S608 - names of our own tables
        with connection.cursor() as cursor:
            cursor.executemany(statement, lines)
