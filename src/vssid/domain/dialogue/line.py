"""The shape of the table: one line a state, and the moves its steps may answer with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from vssid.domain.dialogue import speaking
from vssid.domain.dialogue.commands import Command, Kind
from vssid.domain.dialogue.requests import Answer, Request
from vssid.domain.dialogue.states import Dialogue, State

FIRST_KEY = 10.0
"""Seconds of silence after a prompt."""
BETWEEN_KEYS = 5.0
AFTER_TENTH = 3.0


@dataclass(frozen=True, slots=True)
class Go:
    state: State
    dialogue: Dialogue


@dataclass(frozen=True, slots=True)
class Repeat:
    """The state's prompt once more, after a few words."""

    dialogue: Dialogue
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Say:
    """Something else, without leaving the state."""

    dialogue: Dialogue
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inquire:
    """Asks the core without leaving the state."""

    dialogue: Dialogue
    request: Request
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    dialogue: Dialogue
    commands: tuple[Command, ...] = ()


@dataclass(frozen=True, slots=True)
class Over:
    """The call ends without another word."""

    dialogue: Dialogue


Move: TypeAlias = Go | Repeat | Say | Inquire | Stay | Over
Step: TypeAlias = Callable[[Dialogue], Move]
StepWith: TypeAlias = Callable[[Dialogue, str], Move]
AnswerStep: TypeAlias = Callable[[Dialogue, Answer], Move]


def stay(dialogue: Dialogue) -> Move:
    return Stay(dialogue)


def heed_nothing(dialogue: Dialogue, _: str) -> Move:
    return Stay(dialogue)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    says: speaking.Words = speaking.nothing
    barge_in: bool = True
    """Any key stops the prompt. Where not, the first key is kept until the prompt is over."""
    begins: Callable[[Dialogue], tuple[Command, ...]] = lambda _: ()
    asks: Callable[[Dialogue], Request | None] = lambda _: None
    answered: AnswerStep = lambda dialogue, _: Stay(dialogue)
    failed: Step = stay
    heard: Callable[[Dialogue], Move | None] = lambda _: None
    """The prompt is over; None: a key is waited for."""
    wait: float = FIRST_KEY
    silent: Step = stay
    keys: Mapping[str, Step] = field(default_factory=dict)
    other_key: StepWith = heed_nothing
    common_keys: bool = True
    """0 asks for a person and * repeats, unless the line says otherwise."""
    listens: Kind | None = None
    spoken: StepWith = heed_nothing
    transferred: Step = stay
    refused: Step = stay
