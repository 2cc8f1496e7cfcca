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


_PACED_BEARERS = (
    _BEARERS
    + """
local wait
local bearers = init
function init(args) bearers(args) wait = tonumber(args[2]) end
function delay() return wait * (0.5 + math.random()) end
function done(summary, latency, requests) print("p95_us", latency:percentile(95)) end
"""
)


@dataclass(frozen=True)
class Paced:
    """``served`` answers; 95 of 100 took at most ``p95_ms``."""

    served: int
    p95_ms: float


def paced(address: str, *, tokens: Path, connections: int, a_second: float, seconds: int) -> Paced:
    """Asks with tokens of the file, ``a_second`` in all while the answers are quick; late ones are served
    none the less, refused ones are not."""
    script = tokens.with_suffix(".paced.lua")
    script.write_text(_PACED_BEARERS)
    wait = 1000 * connections / a_second
    said = _wrk(address, script, tokens, wait, connections=connections, seconds=seconds)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    served = int(_found(r"(\d+) requests in", said)) - (int(refused[1]) if refused else 0)
    return Paced(served, float(_found(r"p95_us\s+([\d.]+)", said)) / 1000)


_SIGN_INS = """
local lines, at, wait = {}, 0, 0
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init(args)
  for line in io.lines(args[1]) do lines[#lines + 1] = line end
  at, wait = tonumber(args[2]), tonumber(args[3])
  entered, asked, busy, other = 0, 0, 0, 0
end
function delay() return wait * (0.5 + math.random()) end
function request()
  local number, device, password = lines[at % #lines + 1]:match("(%S+) (%S+) (.+)")
  at = at + 1
  local secret = string.rep("a", 32)
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Cookie"] = "csrftoken=" .. secret .. "; vssid_device=" .. device,
    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", at / 65536 % 256, at / 256 % 256, at % 256),
  }, "csrfmiddlewaretoken=" .. secret .. "&login=" .. number .. "&password=" .. password)
end
function response(status, headers, body)
  asked = asked + 1
  local away = headers["Location"] or headers["location"] or ""
  if status == 302 and not away:find("/accounts/") then entered = entered + 1
  elseif status == 503 or status == 429 then busy = busy + 1
  else other = other + 1 end
end
function done(summary, latency, requests)
  for _, name in ipairs({"entered", "asked", "busy", "other"}) do print(name, threads[1]:get(name)) end
end
"""


@dataclass(frozen=True)
class SignIns:
    """Of those ``asked`` for, how many ``entered``; the others were asked to come again."""

    asked: int
    entered: int


def sign_ins(
    address: str, *, people: Path, first: int, connections: int, a_second: float, seconds: int
) -> SignIns:
    """Signs in the people of the file (``number device password`` a line) from the ``first`` on, each once.

    ``a_second`` in all while the answers are quick; 0: as fast as they come. RuntimeError at any answer that
    is neither a session nor a request to come again.
    """
    script = people.with_suffix(".lua")
    script.write_text(_SIGN_INS)
    wait = 1000 * connections / a_second if a_second else 0
    said = _wrk(address, script, people, first, wait, connections=connections, seconds=seconds)
    if int(_found(r"other\s+(\d+)", said)):
        raise RuntimeError(said)
    return SignIns(int(_found(r"asked\s+(\d+)", said)), int(_found(r"entered\s+(\d+)", said)))


def _wrk(address: str, script: Path, *arguments: object, connections: int, seconds: int) -> str:
    options = ["-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script]
    return subprocess.run(
        ["wrk", *options, address, "--", *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout


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
