"""200 telephone calls at a time in one voice agent: all are spoken to without a pause, and all send sound."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tests.environment.telephony import sipp
from tests.environment.telephony.house import FakeCore, House, house
from tests.environment.telephony.keypad import write_pcap
from tests.environment.telephony.phone import phone

from bench.children import WORK
from bench.result import Result, at_most, skipped, told
from bench.server import cpu_seconds_of, free_port

CALLS = 200
HOME = (WORK / "hotline-calls").resolve()  # sipp runs in a folder of its own
NAME = "200 calls at a time, failed"
_A_SECOND = 50
_TALK_S = 26
_PROBES = 100
_SETTLE_S = 1.0
_ANSWERS, _AT_A_TIME = 100, 40
MINE, NOBODYS = "0123456789", "9876543210"


@dataclass(frozen=True)
class Measured:
    """Of one agent while all calls were there."""

    failed: int
    cpu_percent: float
    answers: list[float]
    first_sounds: list[float]
    lateness_p99: float
    lateness_most: float


def measure(people: int) -> list[Result]:
    """The number of calls is fixed: ``people`` changes nothing."""
    if reason := sipp.absent():
        return [skipped(NAME, reason)]
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    with _agent() as agent:
        found = asyncio.run(agent.measured())
    match, mismatch = asyncio.run(_answered())
    return [
        at_most(NAME, found.failed, "calls", 0),
        at_most("200 calls at a time, one core", found.cpu_percent, "%", 40),
        told("of one core, a call", found.cpu_percent / CALLS, "%"),
        at_most("INVITE to 200 beside them, p99", 1e3 * _p99(found.answers), "ms", 50),
        at_most("acknowledgement to first sound beside them, p99", 1e3 * _p99(found.first_sounds), "ms", 60),
        at_most("lateness of a tick's last frame, p99", 1e3 * found.lateness_p99, "ms", 20),
        told("lateness of a tick's last frame, most", 1e3 * found.lateness_most, "ms"),
        at_most(
            "reset by telephone, medians of match and mismatch apart", 1e3 * abs(match - mismatch), "ms", 20
        ),
        told("reset by telephone, confirmed to the answer's end, median of match", 1e3 * match, "ms"),
    ]


async def _answered() -> tuple[float, float]:
    """Median seconds from the key that confirms to the end of what is said, of a telling core."""
    numbers = [MINE, NOBODYS] * _ANSWERS
    core = FakeCore({MINE: "+84912345678"}, takes_s=(0.15, 0.01))
    times: dict[str, list[float]] = {MINE: [], NOBODYS: []}
    async with house(HOME / "prompts", core, pace=1.0) as board:
        for first in range(0, len(numbers), _AT_A_TIME):
            some = numbers[first : first + _AT_A_TIME]
            found = await asyncio.gather(*(_one_answer(board, number) for number in some))
            for number, seconds in zip(some, found, strict=True):
                times[number].append(seconds)
    assert len(core.outbox) == _ANSWERS
    return float(np.median(times[MINE])), float(np.median(times[NOBODYS]))


async def _one_answer(board: House, number: str) -> float:
    async with phone(board.address, "0912345678", dialled="8", language="vi") as caller:
        await caller.dial()
        await board.hears(caller, "vi/ask_number")
        await caller.press(number + "#")
        await board.hears(caller, "vi/confirm_options")
        await caller.press("1")
        pressed = asyncio.get_running_loop().time()
        await board.hears(caller, "vi/result_options")
        await caller.quiet(0.1)
        caller.hang_up()
        return caller.heard[-1].at - pressed


def _p99(seconds: list[float]) -> float:
    return float(np.percentile(seconds, 99))


@dataclass(frozen=True)
class _Agent:
    pid: int
    sip: tuple[str, int]
    health: int

    async def measured(self) -> Measured:
        quiet = write_pcap(HOME / "talk.pcap", "", before=_TALK_S)
        scenario = sipp.Scenario("0912345678", timed=True).answered().plays(quiet, 1_000 * _TALK_S).bye()
        more = ("-r", str(_A_SECOND), "-l", str(CALLS), "-trace_rtt", "-rtt_freq", "1")
        calls = asyncio.create_task(
            sipp.run(scenario, HOME / "sipp", agent=self.sip, media=24_000, calls=CALLS, more=more)
        )
        await asyncio.sleep(CALLS / _A_SECOND + _SETTLE_S)
        began, used = time.monotonic(), cpu_seconds_of(self.pid)
        probes = [await self._probe() for _ in range(_PROBES)]
        cpu = (cpu_seconds_of(self.pid) - used) / (time.monotonic() - began)
        counts = self._counts()
        done = await calls
        assert counts["vssid_hotline_calls"] >= CALLS, counts["vssid_hotline_calls"]
        return Measured(
            failed=0 if done.code == 0 else CALLS,
            cpu_percent=100 * cpu,
            answers=[*_rtts(HOME / "sipp"), *(answer for answer, _ in probes)],
            first_sounds=[sound for _, sound in probes],
            lateness_p99=counts["vssid_hotline_tick_lateness_p99_seconds"],
            lateness_most=counts["vssid_hotline_tick_lateness_max_seconds"],
        )

    async def _probe(self) -> tuple[float, float]:
        async with phone(self.sip, "0987654321") as caller:
            await caller.dial()
            sound = await caller.first_sound()
            caller.hang_up()
            await asyncio.sleep(0.05)
            return caller.answered_after, sound

    def _counts(self) -> dict[str, float]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.health}/metrics", timeout=5) as answer:
            text = answer.read().decode()
        return {name: float(value) for name, value in re.findall(r"^(\w+) ([\d.e+-]+)$", text, re.MULTILINE)}


@contextmanager
def _agent() -> Iterator[_Agent]:
    sip, health = free_port(), free_port()
    with (HOME / "agent.log").open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "bench.inside.hotline_agent", str(sip), str(health)],
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_well(health, child)
            yield _Agent(child.pid, ("127.0.0.1", sip), health)
        finally:
            child.terminate()
            child.wait(20)


def _wait_until_well(health: int, child: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if child.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{health}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError((HOME / "agent.log").read_text()[-3000:])


def _rtts(folder: Path) -> list[float]:
    """Seconds from INVITE to 200, as sipp saw them."""
    file = next(folder.glob("*_rtt.csv"))
    return [float(line.split(";")[1]) / 1e3 for line in file.read_text().splitlines()[1:]]
