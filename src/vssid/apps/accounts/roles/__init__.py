"""The roles of staff as data: a file a role, read and checked when the process starts."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import get_language

from vssid.kit.formats.styles import style
from vssid.kit.languages import LANGUAGE_NAMES

_FIELDS = {"name", "may", "gives"}


class Right(StrEnum):
    """What a role may do at the staff door."""

    WORK_CASES = "work_cases"
    CONFIRM_DECISIONS = "confirm_decisions"
    SEE_QUEUES = "see_queues"
    START_RESETS = "start_resets"
    OPEN_IN_EMERGENCY = "open_in_emergency"
    ANSWER_PEOPLE = "answer_people"
    EDIT_TEXTS = "edit_texts"
    RUN_THE_SYSTEM = "run_the_system"
    LOOK_AFTER_STAFF = "look_after_staff"
    """Of the own office: sees who works there, asks for members and roles, ends what a leaver could do."""
    EVERY_OFFICE = "every_office"
    """Looks after the staff of every office, and of none."""


@dataclass(frozen=True, slots=True)
class Role:
    """``names`` by language; ``gives``: the roles it may ask for and end, where it looks after staff. The
    door is the same for all: a passkey, beside the password."""

    code: str
    names: Mapping[str, str]
    may: frozenset[Right]
    gives: frozenset[str]

    @property
    def name_in_log(self) -> str:
        """The log keeps names as data, in Vietnamese; :func:`read_in_log` tells them."""
        return self.names["vi"]


class BrokenRole(ValueError):
    """A role that cannot be used; the text names the file and the fault."""


@cache
def roles() -> Mapping[str, Role]:
    """Every role by its code. BrokenRole says what is wrong with one."""
    read = [_role(code, entry) for code, entry in _files().items()]
    if idle := sorted(set(Right) - {right for role in read for right in role.may}):
        raise BrokenRole(f"no role may {', '.join(idle)}")
    known = {role.code: role for role in read}
    if unknown := sorted({code for role in read for code in role.gives} - known.keys()):
        raise BrokenRole(f"given, but no role: {', '.join(unknown)}")
    return known


def staff_roles() -> frozenset[str]:
    return frozenset(roles())


def roles_that_may(right: Right) -> frozenset[str]:
    return frozenset(role.code for role in roles().values() if right in role.may)


def roles_given_by(codes: Collection[str]) -> frozenset[str]:
    """What somebody with these roles may ask for, and end."""
    return frozenset(given for code in codes if code in roles() for given in roles()[code].gives)


def name_in_log(codes: Collection[str]) -> str:
    """How the log calls somebody with these roles; empty for no staff."""
    known = sorted(set(codes) & roles().keys())
    return roles()[known[0]].name_in_log if known else ""


def read_in_log(name: str, language: str = "") -> tuple[str, str]:
    """Of what the log wrote of the staff: the role in ``language``, by default the one that is read now, and
    the office as it is registered. Of any other name no role, and the name."""
    called, _, office = name.partition(", ")
    role = next((role for role in roles().values() if role.name_in_log == called), None)
    return (role.names[language or get_language() or "vi"], office) if role else ("", name)


def told_in_log(name: str) -> dict[str, str]:
    """The same in one line, in each language."""
    return {language: _line(name, language) for language in LANGUAGE_NAMES}


def _line(name: str, language: str) -> str:
    return style(language).comma.join(filter(None, read_in_log(name, language)))


def _files() -> dict[str, dict[str, Any]]:
    found = [entry for entry in files(__package__).iterdir() if entry.name.endswith(".toml")]
    return {entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text("utf-8")) for entry in found}


def _role(code: str, entry: Mapping[str, Any]) -> Role:
    if entry.keys() != _FIELDS:
        raise BrokenRole(f"{code}.toml needs exactly {', '.join(sorted(_FIELDS))}")
    try:
        may = frozenset(map(Right, entry["may"]))
    except ValueError as error:
        raise BrokenRole(f"{code}.toml: {error}") from error
    if entry["name"].keys() != LANGUAGE_NAMES.keys():
        raise BrokenRole(f"{code}.toml: name needs {', '.join(LANGUAGE_NAMES)}")
    gives = frozenset(entry["gives"])
    if bool(gives) != (Right.LOOK_AFTER_STAFF in may):
        raise BrokenRole(f"{code}.toml: gives goes with look_after_staff")
    return Role(code, entry["name"], may, gives)
