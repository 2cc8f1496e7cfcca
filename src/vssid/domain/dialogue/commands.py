"""What a dialogue wants done. Clips are named ``<language>/<key>``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from vssid.domain.dialogue.requests import Request


class Timer(StrEnum):
    INPUT = "input"
    CALL = "call"


class Kind(StrEnum):
    """What is listened for."""

    CHOICE = "choice"
    NUMBER = "number"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Play:
    """In place of what is playing. Names of clips may be digits of a number: they are not printed."""

    clips: tuple[str, ...] = field(repr=False)
    barge_in: bool
    token: int


@dataclass(frozen=True, slots=True)
class Stop:
    pass


@dataclass(frozen=True, slots=True)
class Listen:
    on: bool
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Starts it anew."""

    name: Timer
    seconds: float


@dataclass(frozen=True, slots=True)
class CancelTimer:
    name: Timer


@dataclass(frozen=True, slots=True)
class Ask:
    request: Request


@dataclass(frozen=True, slots=True)
class Transfer:
    case: str


@dataclass(frozen=True, slots=True)
class Note:
    """A state was entered; for the live desk and the counts."""

    state: str
    topic: str


@dataclass(frozen=True, slots=True)
class HangUp:
    pass


Command: TypeAlias = Play | Stop | Listen | SetTimer | CancelTimer | Ask | Transfer | Note | HangUp
