"""Holds: what they are called, how long they last and what they close. Data, read once (``holds.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

_SETTLED = "settled"


class Act(StrEnum):
    """What a hold may close. RESET: a new password by a code alone. FACTORS: a first passkey or app.
    CLOSE: the account itself."""

    PAYOUT = "payout"
    PHONE = "phone"
    EMAIL = "email"
    RESET = "reset"
    FACTORS = "factors"
    CLOSE = "close"


class HoldKind(StrEnum):
    AFTER_RESET = "after_reset"
    AFTER_CONTACT_CHANGE = "after_contact_change"
    AFTER_PASSWORD_CHANGE = "after_password_change"  # noqa: S105 - the name of a hold
    WRONG_CODES = "wrong_codes"
    NOT_ME = "not_me"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class HoldRule:
    """``lasts`` is None for a hold that must be lifted."""

    lasts: timedelta | None
    closes: frozenset[Act]
    eid_opens: frozenset[Act]


@cache
def hold_rules() -> Mapping[HoldKind, HoldRule]:
    """ValueError or KeyError for a file that does not say exactly what each kind does."""
    entries = {name: entry for name, entry in _written().items() if name != _SETTLED}
    rules = {HoldKind(name): _rule(**entry) for name, entry in entries.items()}
    if rules.keys() != set(HoldKind):
        raise ValueError("holds.toml: every kind of hold needs its rule")
    return rules


@cache
def settled_after() -> timedelta:
    """How long a telephone number must have been the account's before a code is told in a call from it."""
    days = _written()[_SETTLED]["days"]
    if days < 1:
        raise ValueError("holds.toml: a number settles after a day at least")
    return timedelta(days=days)


def _written() -> Mapping[str, dict[str, Any]]:
    return tomllib.loads(files("vssid.apps.accounts").joinpath("holds.toml").read_text())


def _rule(*, hours: int, closes: list[str], eid_opens: list[str]) -> HoldRule:
    closed, opened = frozenset(map(Act, closes)), frozenset(map(Act, eid_opens))
    if not opened <= closed or Act.PAYOUT in opened:
        raise ValueError("holds.toml: VNeID opens only what is closed, and never a payout account")
    return HoldRule(timedelta(hours=hours) if hours else None, closed, opened)
