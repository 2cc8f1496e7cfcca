"""The schema rules that make one database, or many, serve the same code; checked when the project starts.

K1 a scoped table's primary key starts with the person; K2 nothing in it is numbered by the database; K3 its
unique constraints name the person. F1 shared and local tables hold no database key to a person's tables; F2 a
person's tables hold none to local tables; F3 they point only at the person or at shared tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check
from django.db import models

from vssid.kit.sharding import TableRole

_PERSONAL = {TableRole.ROOT, TableRole.SCOPED}


def register() -> None:
    register_check(check_tables, "models")


def check_tables(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Every finding over every table of the project."""
    return [error for model in apps.get_models() for error in findings(model)]


def findings(model: type[models.Model]) -> Iterator[CheckMessage]:
    """What is wrong with one table."""
    role = role_of(model)
    if role is None:
        yield Error(f"{model._meta.label} declares no table_role", obj=model, id="vssid.T1")
        return
    if role is TableRole.SCOPED:
        yield from _key_findings(model)
    yield from _reference_findings(model, role)


def role_of(model: type[models.Model]) -> TableRole | None:
    """The declared role; a library's table is LOCAL; None when one of ours declares nothing."""
    declared = getattr(model, "table_role", None)
    if declared is not None:
        return TableRole(declared)
    return None if model.__module__.startswith("vssid.") else TableRole.LOCAL


def _key_findings(model: type[models.Model]) -> Iterator[CheckMessage]:
    key = model._meta.pk
    if not isinstance(key, models.CompositePrimaryKey) or key.field_names[0] != "person_id":
        yield Error(
            f"{model._meta.label}: the primary key must start with person_id", obj=model, id="vssid.K1"
        )
    for field in model._meta.local_fields:
        if isinstance(field, models.AutoField | models.BigAutoField | models.SmallAutoField):
            yield Error(
                f"{model._meta.label}.{field.name} is numbered by the database", obj=model, id="vssid.K2"
            )
        if field.unique and not field.primary_key:
            yield Error(
                f"{model._meta.label}.{field.name} is unique without the person", obj=model, id="vssid.K3"
            )
    for fields in _unique_sets(model):
        if "person_id" not in fields:
            yield Error(f"{model._meta.label}: unique {fields} lacks person_id", obj=model, id="vssid.K3")


def _unique_sets(model: type[models.Model]) -> Iterable[tuple[str, ...]]:
    yield from (tuple(fields) for fields in model._meta.unique_together)
    constraints = (c for c in model._meta.constraints if isinstance(c, models.UniqueConstraint))
    yield from (tuple(constraint.fields) for constraint in constraints)


def _reference_findings(model: type[models.Model], role: TableRole) -> Iterator[CheckMessage]:
    for field in model._meta.local_fields:
        if not isinstance(field, models.ForeignKey) or not getattr(field, "db_constraint", True):
            continue
        target = role_of(field.remote_field.model)
        name = f"{model._meta.label}.{field.name}"
        if role not in _PERSONAL and target in _PERSONAL:
            yield Error(
                f"{name}: a shared or local table holds a database key to a person", obj=model, id="vssid.F1"
            )
        if role in _PERSONAL and target in {TableRole.LOCAL, TableRole.LOOKUP}:
            yield Error(
                f"{name}: a person's table holds a database key to a local table", obj=model, id="vssid.F2"
            )
        if role is TableRole.SCOPED and target is TableRole.SCOPED:
            yield Error(
                f"{name}: point at another row of the person by (person_id, seq)", obj=model, id="vssid.F3"
            )
