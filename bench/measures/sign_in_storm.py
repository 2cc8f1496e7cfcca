"""What a password sign-in costs beside the hash alone, and what a storm of them leaves for those who read.

Half of the cores may hash at once (``apps/accounts/hashing.py``), so the floor of the rate is what those
cores hash with nothing else to do, taken right before each round: a machine is not equally fast from one
minute to the next. What a sign-in costs outside the hash is read from people whose password is hashed at the
least cost there is: a hash beside other work takes longer than alone.

In the storm three times as many sign-ins are asked for as can be had, while reads go on at two fifths of what
the server can answer when it has nothing else to do.
"""

from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from argon2 import PasswordHasher

from bench import postgres
from bench.children import WORK, collect_static, inside
from bench.load import Paced, SignIns, paced, sign_ins, wrk, wrk_is_here
from bench.population import REFERENCE, files, import_kinds
from bench.result import Result, against, at_most, skipped, told
from bench.server import Server, serving
from vssid.apps.accounts.hashers import Argon2

PEOPLE = 20_000
ACCOUNTS = 16_000
ROUNDS, SECONDS = 3, 10
_HASHES = 40
AT_ONCE = 4
"""Sign-ins on their way while the rate is taken: none is turned away."""
READERS, STORMERS = 32, 64
SHARE, STORM = 0.4, 3
LEAST_RATE, MOST_CPU_MS = 0.6, 10
LEAST_SERVED, MOST_SLOWER = 0.95, 3
HOME = WORK / "sign-in-storm"
NAME = "password sign-in"


@dataclass
class Bench:
    server: Server
    path: str
    next_person: dict[Path, int] = field(default_factory=dict)

    def sign_in(self, *, people: Path, connections: int, a_second: float) -> SignIns:
        first = self.next_person.get(people, 0)
        load = sign_ins(
            f"{self.server.address}/accounts/login/",
            people=people,
            first=first,
            connections=connections,
            a_second=a_second,
            seconds=SECONDS,
        )
        self.next_person[people] = first + load.asked + connections
        if self.next_person[people] > ACCOUNTS // 2:
            raise RuntimeError(f"more than {ACCOUNTS} accounts are needed: a device signs in once")
        return load

    def read(self, a_second: float) -> Paced:
        return paced(
            self.server.address + self.path,
            tokens=_tokens(),
            connections=READERS,
            a_second=a_second,
            seconds=SECONDS,
        )


def measure(people: int) -> list[Result]:
    for part, here in {"PostgreSQL server binaries": postgres.is_here(), "wrk": wrk_is_here()}.items():
        if not here:
            return [skipped(NAME, f"no {part}")]
    shutil.rmtree(HOME, ignore_errors=True)
    with postgres.durable_cluster() as address:
        import_kinds(PEOPLE, *REFERENCE, "people", "cards", "spells", home=HOME, database=address)
        who = (files(PEOPLE), ACCOUNTS, _people(), _cheap())
        inside("open_devices", *who, home=HOME, database=address)
        path = inside("hot_read", PEOPLE, _tokens(), home=HOME, database=address)["path"]
        postgres.run(address, "VACUUM ANALYZE", "CHECKPOINT")
        collect_static(HOME)
        with serving(HOME, address, VSSID_PROXIES="1") as server:
            bench = Bench(server, path)
            rate, results = _alone(bench)
            return [*results, *_in_a_storm(bench, rate)]


def _alone(bench: Bench) -> tuple[float, list[Result]]:
    rates, hashes, outside = [], [], []
    bench.sign_in(people=_people(), connections=AT_ONCE, a_second=0)  # the first of all fill caches
    for _ in range(ROUNDS):
        hashes.append(_hash_seconds())
        rates.append(bench.sign_in(people=_people(), connections=AT_ONCE, a_second=0).entered / SECONDS)
        before = bench.server.cpu_seconds()
        load = bench.sign_in(people=_cheap(), connections=1, a_second=0)
        outside.append(1000 * (bench.server.cpu_seconds() - before) / load.entered)
    cores = os.cpu_count() or 1
    places, rate, hash_seconds = max(1, cores // 2), median(rates), median(hashes)
    return rate, [
        against(f"{NAME}, beside its hashes alone", rate, "a second", places / hash_seconds, LEAST_RATE),
        told(f"{NAME}, beside hashing on every core", rate, "a second", cores / hash_seconds),
        at_most(f"{NAME}, processor time outside the hash", median(outside), "ms", MOST_CPU_MS),
    ]


def _hash_seconds() -> float:
    """Of a processor, for one password at the product's cost."""
    hasher = PasswordHasher(Argon2.time_cost, Argon2.memory_cost, Argon2.parallelism)
    started = time.process_time()
    for _ in range(_HASHES):
        hasher.hash("a password")
    return (time.process_time() - started) / _HASHES


def _in_a_storm(bench: Bench, rate: float) -> list[Result]:
    capacity = wrk(
        bench.server.address + bench.path, tokens=_tokens(), connections=READERS, seconds=SECONDS
    ).a_second
    quiet, stormy, storms = [], [], []
    for _ in range(ROUNDS):
        quiet.append(bench.read(SHARE * capacity))
        with ThreadPoolExecutor(1) as beside:
            storm = beside.submit(
                bench.sign_in, people=_people(), connections=STORMERS, a_second=STORM * rate
            )
            stormy.append(bench.read(SHARE * capacity))
            storms.append(storm.result())
    served, offered = (sum(load.served for load in side) for side in (stormy, quiet))
    slow, quick = (median(load.p95_ms for load in side) for side in (stormy, quiet))
    asked, entered = (sum(getattr(load, what) for load in storms) for what in ("asked", "entered"))
    return [
        told("sign-in storm, sign-ins asked for", asked / ROUNDS / SECONDS, "/s"),
        told("sign-in storm, let in", entered / ROUNDS / SECONDS, "/s"),
        told("reads with nothing else to do", capacity, "/s"),
        against(
            "sign-in storm, reads served", served / ROUNDS / SECONDS, "/s", offered / ROUNDS / SECONDS,
            LEAST_SERVED,
        ),
        told("sign-in storm, 95 of 100 reads within, beside quiet", slow, "ms", quick),
        at_most("sign-in storm, that slower than quiet", slow / quick, "×", MOST_SLOWER),
    ]  # fmt: skip


def _people() -> Path:
    return HOME / "people"


def _cheap() -> Path:
    return HOME / "people-at-least-cost"


def _tokens() -> Path:
    return HOME / "tokens"
