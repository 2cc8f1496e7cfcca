"""The words of calls and chats that are kept."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """Who said a turn of a chat."""

    PERSON = "person"
    ASSISTANT = "assistant"
    OFFICER = "officer"
    SYSTEM = "system"


class ChatState(StrEnum):
    """OPEN: with the assistant. WAITING: for an officer."""

    OPEN = "open"
    WAITING = "waiting"
    WITH_OFFICER = "with_officer"
    ENDED = "ended"


class Work(StrEnum):
    """Where the contact centre stands with a hand-over or a call back."""

    WAITING = "waiting"
    TAKEN = "taken"
    DONE = "done"


class Ring(StrEnum):
    """A call with a code: waiting for a line, on a line, and how it ended."""

    QUEUED = "queued"
    LEASED = "leased"
    DONE = "done"
    FAILED = "failed"


class Policy(StrEnum):
    """What a call may do. DEGRADED: no new passwords by telephone for now, people instead."""

    OK = "ok"
    DEGRADED = "degraded"
    CLOSED = "closed"
