"""Six digits from an authenticator app (RFC 6238, the values every app takes: SHA-1, 30 seconds)."""

from __future__ import annotations

import secrets
from base64 import b32decode, b32encode
from datetime import UTC, datetime

from cryptography.hazmat.primitives import constant_time
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP

_SECRET_BYTES = 20
_DIGITS = 6
_STEP_SECONDS = 30
_TOLERANCE = 1
"""Steps by which the telephone's clock may be off: the one before and the one after count."""


def new_secret() -> str:
    """160 random bits in base32, as an app takes it."""
    return b32encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def code_at(secret: str, moment: datetime) -> str:
    """What the app shows at ``moment``."""
    return _hotp(secret).generate(_step(moment)).decode()


def step_of(secret: str, code: str, *, now: datetime) -> int | None:
    """The time step that ``code`` belongs to, None when it is of none near ``now``.

    Who keeps the step of the last code taken can refuse the same code a second time.
    """
    typed, hotp = code.encode(), _hotp(secret)
    steps = range(_step(now) - _TOLERANCE, _step(now) + _TOLERANCE + 1)
    matching = [step for step in steps if constant_time.bytes_eq(hotp.generate(step), typed)]
    return matching[-1] if matching else None


def enrolment_address(secret: str, *, holder: str, issuer: str) -> str:
    """``otpauth://…``: what the code on the set-up page says to an app."""
    return TOTP(b32decode(secret), _DIGITS, SHA1(), _STEP_SECONDS).get_provisioning_uri(holder, issuer)  # noqa: S303


def _hotp(secret: str) -> HOTP:
    return HOTP(b32decode(secret), _DIGITS, SHA1())  # noqa: S303


def _step(moment: datetime) -> int:
    return int(moment.timestamp()) // _STEP_SECONDS


def moment_of(step: int) -> datetime:
    """When the time step began."""
    return datetime.fromtimestamp(step * _STEP_SECONDS, UTC)
