"""Numbers of log rows, made by the application: unique within a person, growing with time."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

_RANDOM_BITS = 21
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def first_number(at: datetime) -> int:
    """No event at ``at`` or later has a smaller number."""
    return (at - _EPOCH) // _MILLISECOND << _RANDOM_BITS


def event_number(at: datetime) -> int:
    """42 bits of milliseconds since 1970, then 21 random bits; fits a signed 64-bit column until 2109.

    Two rows of one person in the same millisecond collide once in two million; the key refuses the second.
    """
    return first_number(at) | secrets.randbits(_RANDOM_BITS)
