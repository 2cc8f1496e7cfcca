"""The secrets of a registration: the browser's token, codes to telephone and mailbox, the activation code."""

from __future__ import annotations

import secrets
from datetime import timedelta

from vssid.kit.sealing import lookup_digest
from vssid.kit.typed_codes import new_digits

CODE_LASTS = timedelta(minutes=10)
MOST_TRIES = 5
ACTIVATION_LASTS = timedelta(days=14)
ACTIVATION_TRIES = 10
_CODE_DIGITS, _ACTIVATION_DIGITS = 6, 8


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    return lookup_digest("registration_browser", token)


def new_code() -> str:
    return new_digits(_CODE_DIGITS)


def code_digest(registration_id: int, channel: str, address: str, code: str) -> str:
    """Of one registration, channel and address: it proves that address and no other."""
    return lookup_digest("registration_code", f"{registration_id} {channel} {address} {code}")


def new_activation() -> str:
    return new_digits(_ACTIVATION_DIGITS)


def activation_digest(registration_id: int, code: str) -> str:
    return lookup_digest("registration_activation", f"{registration_id} {code}")
