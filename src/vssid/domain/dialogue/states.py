"""Where a call stands, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vssid.domain.dialogue.requests import Answer, Failed, Request


class State(StrEnum):
    """Names are read by the live desk and in metrics: add, never rename."""

    START = "START"
    CLOSED = "CLOSED"
    LANGUAGE = "LANGUAGE"
    MENU = "MENU"
    RESET_LEGAL = "RESET_LEGAL"
    """The one sentence that no key interrupts."""
    RESET_NOTICE = "RESET_NOTICE"
    ASK_NUMBER = "ASK_NUMBER"
    CONFIRM = "CONFIRM"
    REQUEST = "REQUEST"
    RESULT = "RESULT"
    CALLBACK = "CALLBACK"
    FAQ = "FAQ"
    FAQ_CHOOSE = "FAQ_CHOOSE"
    FAQ_ANSWER = "FAQ_ANSWER"
    AGENT = "AGENT"
    TRANSFER = "TRANSFER"
    NO_AGENT = "NO_AGENT"
    """Out of hours, or the transfer was refused: staff ring back."""
    SORRY = "SORRY"
    OUT_CALL = "OUT_CALL"
    SPEAK_CODE = "SPEAK_CODE"
    END = "END"


class Outcome(StrEnum):
    """What came of the call, for counts and the supervisor; the latest that was reached."""

    LEFT = "left"
    RESET = "reset"
    ANSWERED = "answered"
    TRANSFERRED = "transferred"
    CALL_BACK = "call_back"
    CODE_HEARD = "code_heard"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """``number``, ``code`` and the answer that brings it stay out of every printed form."""

    state: State = State.START
    language: str = "vi"
    """Of the prompts; for who gave no hint Vietnamese until chosen."""
    chosen: bool = False
    """The branch or the caller said which language."""
    degraded: bool = False
    """The service gives no codes by telephone for now."""
    in_touch: bool = False
    """The core knows of this call."""
    agent_hours: bool = False
    """As the core says; until it does, whether officers can be reached without it."""
    reachable: bool = False
    """The caller's number is known: a call can go to it."""
    texts: bool = False
    """It is vouched for as well, and nothing failed yet: a text message can go to it."""
    hears: tuple[str, ...] = ()
    """Languages in which speech is recognised here; keys always are."""
    to_reset: bool = False
    """The branch dialled was that of access codes."""
    ring_back: str = ""
    topic: str = ""
    tried: tuple[str, ...] = ()
    outcome: Outcome = Outcome.LEFT

    token: int = 0
    playing: bool = False
    listening: bool = False
    misses: int = 0
    """Silences and keys that mean nothing, in a row in this state."""
    early: str = ""
    """The key that came while nothing may interrupt."""
    asked: Request | None = field(default=None, repr=False)
    answer: Answer | Failed | None = field(default=None, repr=False)
    """Came before the prompt was over."""

    number: str = field(default="", repr=False)
    entries: int = 0
    misheard: int = 0
    """Times in this call that what was said made no sense."""
    type_only: bool = False
    """Speech did not help: the keys will do."""
    code: str = field(default="", repr=False)
    minutes: int = 0
    repeated: bool = False
    choices: tuple[str, ...] = ()
    """Entries still to offer, the best first; three at a time are read."""
    entry: str = ""
    case: str = ""
    """The desk's number of the hand-over; empty when the core could not make one."""
    why: str = ""
    """Key of the sentence before the hand-over or the goodbye."""

    @property
    def may_speak(self) -> bool:
        return self.language in self.hears and not self.type_only
