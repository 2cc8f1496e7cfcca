"""The law: people per second on one core beside OpenFisca-Core, one person's trace, the import, the memory of
a streaming simulation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.children import WORK, Cost, inside, vssid
from bench.result import Result, against, at_least, at_most, skipped, told, within

HOME = WORK / "law"
PEER = Path("build/openfisca")
PEOPLE = 1_000_000
"""Always: the bars are of a million."""
_PINS = Path("bench/openfisca/requirements.txt")


def measure(people: int) -> list[Result]:
    del people
    speed = inside("law_speed", PEOPLE, home=HOME)
    return [
        at_least("law: simple formula, one core", speed["simple"] / 1e6, "million people/s", 15),
        _beside_peer(speed["simple"]),
        at_least(
            "law: whole pension of a prepared table, one core", speed["pension"] / 1e6, "million people/s", 2
        ),
        at_most("law: one pension with its trace", speed["traced_ms"], "ms", 2),
        at_most("law: import beyond numpy", speed["import_ms"], "ms of a processor", 150),
        told("law: import beside numpy's own", speed["import_ms"] / speed["numpy_ms"], "times"),
        at_most("law: memory after the import", speed["import_mib"], "MiB", 40),
        *_streaming(),
    ]


def _beside_peer(ours: float) -> Result:
    name = "law: simple formula beside OpenFisca-Core"
    python = _peer()
    if python is None:
        return skipped(name, "openfisca-core could not be installed")
    done = subprocess.run(
        ["taskset", "-c", "0", python, "bench/openfisca/peer.py", str(PEOPLE), "9"],
        check=True,
        capture_output=True,
        text=True,
    )
    return against(name, ours / 1e6, "million people/s", float(done.stdout) / 1e6, 1.0)


def _peer() -> Path | None:
    """The peer's Python, in an environment of its own: it is AGPL and no part of the product."""
    python = PEER / "bin" / "python"
    if not (PEER / "made").exists():
        subprocess.run([sys.executable, "-m", "venv", PEER], check=True)
        installed = subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", _PINS],
            check=False,
            capture_output=True,
        )
        if installed.returncode:
            return None
        (PEER / "made").touch()
    return python


def _streaming() -> list[Result]:
    """Twice the same rule over a population, of one million and of five."""
    runs = {millions: _simulated(millions) for millions in (1, 5)}
    return [
        told("simulate: 5,000,000 people, two laws", 5_000_000 / runs[5].seconds, "people/s"),
        within(
            "simulate: peak memory of 5 million people beside 1 million",
            runs[5].peak_mib,
            "MiB",
            runs[1].peak_mib,
            0.5,
            1.1,
        ),
        at_most("simulate: peak memory of 5 million people", runs[5].peak_mib, "MiB", 1024),
    ]


def _simulated(millions: int) -> Cost:
    people = Path(inside("law_population", millions * 1_000_000, HOME, home=HOME))
    out = people.with_name(f"out-{millions}.parquet")
    return vssid(
        "simulate", "pension.pension", "--people", people, "--as-of", "2026-07-01", "--out", out,
        "--result", "pension", "--change", "reference_level=+5%", home=HOME,
    )  # fmt: skip
