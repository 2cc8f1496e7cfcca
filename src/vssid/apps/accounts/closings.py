"""Closing an account: how long it can still be kept. Data, read once (``closing.toml``)."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import cache
from importlib.resources import files

from vssid.apps.accounts.holds import hold_rules


@cache
def days_to_keep() -> timedelta:
    """ValueError when a hold that ends by itself lasts longer."""
    written = tomllib.loads(files("vssid.apps.accounts").joinpath("closing.toml").read_text())
    wait = timedelta(days=written["days"])
    if any(rule.lasts is not None and rule.lasts >= wait for rule in hold_rules().values()):
        raise ValueError("closing.toml: days must be more than the longest hold of holds.toml")
    return wait
