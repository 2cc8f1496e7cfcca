"""The law's speed on one core, printed as JSON: people per second, milliseconds of one trace, cost
of the import.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

import numpy as np

from vssid.domain.law.benefits.pension.formula import lump_sum, pension
from vssid.domain.law.benefits.social_pension.formula import amount
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter

ON = date(2026, 7, 1)
LAW = Law(ON, parameter)
ROUNDS = 9
BLOCK = 16_384
"""People at a time: what a formula needs stays in the processor's cache."""

IMPORTED = """
import time, resource
before = time.process_time()
import numpy
began = time.process_time()
from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.parameters import parameters
parameters(); all_rules()
took = time.process_time() - began
print(took * 1000, (began - before) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def simple(people: int) -> Callable[[], object]:
    rng = np.random.default_rng(1)
    given = {
        "age": rng.integers(20, 100, people),
        "poor": rng.random(people) < 0.1,
        "other_pension": np.where(rng.random(people) < 0.7, 0, rng.integers(0, 1_000_000, people)),
        "requested": rng.random(people) < 0.9,
    }
    return lambda: amount(LAW, **given)


def whole_pension(people: int) -> Callable[[], object]:
    """Years, rate, cut, average, floor and lump sum from a prepared table."""
    table = prepared(people)

    def run() -> None:
        for start in range(0, people, BLOCK):
            part = {name: column[start : start + BLOCK] for name, column in table.items()}
            pension(LAW, **part)
            lump_sum(
                LAW,
                female=part["female"],
                months_until_age=part["months"],
                months_after_age=np.zeros_like(part["months"]),
                average_total=part["average_total"],
                average_months=part["average_months"],
            )

    return run


def prepared(people: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    months = rng.integers(180, 480, people)
    return {
        "female": rng.random(people) < 0.5,
        "months": months,
        "months_compulsory": months,
        "early_months": rng.integers(0, 60, people),
        "average_total": months * rng.integers(3_000_000, 50_000_000, people) * 100,
        "average_months": months,
        "floored": rng.random(people) < 0.7,
    }


def one_traced() -> object:
    return pension(Law(ON, parameter, Trace()), **ONE)


ONE = {name: column[:1] for name, column in prepared(1).items()}


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the quickest round."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def imported() -> tuple[float, float, float]:
    """Milliseconds of a processor beyond numpy and for numpy itself, medians of five, and MiB in all."""
    runs = [
        tuple(
            map(
                float,
                subprocess.run(
                    [sys.executable, "-c", IMPORTED], check=True, capture_output=True, text=True
                ).stdout.split(),
            )
        )
        for _ in range(5)
    ]
    ours, numpys = (sorted(run[of] for run in runs)[2] for of in (0, 1))
    return ours, numpys, max(run[2] for run in runs)


def main(people: int) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    took, numpys, mib = imported()
    print(
        json.dumps(
            {
                "simple": people / best(simple(people)),
                "pension": people / best(whole_pension(people)),
                "traced_ms": best(one_traced, 200) * 1000,
                "import_ms": took,
                "numpy_ms": numpys,
                "import_mib": mib,
            }
        )
    )


main(int(sys.argv[1]))
