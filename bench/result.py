"""One measured line, and the file it is kept in."""

from __future__ import annotations

import json
import platform
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path("bench/results")


@dataclass(frozen=True)
class Result:
    """``value`` in ``unit``, its ``ratio`` to ``floor`` where there is one, and the ``bar`` asked for.

    ``kept`` says whether the bar holds; None when the line is for information.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    ratio: float | None = None
    bar: str = ""
    kept: bool | None = None


def against(name: str, value: float, unit: str, floor: float, least: float) -> Result:
    """A measure that must reach ``least`` of its floor."""
    ratio = value / floor
    return Result(name, round(value, 3), unit, round(floor, 3), round(ratio, 3), f"≥ {least}", ratio >= least)


def at_most(name: str, value: float, unit: str, most: float) -> Result:
    return Result(name, round(value, 3), unit, bar=f"≤ {most:,g}", kept=value <= most)


def at_least(name: str, value: float, unit: str, least: float) -> Result:
    return Result(name, round(value, 3), unit, bar=f"≥ {least:,g}", kept=value >= least)


def within(name: str, value: float, unit: str, floor: float, least: float, most: float) -> Result:
    """A measure that may differ from ``floor`` only so far, as ratios."""
    ratio = value / floor
    kept = least <= ratio <= most
    return Result(name, round(value, 3), unit, round(floor, 3), round(ratio, 3), f"{least} … {most}", kept)


def told(name: str, value: float, unit: str, floor: float | None = None) -> Result:
    """For information."""
    ratio = round(value / floor, 3) if floor else None
    return Result(name, round(value, 3), unit, round(floor, 3) if floor else None, ratio)


def skipped(name: str, reason: str) -> Result:
    return Result(f"{name}: SKIPPED, {reason}", 0, "")


def machine() -> dict[str, object]:
    """What it was measured on."""
    cpu = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1024
    cores = subprocess.run(["nproc"], capture_output=True, text=True, check=True).stdout.strip()
    return {"cpu": cpu, "cores": int(cores), "memory_mib": memory, "python": platform.python_version()}


def keep(results: list[Result], *, people: int) -> Path:
    """Writes the results as JSON, one object a line of the table; what was not measured anew stays."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"people-{people}.json"
    facts = {"machine": machine(), "commit": commit.stdout.strip(), "people": people}
    kept = {row["name"]: row for row in json.loads(path.read_text())} if path.exists() else {}
    kept |= {result.name: asdict(result) | facts for result in results}
    path.write_text(json.dumps(list(kept.values()), indent=1, ensure_ascii=False) + "\n")
    return path
