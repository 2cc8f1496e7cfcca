"""The real conversation in an agent of the test: clips that tell their names, a core that can be stopped."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.environment.telephony.host import RULES
from tests.environment.telephony.phone import Phone, Sound
from vssid.channels.hotline.agent.agent import Agent, Core
from vssid.channels.hotline.agent.conversation import Conversations
from vssid.channels.hotline.agent.core_client import LIMIT_S, CoreClient
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.prompts import Clips
from vssid.channels.hotline.agent.recognising import Recogniser
from vssid.domain.dialogue import clips

PACE = 0.1
"""Of every wait of the dialogue."""
_HEARD_WITHIN_S = 20.0
"""A busy machine understands late."""
_FRAMES = 3
_TOKEN = "t" * 32


@dataclass
class FakeCore:
    """Answers as the core does; an SMS goes where the number typed is on file with who calls."""

    on_file: dict[str, str] = field(default_factory=dict)
    port: int = 0
    resets: list[tuple[str, str]] = field(default_factory=list)
    outbox: list[str] = field(default_factory=list)
    ended: dict[str, str] = field(default_factory=dict)
    takes_s: tuple[float, float] = (0.0, 0.0)
    """For a number that fits, and for one that does not."""
    _callers: dict[str, str] = field(default_factory=dict)
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/internal/hotline/{tail:.*}", self._answer)
        app.router.add_get("/internal/hotline/sessions", self._well)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        assert site._server is not None
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _well(self, request: web.Request) -> web.Response:
        return web.Response(status=405)

    async def _answer(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == f"Bearer {_TOKEN}"
        place, body = request.match_info["tail"].split("/"), await request.json()
        match place:
            case ["sessions"]:
                self._callers[body["call_id"]] = body["caller"]
                return web.json_response(
                    {"session": body["call_id"], "policy": "ok", "agent_hours": False, "agent_uri": ""}
                )
            case ["sessions", session, "reset"]:
                fits = self._reset(session, body["number"])
                await asyncio.sleep(self.takes_s[0 if fits else 1])
                return web.json_response({})
            case ["sessions", session, "end"]:
                self.ended[session] = body["outcome"]
        return web.json_response({})

    def _reset(self, session: str, number: str) -> bool:
        self.resets.append((session, number))
        caller = self._callers.get(session, "")
        fits = bool(caller) and self.on_file.get(number) == caller
        if fits:
            self.outbox.append(caller)
        return fits


@dataclass
class House:
    agent: Agent
    core: FakeCore
    names: list[str]

    @property
    def address(self) -> tuple[str, int]:
        return self.agent.switchboard.address

    def said(self, heard: Sequence[Sound]) -> list[str]:
        """Names of the clips in the order they were heard."""
        numbers = [struct.unpack_from("!H", one.payload)[0] for one in heard]
        return [self.names[number - 1] for number, _ in groupby(numbers)]

    async def hears(self, caller: Phone, name: str, *, within: float = 60.0) -> None:
        async with asyncio.timeout(within):
            while name not in self.said(caller.heard):  # noqa: ASYNC110
                await asyncio.sleep(0.01)


def _names() -> Iterator[str]:
    for language in clips.LANGUAGES:
        yield from (f"{language}/{key}" for key in (*clips.PROMPTS, *clips.DIGITS, clips.PAUSE))


def _write(folder: Path, names: Sequence[str]) -> None:
    for number, name in enumerate(names, start=1):
        file = folder / f"{name}.alaw"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(struct.pack("!H", number) * 80 * _FRAMES)


@asynccontextmanager
async def house(folder: Path, core: FakeCore, *, pace: float = PACE, **changed: Any) -> AsyncIterator[House]:
    await core.start()
    try:
        address = f"http://127.0.0.1:{core.port}"
        async with answering(
            folder, address, _TOKEN, core=core, pace=pace, core_within_s=LIMIT_S * pace, **changed
        ) as board:
            yield board
    finally:
        await core.stop()


@asynccontextmanager
async def answering(
    folder: Path,
    address: str,
    token: str,
    *,
    core: FakeCore | None = None,
    pace: float = PACE,
    agent_uri: str = "",
    recogniser: Recogniser | None = None,
    core_within_s: float,
    **changed: Any,
) -> AsyncIterator[House]:
    """``address``: of the core that is asked; ``core_within_s``: as long as a caller waits for it."""
    names = list(_names())
    _write(folder, names)
    counts = Counts()
    client = CoreClient(address, token, counts, limit_s=core_within_s)
    conversations = Conversations(
        client,
        Clips(folder),
        counts,
        agent_uri=agent_uri,
        recogniser=recogniser,
        heard_within=_HEARD_WITHIN_S,
        pace=pace,
    )
    agent = Agent(
        replace(RULES, **changed),
        conversations,
        Core(client.lease_calls, client.end_outbound, client.is_reachable),
        counts,
        drain_s=0.5,
    )
    await agent.start()
    try:
        yield House(agent, core or FakeCore(), names)
    finally:
        await agent.stop()
        await conversations.settle()
        await client.close()
    assert agent.switchboard.ports.taken == 0
