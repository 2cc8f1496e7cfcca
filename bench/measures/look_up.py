"""Look-ups as people type them over 100,000 facilities and employers: search and the rows it shows."""

from __future__ import annotations

import shutil

from bench import postgres
from bench.children import WORK, inside, vssid
from bench.result import Result, at_most, skipped

ROWS = 100_000
MOST_MS = 30
HOME = WORK / "look_up"
NAME = f"look-up over {ROWS:,} places, median of 12 texts"


def measure(people: int) -> list[Result]:
    """The catalogue has a size of its own: ``people`` changes nothing."""
    shutil.rmtree(HOME, ignore_errors=True)
    on_sqlite = _asked("SQLite")
    if not postgres.is_here():
        return [*on_sqlite, skipped(f"{NAME}, PostgreSQL", "no server binaries")]
    with postgres.durable_cluster() as address:
        return [*on_sqlite, *_asked("PostgreSQL", address)]


def _asked(engine: str, database: str = "") -> list[Result]:
    home = HOME / engine
    vssid("migrate", home=home, database=database)
    found = inside("look_up", ROWS, home=home, database=database)
    return [
        at_most(f"{NAME}, {engine}", found["median"], "ms", MOST_MS),
        at_most(f"{NAME.replace('median', 'slowest')}, {engine}", max(found["each"].values()), "ms", MOST_MS),
    ]
