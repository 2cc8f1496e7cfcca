"""What a question is answered with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why there is no answer."""

    OFF_TOPIC = "off_topic"
    ABUSE = "abuse"
    PERSON_WANTED = "person_wanted"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Entry:
    """``entry``: the slug of an approved question (``a1``); ``title``: the question as it is published."""

    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class Answer(Entry):
    """It fits clearly better than any other."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Two or three that may be meant, the likeliest first."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No approved answer fits, or nothing was asked."""

    reason: Reason


Found = Answer | Choice | Nothing
