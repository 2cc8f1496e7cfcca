"""An agent inside the test, so that its calls, ports and tasks can be looked at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from ipaddress import ip_network
from typing import Any

from vssid.channels.hotline.agent.agent import Agent, Core
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.datagrams import Timers
from vssid.channels.hotline.agent.leg import CallLeg, Closing, Digit, Ended, LegEvent, PlaybackDone, Started
from vssid.channels.hotline.agent.rules import Rules

RULES = Rules(
    address=("127.0.0.1", 0),
    advertised="",
    edges=(ip_network("127.0.0.1"),),
    ports=range(17_000, 17_998, 2),
    most_calls=250,
    timers=Timers(first=0.1, longest=0.4, give_up=1.2),
)


def tone(seconds: float) -> bytes:
    """A-law that is far from silence."""
    return bytes([0x2A, 0xAA] * 4 + [0x35, 0xB5] * 4) * int(seconds * 500)


@dataclass
class Script:
    """A conversation as short as can be: a prompt, a number of so many digits, 1 to confirm, goodbye.

    0 and then # asks for a person.
    """

    leg: CallLeg
    digits: int = 10
    keys: str = ""
    events: list[LegEvent] = field(default_factory=list)
    transferred: bool | None = None
    asked_back: bool = False
    _last: int = -1
    _task: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self.leg.on_event = self.hear

    @property
    def caller(self) -> str:
        """ "" of a call that was never acknowledged."""
        first = self.events[0] if self.events else None
        return first.caller if isinstance(first, Started) else ""

    @property
    def ended(self) -> str:
        last = self.events[-1] if self.events else None
        return last.reason if isinstance(last, Ended) else ""

    def hear(self, event: LegEvent) -> None:
        self.events.append(event)
        if isinstance(event, Started):
            self.leg.listen(True)
            self.leg.play([tone(1.5)])
        elif isinstance(event, Digit):
            self._press(event.key)
        elif isinstance(event, PlaybackDone) and event.token == self._last:
            self.leg.hangup()
        elif isinstance(event, Closing):
            self._last = self.leg.play([tone(0.2)])

    def _press(self, key: str) -> None:
        self.leg.stop()
        self.keys += key
        if self.keys == "0#":
            self._task = asyncio.create_task(self._hand_over())
        elif len(self.keys) == self.digits + 1:
            self._last = self.leg.play([tone(0.3), tone(0.2)])

    async def _hand_over(self) -> None:
        self.transferred = await self.leg.transfer("sip:officers@127.0.0.1", "case-7")
        if not self.transferred:
            self.asked_back = True
            self._last = self.leg.play([tone(0.2)])


@dataclass
class Exchange:
    """The agent, and every conversation it had."""

    agent: Agent
    scripts: list[Script]

    def of(self, caller: str) -> list[Script]:
        return [one for one in self.scripts if one.caller == caller]

    @property
    def address(self) -> tuple[str, int]:
        return self.agent.switchboard.address

    @property
    def taken(self) -> int:
        return self.agent.switchboard.ports.taken


@asynccontextmanager
async def exchange(
    *,
    core: Core | None = None,
    digits: int = 10,
    health: tuple[str, int] | None = None,
    browser_token: str = "",
    **changed: Any,
) -> AsyncIterator[Exchange]:
    """Nothing may be left of it: no call, no port, no task."""
    scripts: list[Script] = []
    agent = Agent(
        replace(RULES, **changed),
        lambda leg: scripts.append(Script(leg, digits)),
        core or _core(),
        Counts(),
        drain_s=0.5,
        health=health,
        browser_token=browser_token,
    )
    before = asyncio.all_tasks()
    await agent.start()
    try:
        yield Exchange(agent, scripts)
    finally:
        await agent.stop()
    await asyncio.sleep(0)
    left = asyncio.all_tasks() - before
    assert not left, left
    assert agent.switchboard.ports.taken == 0
    assert not agent.switchboard.legs


def _core() -> Core:
    async def nothing() -> Sequence[Any]:
        return []

    async def end(ring_back: str, outcome: str) -> None:
        return None

    async def reachable() -> bool:
        return True

    return Core(nothing, end, reachable)
