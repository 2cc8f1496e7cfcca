"""Load generators: Debian's wrk over HTTP, pgbench over the database's own protocol."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Load:
    """``done`` requests or transactions, ``a_second``; 99 of 100 took at most ``p99_ms``, 0 if untold."""

    done: int
    a_second: float
    p99_ms: float = 0.0


def wrk_is_here() -> bool:
    """Installs it where this machine allows it."""
    if not shutil.which("wrk") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "wrk"], check=False, **quiet)
    return shutil.which("wrk") is not None


_BEARERS = """
local asked = {}
function init(args)
  for token in io.lines(args[1]) do
    asked[#asked + 1] = wrk.format("GET", nil, {["Authorization"] = "Bearer " .. token})
  end
  math.randomseed(os.time())
end
function request() return asked[math.random(#asked)] end
"""


def wrk(address: str, *, tokens: Path, connections: int, seconds: int) -> Load:
    """Asks ``address`` with a random token of the file each time; RuntimeError when any answer is not 2xx.

    A slow answer is none the less an answer: what wrk calls a timeout (two seconds) shows in ``p99_ms``.
    """
    script = tokens.with_suffix(".lua")
    script.write_text(_BEARERS)
    said = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script, address, "--", tokens],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    if "Non-2xx" in said or re.search(r"(connect|read|write) [1-9]", said):
        raise RuntimeError(said)
    slowest = re.search(r" 99% +([\d.]+)(us|ms|s)", said)
    assert slowest, said
    return Load(
        int(_found(r"(\d+) requests in", said)),
        float(_found(r"Requests/sec: +([\d.]+)", said)),
        float(slowest[1]) * {"us": 0.001, "ms": 1, "s": 1000}[slowest[2]],
    )


def pgbench(
    database: str,
    statements: Sequence[str],
    persons: Sequence[int],
    *,
    clients: int,
    seconds: int,
    script: Path,
) -> Load:
    """The prepared ``statements`` in turn, all for a person drawn anew each time."""
    drawn = rf"\set drawn random(0, {len(persons) - 1})"
    person = rf"\set person {_choice(persons, 0)}"
    bodies = [statement.replace("%s", ":person") + ";" for statement in statements]
    script.write_text("\n".join([drawn, person, *bodies]) + "\n")
    said = subprocess.run(
        ["pgbench", "-n", "-M", "prepared", "-j1", f"-c{clients}", f"-T{seconds}", "-f", script, database],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    done = int(_found(r"actually processed: (\d+)", said))
    return Load(done, float(_found(r"tps = ([\d.]+) \(without", said)))


def _choice(persons: Sequence[int], first: int) -> str:
    """pgbench's words for the person at place ``:drawn``; it has no lists, so its choices halve them."""
    if len(persons) == 1:
        return str(persons[0])
    half = len(persons) // 2
    lower, upper = _choice(persons[:half], first), _choice(persons[half:], first + half)
    return f"case when :drawn < {first + half} then {lower} else {upper} end"


def _found(pattern: str, said: str) -> str:
    found = re.search(pattern, said)
    if found is None:
        raise RuntimeError(said)
    return found[1]
