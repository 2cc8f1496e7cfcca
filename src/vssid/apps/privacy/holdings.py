"""The tables that hold something of a person, as ``holdings.toml`` tells them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from django.apps import apps
from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Holding:
    """``table`` of ``group``; ``column`` says whose a row is.

    ``hidden`` columns are not handed out.
    """

    group: str
    table: str
    model: type[Model]
    column: str
    hidden: frozenset[str]


@cache
def holdings() -> tuple[Holding, ...]:
    """In the order they are told. KeyError for a table nobody has."""
    told: dict[str, dict[str, dict[str, Any]]] = _file()["told"]
    return tuple(
        _holding(group, table, facts) for group, tables in told.items() for table, facts in tables.items()
    )


@cache
def groups() -> tuple[str, ...]:
    return tuple(_file()["told"])


@cache
def groups_of_a_child() -> frozenset[str]:
    """What of a child is handed out to who answers for it."""
    return frozenset(_file()["of_a_child"])


@cache
def left_out() -> Mapping[str, str]:
    """Table -> why nothing of it is handed out."""
    reasons: dict[str, str] = _file()["left_out"]
    return reasons


@cache
def tables() -> Mapping[str, type[Model]]:
    return {model._meta.db_table: model for model in apps.get_models()}


def _holding(group: str, table: str, facts: Mapping[str, Any]) -> Holding:
    model = tables()[table]
    column = f"{facts.get('by', 'person')}_id"
    return Holding(group, table, model, column, frozenset(facts["hidden"]))


def _file() -> dict[str, Any]:
    text = resources.files("vssid.apps.privacy").joinpath("holdings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
