"""Who the cast are: the same data file as the demonstration's."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import vssid.project.demo

_FILE = Path(vssid.project.demo.__file__).parent / "cast.toml"
_FIRST_PERSON_ID = 101


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast. ``key`` is the short name (``lan``); ``person_id`` follows the order of the file."""

    key: str
    person_id: int
    name: str
    role: str
    sex: str
    born_on: date
    nationality: str
    insurance_number: str
    national_id: str
    passport_number: str
    phone: str
    email: str
    language: str
    password: str


@cache
def cast() -> dict[str, Member]:
    """All members by key."""
    tables = tomllib.loads(_FILE.read_text())
    return {key: _member(key, place, table) for place, (key, table) in enumerate(tables.items())}


def _member(key: str, place: int, table: dict[str, Any]) -> Member:
    return Member(
        key=key,
        person_id=_FIRST_PERSON_ID + place,
        born_on=date.fromisoformat(table["birth_date"]),
        passport_number=table.get("passport_number", ""),
        **{name: table[name] for name in _TAKEN},
    )


_TAKEN = (
    "name",
    "role",
    "sex",
    "nationality",
    "insurance_number",
    "national_id",
    "phone",
    "email",
    "language",
    "password",
)
