"""Telling 10,000 people, and the worker's own work of sending what points at it."""

from __future__ import annotations

import shutil

from bench import postgres
from bench.children import WORK, inside, vssid
from bench.result import Result, at_least, skipped

NOTICES = 10_000
HOME = WORK / "notices"
TOLD_A_SECOND, SENT_A_SECOND = 500, 200


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
    return [
        at_least(f"notices written with their deliveries, {engine}", rates["told"], "/s", TOLD_A_SECOND),
        at_least(f"deliveries sent and recorded one by one, {engine}", rates["sent"], "/s", SENT_A_SECOND),
    ]
