"""The files beside this module: example questions, words said otherwise, margins, the labelled set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from vssid.apps.assistant.answers.found import Reason

_HERE = Path(__file__).parent

REFUSED = {"off_topic": Reason.OFF_TOPIC, "abuse": Reason.ABUSE, "person": Reason.PERSON_WANTED}
"""Headings of example files that are no entries: what is refused, and why."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question and where it belongs: the slug of an entry, or one of ``REFUSED``."""

    entry: str
    text: str


@dataclass(frozen=True, slots=True)
class Labelled(Example):
    """A question of the measured set."""

    id: str

    @property
    def held_out(self) -> bool:
        """Half of the set finds the margins, the other half only measures; the id decides which."""
        return sha256(self.id.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True, slots=True)
class Margins:
    """``least``: worth of the best below which nothing fits. ``ahead``: how far it has to lead what is
    refused. ``margin``: how far it has to lead the second to be given as the answer."""

    least: float
    ahead: float
    margin: float


def examples(language: str) -> tuple[Example, ...]:
    return tuple(
        Example(entry, text) for entry, texts in _read(f"examples/{language}.yaml").items() for text in texts
    )


def labelled(language: str) -> tuple[Labelled, ...]:
    return tuple(Labelled(**row) for row in _read(f"labelled/{language}.yaml"))


@cache
def said_otherwise(language: str) -> Mapping[str, str]:
    return {str(said): str(meant) for said, meant in _read(f"words/{language}.yaml").items()}


@cache
def margins(language: str, *, meaning: bool) -> Margins:
    return Margins(**_read("margins.yaml")["meaning" if meaning else "words"][language])


def _read(name: str) -> Any:
    return yaml.load((_HERE / name).read_bytes(), yaml.CSafeLoader)
