"""The words of a password reset: what is asked for, by which door, and what was decided."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

BETWEEN_CODES = timedelta(minutes=2)
A_DAY, A_MONTH = timedelta(days=1), timedelta(days=30)


class Door(StrEnum):
    WEB = "web"
    HOTLINE = "hotline"
    COUNTER = "counter"


class Step(StrEnum):
    REQUEST = "request"
    REDEEM = "redeem"
    NOT_ME = "not_me"


class Decision(StrEnum):
    """Only SENT, DONE and FROZEN change anything. The person is told the same words for all the others."""

    SENT = "sent"
    UNKNOWN = "unknown"
    NO_CONTACT = "no_contact"
    MISMATCH = "mismatch"
    """The caller does not call from the number on file."""
    CLOSED = "closed"
    HELD = "held"
    """A child too young for a password of their own."""
    TOO_MANY = "too_many"
    WRONG = "wrong"
    DONE = "done"
    FROZEN = "frozen"
