"""Ends the tokens of the API that were made from a session, together with the session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.api_tokens import LIFETIME
from vssid.apps.accounts.models import EndedSession
from vssid.apps.accounts.selectors.bearers import ask_again
from vssid.kit.sealing import lookup_digest

_SPARE = timedelta(minutes=1)
"""The clocks of two servers may differ."""


def end_tokens(*, session_keys: Iterable[str], now: datetime) -> None:
    """Of the sessions with these keys. Takes no actor: whoever may end a session ends its tokens."""
    until = now + LIFETIME + _SPARE
    ended = [EndedSession(session=lookup_digest("session", key), until=until) for key in session_keys if key]
    EndedSession.objects.bulk_create(ended, ignore_conflicts=True)
    transaction.on_commit(ask_again)
