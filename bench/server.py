"""``vssid serve`` on loopback, and the processor time its processes have used."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.children import environment

_READY_SECONDS = 60
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    address: str
    pid: int

    def cpu_seconds(self) -> float:
        """User and system time of the server and its workers so far."""
        return sum(map(cpu_seconds_of, _family(self.pid)))


@contextmanager
def serving(home: Path, database: str = "", *options: str, **settings: str) -> Iterator[Server]:
    """Serves until the block ends; ``options`` go to the command, ``settings`` into its environment."""
    port = free_port()
    log = (home / "server.log").open("wb")
    child = subprocess.Popen(
        [sys.executable, "-m", "vssid", "serve", "--port", str(port), *options],
        env=environment(home, database, **settings),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_served(address, child, home / "server.log")
        yield Server(address, child.pid)
    finally:
        child.terminate()
        child.wait(20)
        log.close()


def wait_until_served(address: str, child: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when ``address`` answers; RuntimeError with the log when ``child`` ends or takes too long."""
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and child.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not come up:\n{log.read_text()[-3000:]}")


def _family(pid: int) -> Iterator[int]:
    """The process and all it started, whichever of its threads did."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _family(int(child))


def cpu_seconds_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
