"""Every table with sealed values, its rows read and sealed again alike: the rows' own columns, and seals that
stand inside JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from django.apps import apps
from django.db.models import Model

from vssid.kit.keyring import ring
from vssid.kit.sealed_rows import field_of, has_subjects, place_columns, place_of, sealed_columns, subject_of
from vssid.kit.sealing import ring_key_of, seal, seal_erasable, unseal

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seal:
    """One sealed value and the place it is bound to; ``subject``: whose key it should have, if anybody's."""

    value: str
    table: str
    pk: str
    field: str
    subject: str = ""

    @property
    def waits(self) -> bool:
        """Whether it is under another key than it should be."""
        key = ring_key_of(self.value)
        return bool(key) and (bool(self.subject) or key != ring().current)

    def anew(self) -> str:
        """Under the key it should have. SealBroken when it does not open."""
        place = {"table": self.table, "pk": self.pk, "field": self.field}
        opened = unseal(self.value, **place)
        if self.subject:
            return seal_erasable(opened, subject=self.subject, **place)
        return seal(opened, **place)


class SealedTable(Protocol):
    @property
    def model(self) -> type[Model]: ...

    @property
    def reads(self) -> tuple[str, ...]:
        """The columns that say where the row's seals belong, and those that hold them."""

    @property
    def writes(self) -> tuple[str, ...]:
        """Those that hold them."""

    def seals(self, row: Row) -> Iterator[Seal]: ...

    def resealed(self, row: Row) -> dict[str, Any]:
        """All of ``writes``, as they should stand. SealBroken when one does not open."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table whose columns are sealed."""

    model: type[Model]

    @property
    def reads(self) -> tuple[str, ...]:
        subjects = [field.attname for field in self.model._meta.pk_fields]
        return tuple(dict.fromkeys([*subjects, *place_columns(self.model), *self.writes]))

    @property
    def writes(self) -> tuple[str, ...]:
        return sealed_columns(self.model)

    def seals(self, row: Row) -> Iterator[Seal]:
        return (self._seal(row, column) for column in self.writes)

    def resealed(self, row: Row) -> dict[str, Any]:
        seals = ((column, self._seal(row, column)) for column in self.writes)
        return {column: one.anew() if one.waits else one.value for column, one in seals}

    def _seal(self, row: Row, column: str) -> Seal:
        field = field_of(column)
        subject = subject_of(self.model, **row, field=field) if has_subjects(self.model) else ""
        return Seal(row[column], self.model._meta.db_table, place_of(self.model, row), field, subject)


@dataclass(frozen=True, slots=True)
class InJson:
    """A table with seals inside the JSON of ``column``. ``place``: the table and the key a row's seals are
    bound to, from its columns ``where``."""

    model: type[Model]
    column: str
    where: tuple[str, ...]
    place: Callable[[Row], tuple[str, str]]

    @property
    def reads(self) -> tuple[str, ...]:
        return (*self.where, self.column)

    @property
    def writes(self) -> tuple[str, ...]:
        return (self.column,)

    def seals(self, row: Row) -> Iterator[Seal]:
        return (self._seal(row, name) for name in self._sealed(row))

    def resealed(self, row: Row) -> dict[str, Any]:
        seals = ((name, self._seal(row, name)) for name in self._sealed(row))
        anew = {name: one.anew() for name, one in seals if one.waits}
        return {self.column: {**row[self.column], **anew}}

    def _sealed(self, row: Row) -> Iterator[str]:
        kept = row[self.column] or {}
        return (name for name, value in kept.items() if value and field_of(name) != name)

    def _seal(self, row: Row, name: str) -> Seal:
        table, pk = self.place(row)
        return Seal(row[self.column][name], table, pk, field_of(name))


def _before_import(row: Row) -> tuple[str, str]:
    """Of rows as they were before an import: the table and the key they had."""
    return row["table"], ",".join(json.loads(row["key"]))


def _linked_eid(row: Row) -> tuple[str, str]:
    """Of who an account is to the national e-ID, kept as the sign-in library keeps such things."""
    return "linked_eid", row["uid"]


@cache
def sealed_tables() -> tuple[SealedTable, ...]:
    columns = [Columns(model) for model in apps.get_models() if sealed_columns(model)]
    images, eids = apps.get_model("intake", "BeforeImage"), apps.get_model("socialaccount", "SocialAccount")
    return (
        *columns,
        InJson(images, "row", ("table", "key"), _before_import),
        InJson(eids, "extra_data", ("uid",), _linked_eid),
    )
