"""Runs the product's own commands and says what they cost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WORK = Path("bench/work")


@dataclass(frozen=True)
class Cost:
    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str


def vssid(*arguments: str, home: Path, database: str = "", check: bool = True) -> Cost:
    """One run of ``vssid`` in its own process; peak memory is that process's alone."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VSSID_")}
    environment |= {"VSSID_DEMO": "1", "VSSID_HOME": str(home), "VSSID_LOG_LEVEL": "WARNING"}
    if database:
        environment["VSSID_DATABASE_URL"] = database
    home.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, "-m", "vssid", *arguments],
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
        raise RuntimeError(f"vssid {' '.join(arguments)}: exit {child.returncode}\n{output[-3000:]}")
    return Cost(time.monotonic() - started, usage.ru_utime + usage.ru_stime, _mib(usage), output)


def _mib(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
