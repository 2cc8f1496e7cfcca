"""What happens to a call. The time comes with the events: nothing here looks at a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from vssid.domain.dialogue.commands import Timer
from vssid.domain.dialogue.requests import Answer, Request

Policy: TypeAlias = Literal["ok", "degraded", "closed"]


@dataclass(frozen=True, slots=True)
class Started:
    call_id: str
    caller: str = field(repr=False)
    attested: bool
    dialled: str
    language_hint: str
    ring_back: str = ""
    """A call of ours: the ring-back's id."""
    hears: tuple[str, ...] = ()
    """Languages in which speech is recognised on this installation."""
    exchange: bool = False
    """Where officers are reached is known here, without the core."""


@dataclass(frozen=True, slots=True)
class SessionOpened:
    session: str
    policy: Policy
    agent_hours: bool


@dataclass(frozen=True, slots=True)
class Digit:
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Speech:
    text: str = field(repr=False)
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlaybackDone:
    token: int


@dataclass(frozen=True, slots=True)
class Elapsed:
    timer: Timer


@dataclass(frozen=True, slots=True)
class CoreAnswered:
    request: Request
    result: Answer


@dataclass(frozen=True, slots=True)
class CoreFailed:
    request: Request


@dataclass(frozen=True, slots=True)
class TransferAnswered:
    accepted: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """The service is about to stop."""


@dataclass(frozen=True, slots=True)
class Ended:
    reason: str


Event: TypeAlias = (
    Started
    | SessionOpened
    | Digit
    | Speech
    | PlaybackDone
    | Elapsed
    | CoreAnswered
    | CoreFailed
    | TransferAnswered
    | Closing
    | Ended
)
