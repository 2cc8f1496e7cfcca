"""``vssid audit verify`` over a sealed log: the whole command, process start included."""

from __future__ import annotations

import shutil
from statistics import median

from bench import postgres
from bench.children import WORK, inside, vssid
from bench.result import Result, at_least, skipped

ROWS = 1_000_000
ROUNDS = 3
ROWS_A_SECOND = 200_000
HOME = WORK / "log"
NAME = f"audit verify, {ROWS:,} rows"


def measure(people: int) -> list[Result]:
    """The log has a length of its own: ``people`` changes nothing."""
    shutil.rmtree(HOME, ignore_errors=True)
    on_sqlite = _verified("SQLite")
    if not postgres.is_here():
        return [skipped(f"{NAME}, PostgreSQL", "no server binaries"), on_sqlite]
    with postgres.durable_cluster() as address:
        return [_verified("PostgreSQL", address), on_sqlite]


def _verified(engine: str, database: str = "") -> Result:
    home = HOME / engine
    vssid("migrate", home=home, database=database)
    inside("write_log", ROWS, home=home, database=database)
    if database:
        postgres.run(database, "VACUUM ANALYZE")
    costs = [vssid("audit", "verify", home=home, database=database) for _ in range(ROUNDS)]
    expected = f"{ROWS} links re-computed, 0 faults found"
    assert all(expected in cost.output for cost in costs), costs[0].output
    rate = ROWS / median(cost.seconds for cost in costs)
    return at_least(f"{NAME}, {engine}", rate, "rows/s", ROWS_A_SECOND)
