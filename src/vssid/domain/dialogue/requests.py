"""What a dialogue asks the core, and what comes back. Nothing here says whether a number was known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class OpenSession:
    call_id: str
    caller: str = field(repr=False)
    attested: bool
    dialled: str
    language: str


@dataclass(frozen=True, slots=True)
class Reset:
    """The same attempt asked twice does the same once."""

    number: str = field(repr=False)
    attempt: int


@dataclass(frozen=True, slots=True)
class RingBack:
    pass


@dataclass(frozen=True, slots=True)
class Question:
    text: str = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True)
class AnswerBySms:
    entry: str


@dataclass(frozen=True, slots=True)
class HandOver:
    topic: str
    tried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallBack:
    topic: str


@dataclass(frozen=True, slots=True)
class OutboundCode:
    ring_back: str


Request: TypeAlias = (
    OpenSession | Reset | RingBack | Question | AnswerBySms | HandOver | CallBack | OutboundCode
)


@dataclass(frozen=True, slots=True)
class Done:
    """The same for whatever happened behind it."""


@dataclass(frozen=True, slots=True)
class Found:
    kind: Literal["answer", "choose", "nothing"]
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    case: str


@dataclass(frozen=True, slots=True)
class Code:
    digits: str = field(repr=False)
    valid_minutes: int


Answer: TypeAlias = Done | Found | Case | Code


@dataclass(frozen=True, slots=True)
class Failed:
    """Refused, too late or no core at all: a caller need not know which."""
