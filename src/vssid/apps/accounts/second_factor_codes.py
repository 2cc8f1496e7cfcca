"""What is typed at the second step, and how often it may be tried."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from datetime import datetime

from argon2.low_level import Type, hash_secret_raw
from django.conf import settings

from vssid.apps.accounts.errors import TooManyTries
from vssid.apps.accounts.hashers import Argon2
from vssid.apps.limits.services.try_hit import try_hit
from vssid.kit.sealing import lookup_digest
from vssid.kit.typed_codes import as_typed

_KIND = "second_factor"
_SALT_LENGTH = 8
RECOVERY_BYTES, RECOVERY_LENGTH = 5, 8
"""Forty bits, in eight letters of base 32."""


def count_try(account_id: int, now: datetime) -> tuple[str, str]:
    """Counts before looking at the code; the counter that a right code clears. Raises TooManyTries."""
    subject = str(account_id)
    verdict = try_hit(
        kind=_KIND, subject=subject, limit=settings.SIGN_IN_TRIES, window=settings.SIGN_IN_LOCK, now=now
    )
    verdict.pass_or(TooManyTries, now=now)
    return _KIND, subject


def new_salt() -> str:
    """48 bits, one for all codes that are made together."""
    return secrets.token_urlsafe(6)


def salt_of(digest: str) -> str:
    return digest[:_SALT_LENGTH]


def recovery_digest(account_id: int, code: str, salt: str) -> str:
    """As a password is hashed, behind our key: forty bits are too few for a plain hash."""
    return salted(lookup_digest("recovery", f"{account_id} {as_typed(code).upper()}"), salt)


def salted(keyed: str, salt: str) -> str:
    raw = hash_secret_raw(
        keyed.encode(),
        salt.encode(),
        time_cost=Argon2.time_cost,
        memory_cost=Argon2.memory_cost,
        parallelism=Argon2.parallelism,
        hash_len=26,
        type=Type.ID,
    )
    return salt + urlsafe_b64encode(raw).decode().rstrip("=")
