"""Reads the catalogue. A folder that lacks something is refused by name; there is no list to edit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vssid.apps.consents.purposes import Purpose
from vssid.apps.notifications.messages.message import Message, Texts, Variable
from vssid.apps.notifications.messages.rendering import WrongVariables, stored_values
from vssid.apps.notifications.messages.values import ValueType, WrongValue
from vssid.apps.notifications.vocabulary import LANGUAGES, Channel, Priority, Sensitivity, Topic

CATALOGUE = Path(__file__).resolve().parent.parent / "catalogue"
_DESCRIPTION = "message.toml"
_FIELDS = {
    "topic", "since", "channels", "switchable", "at_any_hour", "priority", "retention_days", "owner", "basis",
    "recipient", "action", "variables", "sample", "consents",
}  # fmt: skip
_MAY_LACK = {"variables", "sample", "consents"}
_AS_GIVEN = ("switchable", "at_any_hour", "retention_days", "owner", "basis", "recipient", "action")


class BrokenMessage(ValueError):
    """A message of the catalogue that cannot be used; the text names the folder, the file and the fault."""


class UnknownMessage(LookupError):
    """No folder of the catalogue has this code."""


@cache
def catalogue() -> Mapping[str, Message]:
    """Every message by its code, read once a process."""
    return {folder.name: load(folder) for folder in folders(CATALOGUE)}


def message(code: str) -> Message:
    try:
        return catalogue()[code]
    except KeyError as error:
        raise UnknownMessage(f"the catalogue has no message {code}") from error


def folders(root: Path) -> list[Path]:
    return sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("__"))


def load(folder: Path) -> Message:
    """The message in ``folder``, complete in every language; BrokenMessage says what is wrong."""
    try:
        return _message(folder)
    except (BrokenMessage, FileNotFoundError) as error:
        raise BrokenMessage(f"{folder.name}: {error}") from error
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BrokenMessage(f"{folder.name}: {type(error).__name__}: {error}") from error


def _message(folder: Path) -> Message:
    given = _read(folder / _DESCRIPTION)
    _refuse_names("message.toml", given, _FIELDS, _FIELDS - _MAY_LACK)
    expected = {_DESCRIPTION, *(f"{language}.toml" for language in LANGUAGES)}
    _refuse_names("the folder", {path.name: None for path in folder.iterdir()}, expected, expected)
    variables = {name: _variable(name, facts) for name, facts in given.get("variables", {}).items()}
    read = Message(
        code=folder.name,
        topic=Topic(given["topic"]),
        since=given["since"],
        channels=frozenset(map(Channel, given["channels"])),
        consents={Channel(name): Purpose(code) for name, code in given.get("consents", {}).items()},
        priority=Priority(given["priority"]),
        variables=variables,
        sample=given.get("sample", {}),
        texts={language: _texts(folder / f"{language}.toml") for language in LANGUAGES},
        **{name: given[name] for name in _AS_GIVEN},
    )
    try:
        stored_values(read, read.sample)
    except (WrongVariables, WrongValue) as error:
        raise BrokenMessage(f"the sample does not fit: {error}") from error
    return read


def _variable(name: str, facts: Mapping[str, Any]) -> Variable:
    _refuse_names(f"variables.{name}", facts, {"type", "class"}, {"type", "class"})
    return Variable(ValueType(facts["type"]), Sensitivity(facts["class"]))


def _texts(path: Path) -> Texts:
    given = _read(path)
    _refuse_names(path.name, given, set(Texts.__slots__), {"title", "body"})
    return Texts(**{name: text.strip() for name, text in given.items()})


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        raise BrokenMessage(f"{path.name} is missing")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenMessage(f"{path.name} is not readable: {error}") from error


def _refuse_names(where: str, given: Mapping[str, Any], known: set[str], needed: set[str]) -> None:
    if unknown := sorted(given.keys() - known):
        raise BrokenMessage(f"{where} holds unknown {', '.join(unknown)}")
    if missing := sorted(needed - given.keys()):
        raise BrokenMessage(f"{where} lacks {', '.join(missing)}")
