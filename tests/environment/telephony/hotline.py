"""``vssid hotline`` as it is deployed: a process with spoken prompts, asking the core of a demonstration."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession

from tests.environment.demonstration import VOICE_TOKEN, Demonstration, free_port
from vssid.domain.dialogue.states import State

_WITHIN_S = 60


@dataclass
class Hotline:
    """``port``: where it listens for calls on loopback."""

    port: int
    health: str

    async def enters(self, state: State) -> None:
        """Waits until a call has come to this state of the dialogue."""
        wanted = f'vssid_hotline_states_total{{kind="{state}"}}'
        async with ClientSession(self.health) as client, asyncio.timeout(_WITHIN_S):
            while wanted not in await (await client.get("/metrics")).text():  # noqa: ASYNC110
                await asyncio.sleep(0.05)


def speak_prompts(demonstration: Demonstration, folder: Path) -> None:
    """Renders what is said into ``folder``: minutes of speech."""
    command = [sys.executable, "-m", "vssid", "hotline", "prompts", "render", "--without-answers"]
    environment = _environment(demonstration, folder)
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


@asynccontextmanager
async def hotline(demonstration: Demonstration, prompts: Path, log: Path) -> AsyncIterator[Hotline]:
    sip, health = free_port(), f"127.0.0.1:{free_port()}"
    listens = {"VSSID_VOICE_SIP_ADDR": f"127.0.0.1:{sip}", "VSSID_VOICE_HEALTH_ADDR": health}
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "vssid", "hotline",
            env=_environment(demonstration, prompts) | listens, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        assert await _is_up(f"http://{health}"), log
        yield Hotline(sip, f"http://{health}")
    finally:
        process.terminate()
        await process.wait()


async def _is_up(health: str) -> bool:
    async with ClientSession(health) as client:
        for _ in range(20 * _WITHIN_S):
            try:
                if (await client.get("/healthz")).ok:
                    return True
            except ClientError:
                pass
            await asyncio.sleep(0.05)
    return False


def _environment(demonstration: Demonstration, prompts: Path) -> dict[str, str]:
    outer = {name: value for name, value in os.environ.items() if not name.startswith("VSSID_")}
    return (
        outer
        | {
            "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
            "VSSID_DEMO": "1",
            "VSSID_HOME": str(demonstration.home),
            "VSSID_VOICE_CORE_URL": demonstration.address,
            "VSSID_VOICE_CORE_TOKEN": VOICE_TOKEN,
            "VSSID_VOICE_EDGE_ADDRS": "127.0.0.1",
            "VSSID_VOICE_PROMPTS_DIR": str(prompts),
        }
        | ({"VSSID_DATABASE_URL": demonstration.database} if demonstration.database else {})
    )
