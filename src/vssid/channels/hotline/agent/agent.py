"""The voice agent: the switchboard, ring-backs that are due, health and counts, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from vssid.channels.hotline.agent.browser_phone import BrowserPhone
from vssid.channels.hotline.agent.counts import Counts, gauge
from vssid.channels.hotline.agent.datagrams import Address
from vssid.channels.hotline.agent.leg import Converse
from vssid.channels.hotline.agent.rules import Rules
from vssid.channels.hotline.agent.sip import Switchboard

_log = logging.getLogger(__name__)
_GOODBYE_S = 10.0
_LEASE_S = 5.0
_MOST_LATE_S = 0.02


class RingBack(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def to(self) -> str: ...

    @property
    def language(self) -> str: ...


@dataclass(frozen=True)
class Core:
    """What the agent itself asks of the core; conversations have their own client."""

    lease_calls: Callable[[], Awaitable[Sequence[RingBack]]]
    end_outbound: Callable[[str, str], Awaitable[None]]
    is_reachable: Callable[[], Awaitable[bool]]


class Agent:
    def __init__(
        self,
        rules: Rules,
        converse: Converse,
        core: Core,
        counts: Counts,
        *,
        drain_s: float = 120.0,
        health: Address | None = None,
        browser_token: str = "",
    ) -> None:
        """``browser_token``: what the core shows with a call from a browser; "": none are taken."""
        self.counts = counts
        self.switchboard = Switchboard(rules, converse, counts)
        self._core, self._drain_s, self._health = core, drain_s, health
        self._converse, self._browser_token = converse, browser_token
        self._browsers: BrowserPhone | None = None
        self._rings_back = rules.trunk is not None
        self._tasks: list[asyncio.Task[None]] = []
        self._web: web.AppRunner | None = None

    async def start(self) -> None:
        """OSError when an address is taken."""
        await self.switchboard.start()
        if self._health is not None:
            await self._serve(self._health)
        if self._rings_back:
            self._tasks.append(asyncio.create_task(self._ring_back()))
        host, port = self.switchboard.address
        _log.info("the voice agent listens at %s:%d", host, port)

    async def drain(self) -> None:
        """No new calls; those that are here may end by themselves, then say goodbye."""
        board = self.switchboard
        board.draining = True
        if self._browsers is not None:
            self._browsers.draining = True
        _log.info("draining: %d calls", len(board.legs))
        if not await self._empty_within(self._drain_s):
            for leg in list(board.legs.values()):
                leg.close_soon()
            await self._empty_within(_GOODBYE_S)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        if self._browsers is not None:
            await self._browsers.stop()
        await self.switchboard.stop()
        if self._web is not None:
            await self._web.cleanup()

    async def _empty_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self.switchboard.empty.wait()
        except TimeoutError:
            return False
        return True

    async def _ring_back(self) -> None:
        """Those the core gives us; each is ours for a minute, and what cannot be rung is given back."""
        while True:
            await asyncio.sleep(_LEASE_S)
            if self.switchboard.draining:
                continue
            for call in await self._leased():
                if not self.switchboard.ring(call.to, language=call.language, ring_back=call.id):
                    await self._give_back(call.id)

    async def _leased(self) -> Sequence[RingBack]:
        try:
            return await self._core.lease_calls()
        except Exception:  # whatever the network makes of it, the next look is soon
            self.counts.add("core", "lease failed")
            return []

    async def _give_back(self, ring_back: str) -> None:
        try:
            await self._core.end_outbound(ring_back, "not_rung")
        except Exception:
            self.counts.add("core", "end failed")

    async def _serve(self, address: Address) -> None:
        app = web.Application()
        app.add_routes([web.get("/healthz", self._healthz), web.get("/metrics", self._metrics)])
        if self._browser_token:
            ticker = self.switchboard.ticker
            self._browsers = BrowserPhone(self._browser_token, ticker, self._converse, self.counts)
            app.add_routes(self._browsers.routes)
        self._web = web.AppRunner(app, access_log=None)
        await self._web.setup()
        await web.TCPSite(self._web, *address).start()

    async def _healthz(self, request: web.Request) -> web.Response:
        late = self.switchboard.ticker.lateness.percentile(99)
        facts = {
            "socket": self.switchboard.bound,
            "core": await self._core.is_reachable(),
            "in_time": late < _MOST_LATE_S,
            "accepting": not self.switchboard.draining,
        }
        return web.json_response(
            {**facts, "calls": len(self.switchboard.legs)}, status=200 if all(facts.values()) else 503
        )

    async def _metrics(self, request: web.Request) -> web.Response:
        board = self.switchboard
        parts = [
            gauge("calls", "Calls at the moment", len(board.legs)),
            gauge("ports_taken", "Ports for sound in use", board.ports.taken),
            gauge("ticks_skipped", "Ticks left out because they were too late", board.ticker.skipped),
            *(
                gauge(f"tick_lateness_p{percent}_seconds", "Of the last minute of ticks", late)
                for percent in (50, 99)
                for late in [board.ticker.lateness.percentile(percent)]
            ),
            gauge("tick_lateness_max_seconds", "The latest tick of all", board.ticker.lateness.most),
            board.ticker.lateness.text(),
            board.answer_times.text(),
            self.counts.text(),
        ]
        return web.Response(text="".join(parts), headers={"Content-Type": "text/plain; version=0.0.4"})
