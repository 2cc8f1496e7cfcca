"""The sentences of a fresh installation: ``texts/<language>.yaml``, and what they are filled with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from vssid.apps.assistant.prompts.hours import spoken_hours
from vssid.apps.assistant.selectors.hours import desk_week
from vssid.domain.dialogue import clips

CODE_VALID = "code_valid"
"""One text for every number of minutes: ``code_valid_1`` to ``code_valid_10`` are made from it."""
OFFICERS_HOURS = "agent_hours"
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


@cache
def shipped(language: str) -> Mapping[str, str]:
    """Text by key, with its placeholders; keys in the order of a call."""
    read = _read(language)
    return {**read["prompts"], OFFICERS_HOURS: read["hours"]["says"]}


@cache
def keys() -> tuple[str, ...]:
    """Every text an editor may change. Digits are none: a wrong one would be a wrong code."""
    return tuple(shipped("vi"))


def placeholders(text: str) -> tuple[str, ...]:
    return tuple(_PLACEHOLDER.findall(text))


def clips_of(texts: Mapping[str, str], language: str) -> dict[str, str]:
    """What is heard, by the name of its clip, of texts with placeholders; digits too."""
    read = _read(language)
    said = dict(texts)
    if valid := said.pop(CODE_VALID, ""):
        minutes = enumerate(read["minutes"][: clips.MINUTES], start=1)
        said |= {f"{CODE_VALID}_{count}": valid.format(minutes=words) for count, words in minutes}
    if OFFICERS_HOURS in said:
        said[OFFICERS_HOURS] = filled(said[OFFICERS_HOURS], language)
    return said | {f"digit_{digit}": word for digit, word in enumerate(read["digits"])}


def filled(text: str, language: str) -> str:
    """As it is heard at its longest."""
    words = {"minutes": _read(language)["minutes"][-1]}
    if "spans" not in placeholders(text):
        return text.format(**words)
    return spoken_hours({**hour_words(language), "says": text}, desk_week())


def hour_words(language: str) -> Mapping[str, Any]:
    """Days, hours and how they are put together, for :func:`..hours.spoken_hours`."""
    words: Mapping[str, Any] = _read(language)["hours"]
    return words


@cache
def _read(language: str) -> Mapping[str, Any]:
    file = resources.files(__package__) / "texts" / f"{language}.yaml"
    read: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return read
