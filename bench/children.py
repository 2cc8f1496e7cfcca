"""Runs the product's own commands, and our own steps inside the product, and says what they cost."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORK = Path("bench/work")


@dataclass(frozen=True)
class Cost:
    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str


def vssid(
    *arguments: str | Path, home: Path, database: str = "", check: bool = True, **settings: str
) -> Cost:
    """One run of ``vssid`` in its own process; peak memory is that process's alone."""
    ours = environment(home, database, **settings)
    return _run(["-m", "vssid", *map(str, arguments)], ours, check=check)


def collect_static(home: Path) -> None:
    """Without its static files the product serves no page."""
    _run(["-m", "django", "collectstatic", "--no-input", "--verbosity=0"], environment(home), check=True)


def inside(step: str, *arguments: object, home: Path, database: str = "", **settings: str) -> Any:
    """What ``bench.inside.<step>`` prints as JSON: a step that needs the product's code, not its commands."""
    ours = environment(home, database, **settings)
    cost = _run(["-m", f"bench.inside.{step}", *map(str, arguments)], ours, check=True)
    return json.loads(cost.output.splitlines()[-1])


def environment(home: Path, database: str = "", **settings: str) -> dict[str, str]:
    """This process's environment with settings of our own alone; makes ``home``."""
    home.mkdir(parents=True, exist_ok=True)
    outer = {name: value for name, value in os.environ.items() if not name.startswith("VSSID_")}
    ours = {
        "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
        "PYTHONWARNINGS": "ignore",  # there are no static files here, and the output is read by us
        "VSSID_DEMO": "1",
        "VSSID_HOME": str(home),
        "VSSID_LOG_LEVEL": "WARNING",
    }
    return outer | ours | settings | ({"VSSID_DATABASE_URL": database} if database else {})


def _run(arguments: list[str], environment: dict[str, str], *, check: bool) -> Cost:
    started = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert child.stdout is not None
    output = child.stdout.read()
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if check and child.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: exit {child.returncode}\n{output[-3000:]}")
    return Cost(time.monotonic() - started, usage.ru_utime + usage.ru_stime, _mib(usage), output)


def _mib(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
