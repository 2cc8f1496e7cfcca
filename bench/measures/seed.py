"""The synthetic population: time and memory."""

from __future__ import annotations

import shutil

from bench.children import WORK, vssid
from bench.population import AS_OF
from bench.result import Result, at_most

MINUTES_PER_MILLION = 15.0
MOST_MIB = 2048.0


def measure(people: int) -> list[Result]:
    out = WORK / f"files-{people}"
    shutil.rmtree(out, ignore_errors=True)
    cost = vssid("seed", "--people", str(people), "--out", out, "--as-of", AS_OF, home=WORK / "seed-home")
    minutes = cost.seconds / 60
    return [
        at_most(f"seed {people:,} people", minutes, "min", MINUTES_PER_MILLION * people / 1_000_000),
        at_most(f"seed {people:,} people, memory", cost.peak_mib, "MiB", MOST_MIB),
    ]
