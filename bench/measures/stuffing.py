"""A list of stolen pairs is tried at the sign-in page: BENCH_FULL=1 for 50,000 of them, else 2,000.

No try beyond the configured ones reaches a password hash, nobody gets in, known and unknown numbers are told
apart by nothing, and every person still gets in from a device of their own.
"""

from __future__ import annotations

import os
import shutil

from bench import postgres
from bench.children import WORK, collect_static, inside
from bench.population import files, import_kinds
from bench.result import Result, at_least, at_most, skipped, told

PEOPLE = 10_000
HOME = WORK / "stuffing"
NAME = "credential stuffing"


def measure(people: int) -> list[Result]:
    if not postgres.is_here():
        return [skipped(NAME, "no PostgreSQL server binaries")]
    shutil.rmtree(HOME, ignore_errors=True)
    pairs = 50_000 if os.environ.get("BENCH_FULL") else 2_000
    with postgres.durable_cluster() as address:
        import_kinds(PEOPLE, "provinces", "wards", "offices", "people", home=HOME, database=address)
        collect_static(HOME)
        seen = inside("stuff", files(PEOPLE), pairs, home=HOME, database=address)
    return [
        told(f"{NAME}, pairs tried", seen["pairs"], ""),
        at_most(f"{NAME}, most hashes of a number", seen["most_hashed"], "", seen["limit"]),
        at_most(f"{NAME}, numbers whose answers tell whether they are known", seen["told_apart"], "", 0),
        at_most(f"{NAME}, accounts opened, the right password at the end of the list", seen["opened"], "", 0),
        at_least(
            f"{NAME}, people let in from their own device meanwhile", seen["let_in"], "", seen["people"]
        ),
        told(f"{NAME}, pairs tried a second, one after the other", seen["pairs"] / seen["seconds"], ""),
    ]
