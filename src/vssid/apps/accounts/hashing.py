"""Password hashing is meant to be slow; a storm of sign-ins must not take the whole machine with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

from vssid.apps.accounts.errors import SignInBusy
from vssid.kit.turnstile import Full, Turnstile

QUEUE = 3
"""In one process at most this many threads hash or wait to: five of its eight threads are left."""

_PATIENCE_SECONDS = 1.0
_COME_BACK_SECONDS = 5

NOBODYS_PASSWORD = (
    "argon2$argon2id$v=19$m=19456,t=2,p=1"  # noqa: S105
    "$ZTlGV0Q5eUp0UnNHYVhLUHZLMjFGbQ$Egv7NkFVNI6PH0osn3Y/MacMoX9MYDWp5Wol/zR4VI8"
)
"""What an unknown number is checked against: the same parameters, hence the same work; nothing matches."""


def is_password(password: str, encoded: str) -> bool:
    return check_password(password, encoded)


def hashed(password: str) -> str:
    """The hash to store; SignInBusy when too many hash already."""
    with hashing_turn():
        return make_password(password)


def refuse_when_full() -> None:
    """SignInBusy at once when nobody could wait here: a storm is turned away before it costs a statement."""
    try:
        _turnstile().pass_by()
    except Full as full:
        raise SignInBusy(retry_seconds=_COME_BACK_SECONDS) from full


@contextmanager
def hashing_turn() -> Iterator[None]:
    """Half of the cores may hash at once; SignInBusy when they do and the queue is full."""
    try:
        with _turnstile().turn():
            yield
    except Full as full:
        raise SignInBusy(retry_seconds=_COME_BACK_SECONDS) from full


@cache
def _turnstile() -> Turnstile:
    places = max(1, (os.cpu_count() or 1) // 2)
    return Turnstile(
        settings.HOME / "run", name="hashing", places=places, queue=QUEUE, patience=_PATIENCE_SECONDS
    )
