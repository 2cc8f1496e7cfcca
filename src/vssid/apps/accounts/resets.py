"""The words of a password reset: what is asked for, by which door, and what was decided."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

BETWEEN_CODES = timedelta(minutes=2)
AN_HOUR, A_DAY, A_MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=30)


class Door(StrEnum):
    WEB = "web"
    HOTLINE = "hotline"
    COUNTER = "counter"


class Step(StrEnum):
    REQUEST = "request"
    REDEEM = "redeem"
    RING_BACK = "ring"
    """The code of a request is told by a call to the number on file."""
    NOT_ME = "not_me"


SPOKEN = "voice"
"""The channel of a code that is spoken in a ring-back."""


class Decision(StrEnum):
    """Only SENT, DONE and FROZEN change anything. The person is told the same words for all the others."""

    SENT = "sent"
    UNKNOWN = "unknown"
    NO_CONTACT = "no_contact"
    MISMATCH = "mismatch"
    """The caller does not call from the number on file."""
    NO_CALLER = "no_caller"
    """A call whose number is withheld or is none."""
    DEGRADED = "degraded"
    """No new passwords by telephone at that time."""
    CALLER_MANY = "caller_many"
    """More calls from this number than may ask."""
    CALLER_SHUT = "caller_shut"
    """This number asked for more accounts than a family has."""
    CLOSED = "closed"
    HELD = "held"
    """A child too young for a password of their own."""
    TOO_MANY = "too_many"
    WRONG = "wrong"
    DONE = "done"
    FROZEN = "frozen"
