"""Months exempt by treaty: by which agreement, since when, and how long it can last."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.months import Ledger, MonthRun, runs_of
from vssid.domain.package_data import text_of
from vssid.domain.values.months import Month


@dataclass(frozen=True, slots=True)
class Treaty:
    """``country``: two letters. ``months``: the most a certificate of coverage frees; ``extension``: more for
    posted workers. ``letter``: of the agency. ``confidence``: as in the parameters of the law."""

    country: str
    since: date
    funds: frozenset[Fund]
    months: int
    extension: int
    letter: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """``months``: all exempt ones of the fund; ``run``: the latest without a break. ``treaty`` is None for an
    agreement that is not on our list."""

    months: int
    run: MonthRun
    treaty: Treaty | None


@cache
def treaties() -> Mapping[str, Treaty]:
    """By country."""
    written = tomllib.loads(text_of(__package__, "treaties.toml"))
    return {
        country: Treaty(country, **{**entry, "funds": frozenset(map(Fund, entry["funds"]))})
        for country, entry in written.items()
    }


def exemption(ledger: Ledger, fund: Fund, nationality: str) -> Exemption | None:
    """None when no month of the fund is exempt."""
    exempt = [fact.month for fact in ledger.facts(fund) if fact.status is Status.EXEMPT]
    if not exempt:
        return None
    *_, latest = runs_of(exempt)
    treaty = treaties().get(nationality)
    applies = treaty is not None and fund in treaty.funds and Month.containing(treaty.since) <= latest.first
    return Exemption(len(exempt), latest, treaty if applies else None)
