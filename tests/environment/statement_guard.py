"""Q1 and K4: a statement over a person's tables names its persons and never moves a row to another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from django.db.models import Model

from vssid.kit.sharding import TableRole, cross_shard_reason
from vssid.project.schema_rules import role_of

_VERB = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
_PINNED = re.compile(r"""["`.]?person_id["`]?\s*\)?\s*(=|IN\s*\(|=\s*ANY)""", re.IGNORECASE)
_TUPLE_PINNED = re.compile(r"\(\s*[^()]*person_id[^()]*\)\s*(=|IN)\s*\(", re.IGNORECASE)
_MOVED = re.compile(r'\bSET\b(?:(?!\bWHERE\b).)*"?person_id"?\s*=', re.IGNORECASE | re.DOTALL)


class UnscopedStatement(AssertionError):
    """A statement over a person's table that could read or write anybody's rows."""


@cache
def scoped_tables() -> frozenset[str]:
    models: list[type[Model]] = list(apps.get_models())
    return frozenset(model._meta.db_table for model in models if role_of(model) is TableRole.SCOPED)


@cache
def _over_scoped() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, scoped_tables())))
    return re.compile(rf'\b(FROM|JOIN|UPDATE|INTO)\s+"?({names})"?(?![\w])', re.IGNORECASE)


@lru_cache(maxsize=4096)
def fault_of(sql: str) -> str | None:
    """What is wrong with one statement; None when nothing is."""
    verb = _VERB.match(sql)
    if verb is None or not _over_scoped().search(sql):
        return None
    if _MOVED.search(sql) and verb[1].upper() == "UPDATE":
        return "moves a row to another person"
    if verb[1].upper() == "INSERT" or _PINNED.search(sql) or _TUPLE_PINNED.search(sql):
        return None
    return "does not pin person_id"


def _guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if cross_shard_reason() is None:
        fault = fault_of(sql)
        if fault is not None:
            raise UnscopedStatement(f"{fault}: {sql[:400]}")
    return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def _statements_are_guarded() -> Iterator[None]:
    wrapped = [connections[alias] for alias in connections]
    for connection in wrapped:
        connection.execute_wrappers.append(_guard)
    yield
    for connection in wrapped:
        if _guard in connection.execute_wrappers:
            connection.execute_wrappers.remove(_guard)
