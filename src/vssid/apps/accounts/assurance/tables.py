"""Reads the two tables; a mistake in them stops the start, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from vssid.domain.values.actor import Assurance


class ProofKind(StrEnum):
    """What somebody has shown in this session."""

    PASSWORD = "password"  # noqa: S105 - the name of a proof
    TOTP = "totp"
    RECOVERY_CODE = "recovery_code"
    PASSKEY = "passkey"
    VETTED_PASSKEY = "vetted_passkey"
    VNEID = "vneid"
    SMS_CODE = "sms_code"
    EMAIL_CODE = "email_code"


PASSKEYS = frozenset({ProofKind.PASSKEY, ProofKind.VETTED_PASSKEY})


class Act(StrEnum):
    """What a view or a service asks leave for."""

    DISPUTE = "dispute"
    VIEW = "view"
    PREFERENCES = "preferences"
    PASSWORD = "password"  # noqa: S105 - the name of an act
    VISITS = "visits"
    FILE_DOSSIER = "file_dossier"
    ADD_FIRST_FACTOR = "add_first_factor"
    CHANGE_FACTORS = "change_factors"
    PHONE = "phone"
    BANK_ACCOUNT = "bank_account"
    DEVICE_KEY = "device_key"
    DEPENDANTS = "dependants"
    EXPORT = "export"
    CLOSE_ACCOUNT = "close_account"


class BrokenTable(ValueError):
    """``ways.toml`` or ``acts.toml`` cannot be used; the text names the entry and the fault."""


@dataclass(frozen=True, slots=True)
class Way:
    """``proofs``: all of them together give ``assurance``; ``again``: fresh only when repeated."""

    name: str
    proofs: tuple[ProofKind, ...]
    assurance: Assurance
    again: bool

    @property
    def decisive(self) -> ProofKind:
        return self.proofs[-1]


@dataclass(frozen=True, slots=True)
class Demand:
    """What an act asks: ``needs``, and whether it must have been proven within the last minutes."""

    needs: Assurance
    fresh: bool


@cache
def ways() -> tuple[Way, ...]:
    """Every way in, the strongest first."""
    read = [_way(name, entry) for name, entry in _table("ways.toml").items()]
    return tuple(sorted(read, key=lambda way: way.assurance, reverse=True))


@cache
def demands() -> Mapping[Act, Demand]:
    """What each act asks for, complete."""
    read = {_act(name): _demand(name, entry) for name, entry in _table("acts.toml").items()}
    if missing := sorted(set(Act) - read.keys()):
        raise BrokenTable(f"acts.toml says nothing about {', '.join(missing)}")
    return read


def check() -> None:
    """For the start of the process. Raises BrokenTable."""
    ways()
    demands()


def _way(name: str, entry: Mapping[str, Any]) -> Way:
    if entry.keys() != {"proofs", "assurance", "fresh"} or entry["fresh"] not in {"sign_in", "again"}:
        raise BrokenTable(f"ways.toml: {name} needs proofs, assurance, and fresh: sign_in or again")
    try:
        proofs = tuple(map(ProofKind, entry["proofs"]))
    except ValueError as error:
        raise BrokenTable(f"ways.toml: {name}: {error}") from error
    if not proofs:
        raise BrokenTable(f"ways.toml: {name} names no proof")
    return Way(name, proofs, _level("ways.toml", name, entry["assurance"]), entry["fresh"] == "again")


def _act(name: str) -> Act:
    try:
        return Act(name)
    except ValueError as error:
        raise BrokenTable(f"acts.toml: nobody asks leave for {name}") from error


def _demand(name: str, entry: Mapping[str, Any]) -> Demand:
    if not entry.keys() <= {"needs", "fresh"} or not isinstance(entry.get("fresh", False), bool):
        raise BrokenTable(f"acts.toml: {name} takes needs, and fresh: true or false")
    return Demand(_level("acts.toml", name, entry.get("needs", "")), entry.get("fresh", False))


def _level(table: str, name: str, word: str) -> Assurance:
    try:
        return Assurance[word.upper()]
    except KeyError as error:
        raise BrokenTable(f"{table}: {name}: no assurance is called {word!r}") from error


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
