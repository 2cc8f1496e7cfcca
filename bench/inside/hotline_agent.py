"""A voice agent of its own process whose conversation talks without a pause; prints its SIP port."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from ipaddress import ip_network
from typing import Any

from vssid.channels.hotline.agent.agent import Agent, Core
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.leg import CallLeg, LegEvent, Started
from vssid.channels.hotline.agent.rules import Rules
from vssid.channels.hotline.agent.running import run, serve

_PROMPT = bytes([0x2A, 0xAA] * 4 + [0x35, 0xB5] * 4) * 500 * 120


def _converse(leg: CallLeg) -> None:
    def hear(event: LegEvent) -> None:
        if isinstance(event, Started):
            leg.play([_PROMPT])

    leg.on_event = hear


async def _nothing(*_: object) -> Sequence[Any]:
    return []


async def _well() -> bool:
    return True


async def _end(*_: str) -> None:
    return None


async def main(sip: int, health: int) -> None:
    rules = Rules(
        address=("127.0.0.1", sip),
        advertised="",
        edges=(ip_network("127.0.0.1"),),
        ports=range(16_384, 20_000, 2),
        most_calls=300,
    )
    agent = Agent(
        rules, _converse, Core(_nothing, _end, _well), Counts(), drain_s=1, health=("127.0.0.1", health)
    )
    await serve(agent, lambda: None)


if __name__ == "__main__":
    run(main(int(sys.argv[1]), int(sys.argv[2])))
