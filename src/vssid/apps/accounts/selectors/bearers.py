"""Who speaks by a token, for as long as the session it was made from stands."""

from __future__ import annotations

from datetime import datetime
from time import monotonic

from vssid.apps.accounts.api_tokens import TokenInvalid, actor_of
from vssid.apps.accounts.models import EndedSession
from vssid.domain.values.actor import Actor

_REMEMBERED_SECONDS = 1.0
"""Reads with a token come by the thousand a second: they do not ask the database each time."""


class _Memory:
    """The few sessions that were ended within the life of a token, as this process last read them."""

    ended: frozenset[str] = frozenset()
    asked_at = float("-inf")


def bearer_of(token: str, *, now: datetime) -> Actor:
    """Raises TokenInvalid, also within a second or two of the session's end, or TokenExpired."""
    actor = actor_of(token, now=now)
    if monotonic() - _Memory.asked_at > _REMEMBERED_SECONDS:
        _Memory.ended = frozenset(
            EndedSession.objects.filter(until__gt=now).values_list("session", flat=True)
        )
        _Memory.asked_at = monotonic()
    if actor.session in _Memory.ended:
        raise TokenInvalid
    return actor


def ask_again() -> None:
    """The next token is held against the sessions ended by now."""
    _Memory.asked_at = float("-inf")
