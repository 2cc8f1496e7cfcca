"""The banks an account may be at (``banks.toml``), read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from django.conf import settings

from vssid.apps.benefits.payouts.errors import UnknownBank


@dataclass(frozen=True, slots=True)
class Bank:
    """``id``: six digits, as in VietQR codes. ``until``: the last day it takes an account."""

    id: str
    name: str
    until: date | None = None
    sandbox: bool = False


@cache
def all_banks() -> Mapping[str, Bank]:
    """Also those that have ended: history still names them. TypeError for a field nobody knows."""
    written = tomllib.loads(files(__package__).joinpath("banks.toml").read_text(encoding="utf-8"))
    return {key: Bank(key, **entry) for key, entry in written["banks"].items()}


def open_banks(*, on: date) -> tuple[Bank, ...]:
    """By name. The sandbox stands in demonstrations alone."""
    taking = (bank for bank in all_banks().values() if bank.until is None or on <= bank.until)
    return tuple(sorted((bank for bank in taking if settings.DEMO or not bank.sandbox), key=lambda b: b.name))


def open_bank(bank_id: str, *, on: date) -> Bank:
    """Raises UnknownBank."""
    for bank in open_banks(on=on):
        if bank.id == bank_id:
            return bank
    raise UnknownBank(field="bank")
