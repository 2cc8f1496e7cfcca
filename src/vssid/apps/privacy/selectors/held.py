"""Everything that is held on the person who asks, read where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Count, Model, Q, QuerySet, Value

from vssid.apps.people.policies import require_sight
from vssid.apps.privacy.holdings import Holding, groups, groups_of_a_child, holdings
from vssid.apps.procedures.selectors.own_cases import told_steps
from vssid.domain.values.actor import Actor, Scope
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotAllowed
from vssid.kit.clock import VIETNAM
from vssid.kit.sealed_rows import field_of, place_of, sealed_columns
from vssid.kit.sealing import SealBroken, unseal

_MONTHS = frozenset({"from_month", "to_month", "month"})
"""Columns that count months since the year 0."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """How many ``rows`` of a ``group`` there are."""

    group: str
    rows: int


def held_by_group(actor: Actor, *, now: datetime) -> tuple[Held, ...]:
    """Counts alone, in the order of telling; groups without a row too. Two statements. NotAllowed for whoever
    is nobody."""
    owners = _owners(actor)
    first, *others = (
        _of(holding, owners, now)
        .order_by()
        .annotate(of=Value(holding.group))
        .values("of")
        .annotate(rows=Count("*"))
        .values_list("of", "rows")
        for holding in holdings()
    )
    counts = dict.fromkeys(groups(), 0)
    for group, rows in first.union(*others, all=True):
        counts[group] += rows
    return tuple(Held(group, rows) for group, rows in counts.items())


def held_rows(
    actor: Actor, *, now: datetime, person_id: int | None = None
) -> Iterator[tuple[Holding, Iterator[Row]]]:
    """Table by table and row by row, so that no more than 500 rows stand in memory. NotAllowed for nobody.

    Sealed columns are open and lose their ending; one that does not open is None and said in
    ``unreadable``. Looks that are still kept back from the person (the ``visible_from`` of the log) are not
    told yet. ``person_id``: of a child, NotFound unless the record is the actor's to see; then what
    ``of_a_child`` in ``holdings.toml`` names. By default all of the actor's own.
    """
    if person_id is None or person_id == actor.person_id:
        return _read(holdings(), _owners(actor), now)
    require_sight(actor, person_id, Scope.RECORD, on=now.astimezone(VIETNAM).date())
    told = [holding for holding in holdings() if holding.group in groups_of_a_child()]
    return _read(told, _owned(person_id), now)


def _read(
    told: Iterable[Holding], owners: Mapping[str, int | None], now: datetime
) -> Iterator[tuple[Holding, Iterator[Row]]]:
    for holding in told:
        columns = [field.attname for field in holding.model._meta.local_concrete_fields]
        rows = _of(holding, owners, now).order_by("pk").values(*columns)
        yield holding, (_told(holding, row) for row in rows.iterator(chunk_size=500))


def _owners(actor: Actor) -> Mapping[str, int | None]:
    """What the rows of the actor are found by: column -> value."""
    if actor.person_id is None:
        raise NotAllowed
    return _owned(actor.person_id)


def _owned(person_id: int) -> Mapping[str, int | None]:
    accounts = apps.get_model("accounts", "Account")._base_manager
    account = accounts.filter(person_id=person_id).values_list("pk", flat=True).first()
    paths = ("person_id", "giver_id", "asker_id", "case__person_id", "conversation__person_id")
    person = dict.fromkeys(paths, person_id)
    return person | dict.fromkeys(("account_id", "user_id"), account)


def _of(holding: Holding, owners: Mapping[str, int | None], now: datetime) -> QuerySet[Model]:
    rows = holding.model._base_manager.filter(**{holding.column: owners[holding.column]})
    if holding.table == "access_event":
        return rows.filter(Q(visible_from=None) | Q(visible_from__lte=now))
    return rows.filter(told_steps()) if holding.table == "procedure_case_event" else rows


def _told(holding: Holding, row: Row) -> Row:
    told = {name: _said(name, value) for name, value in row.items() if name not in holding.hidden}
    unreadable = []
    for name in [name for name in sealed_columns(holding.model) if name in told]:
        field = field_of(name)
        try:
            told[field] = _opened(holding, row, name, field)
        except SealBroken:
            told[field] = None
            unreadable.append(field)
        del told[name]
    return {**told, "unreadable": unreadable} if unreadable else told


def _opened(holding: Holding, row: Row, name: str, field: str) -> str:
    return unseal(row[name], table=holding.table, pk=place_of(holding.model, row), field=field)


def _said(name: str, value: Any) -> Any:
    return str(Month(value)) if name in _MONTHS and isinstance(value, int) else value
