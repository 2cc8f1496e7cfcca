"""Telling 10,000 people and sending what points at it, beside what the database takes for it by itself."""

from __future__ import annotations

import shutil

from bench import postgres
from bench.children import WORK, inside, vssid
from bench.result import Result, against, skipped

NOTICES = 10_000
HOME = WORK / "notices"
LEAST_TOLD, LEAST_SENT = 0.12, 0.09
"""Of what the database alone does for the same rows."""


def measure(people: int) -> list[Result]:
    """The number of notices is fixed: ``people`` changes nothing."""
    shutil.rmtree(HOME, ignore_errors=True)
    on_sqlite = _measured("SQLite")
    if not postgres.is_here():
        return [skipped("notices, PostgreSQL", "no server binaries"), *on_sqlite]
    with postgres.durable_cluster() as address:
        return [*_measured("PostgreSQL", address), *on_sqlite]


def _measured(engine: str, database: str = "") -> list[Result]:
    home = HOME / engine
    vssid("migrate", home=home, database=database)
    rates = inside("tell_and_send", NOTICES, home=home, database=database)
    told, sent = "notices written with their deliveries", "deliveries sent and recorded one by one"
    return [
        against(f"{told}, {engine}", rates["told"], "/s", rates["written"], LEAST_TOLD),
        against(f"{sent}, {engine}", rates["sent"], "/s", rates["updated"], LEAST_SENT),
    ]
