"""How an account becomes the one benefits are paid into, and how it ends."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

HELD = timedelta(hours=72)
"""A new account waits so long, however its owner has shown who they are: time to read the notices."""

BANK_SILENT = timedelta(days=14)
"""How long a change waits for a bank that does not say whose the account is."""


class PayoutState(StrEnum):
    """PENDING and ACTIVE stand once each for a person; the others are the history."""

    PENDING = "pending"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    STOPPED = "stopped"


class Ended(StrEnum):
    """Why an account was superseded or stopped."""

    REPLACED = "replaced"
    BY_PERSON = "by_person"
    NOT_ME = "not_me"
    LOCKED = "locked"
    HOLDER = "holder"
    BANK_SILENT = "bank_silent"
    NO_ACCOUNT = "no_account"
    """Whoever asked has no VssID account any more."""
