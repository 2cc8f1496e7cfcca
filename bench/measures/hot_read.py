"""``/api/v1/me/summary`` over HTTP, beside pgbench with the same prepared statements for the same persons.

Server, load and database share the machine on both sides, with as many pgbench clients as HTTP connections.
The database holds catalogues, people, cards and spells: the other kinds are not read.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bench import postgres
from bench.children import WORK, inside
from bench.load import Load, pgbench, wrk, wrk_is_here
from bench.population import REFERENCE, import_kinds
from bench.result import Result, against, at_most, skipped, told, within
from bench.server import Server, serving

FEW = 10_000
"""People in the small database that the processor time of a request is compared with."""

ROUNDS, SECONDS = 5, 6
CONNECTIONS = 32
CALLERS = 10_000
"""At most so many people ask, each with a full answer: a card and twelve spans."""
BAR, MOST_STATEMENTS = 0.45, 2
LEAST_CPU, MOST_CPU = 0.8, 1.2
HOME = WORK / "hot"


@dataclass
class Side:
    """One database being served, and what each round found. ``cpu``: of the server, seconds a request."""

    database: str
    home: Path
    server: Server
    facts: dict[str, Any]
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    p99_ms: list[float] = field(default_factory=list)

    def ask(self, seconds: int) -> Load:
        address = self.server.address + self.facts["path"]
        return wrk(address, tokens=self.home / "tokens", connections=CONNECTIONS, seconds=seconds)

    def round(self) -> None:
        before = self.server.cpu_seconds()
        load = self.ask(SECONDS)
        self.rates.append(load.a_second)
        self.p99_ms.append(load.p99_ms)
        self.cpu.append((self.server.cpu_seconds() - before) / load.done)

    def floor(self) -> float:
        return pgbench(
            self.database,
            self.facts["statements"],
            self.facts["persons"],
            clients=CONNECTIONS,
            seconds=SECONDS,
            script=self.home / "floor.sql",
        ).a_second


def measure(people: int) -> list[Result]:
    name = f"hot read, {people:,} people"
    for part, here in {"PostgreSQL server binaries": postgres.is_here(), "wrk": wrk_is_here()}.items():
        if not here:
            return [skipped(name, f"no {part}")]
    shutil.rmtree(HOME, ignore_errors=True)
    with postgres.durable_cluster() as address, ExitStack() as stack:
        few, all_ = (stack.enter_context(_side(address, size)) for size in (FEW, people))
        floors = list(_rounds(few, all_))
    return [
        against(name, median(all_.rates), "requests/s", median(floors), BAR),
        at_most(f"{name}, statements a request", len(all_.facts["statements"]), "", MOST_STATEMENTS),
        within(
            f"{name}, processor time beside {FEW:,}",
            1e6 * median(all_.cpu), "µs", 1e6 * median(few.cpu), LEAST_CPU, MOST_CPU,
        ),
        told(f"{name}, 99 of 100 answers within", median(all_.p99_ms), "ms"),
        told(f"hot read, {FEW:,} people", median(few.rates), "requests/s"),
    ]  # fmt: skip


def _rounds(few: Side, all_: Side) -> Iterator[float]:
    """Asks all in turn; yields the floor of each round."""
    for side in (few, all_):
        side.ask(2)
    for _ in range(ROUNDS):
        yield all_.floor()
        all_.round()
        few.round()


@contextmanager
def _side(address: str, size: int) -> Iterator[Side]:
    """A database of ``size`` people on the server of ``address``, and the product serving it."""
    database, home = postgres.new_database(address, f"people_{size}"), HOME / str(size)
    import_kinds(size, *REFERENCE, "people", "cards", "spells", home=home, database=database)
    postgres.run(database, "VACUUM ANALYZE", "CHECKPOINT")
    facts = inside("hot_read", CALLERS, home / "tokens", home=home, database=database)
    with serving(home, database) as server:
        yield Side(database, home, server, facts)
