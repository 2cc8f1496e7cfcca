"""What callers meet when the agent stops, in order or not."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import urllib.error
import urllib.request

from tests.environment.telephony.host import exchange
from tests.environment.telephony.phone import phone


def test_draining_lets_calls_end_and_then_says_goodbye() -> None:
    async def drained() -> None:
        async with exchange() as board, phone(board.address, "0912000050") as inside:
            await inside.dial()
            await inside.first_sound()
            draining = asyncio.create_task(board.agent.drain())
            await asyncio.sleep(0.05)
            async with phone(board.address, "0912000051") as late:
                await late.dial()
                assert late.status == 486
            # half a second later, the drain's limit of this test, it hears goodbye and is hung up
            async with asyncio.timeout(5):
                await inside.ended.wait()
                await draining
            assert [one.ended for one in board.of("+84912000050")] == ["us"]
            assert board.agent.counts.of("refused", "486") == 1

    asyncio.run(drained())


def test_killed_and_started_again() -> None:
    """Its callers hear nothing more; whoever takes its place takes calls at the same address at once."""

    async def killed() -> None:
        sip, health = ("127.0.0.1", _free(socket.SOCK_DGRAM)), _free(socket.SOCK_STREAM)
        first = await _agent(sip[1], health)
        async with phone(sip, "0912000052") as caller:
            await caller.dial()
            await caller.first_sound()
            first.kill()
            await first.wait()
            heard = len(caller.heard)
            second = await _agent(sip[1], health)
            assert len(caller.heard) - heard < 5
            caller.hang_up()  # of a call the second never knew
            async with phone(sip, "0912000053") as other:
                await other.dial()
                assert await other.first_sound() < 1
                other.hang_up()
            second.send_signal(signal.SIGTERM)
            async with asyncio.timeout(5):
                assert await second.wait() == 0

    asyncio.run(killed())


async def _agent(sip: int, health: int) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.inside.hotline_agent", str(sip), str(health)
    )
    async with asyncio.timeout(20):
        while not await asyncio.to_thread(_well, health):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return process


def _well(health: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{health}/healthz", timeout=2):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


def _free(kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
