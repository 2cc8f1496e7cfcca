"""The process around the agent: its loop, its signals, its end."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from vssid.channels.hotline.agent.agent import Agent

_log = logging.getLogger(__name__)


async def serve(agent: Agent, reload: Callable[[], None]) -> None:
    """Until SIGTERM or SIGINT, which let calls end; a second one does not wait. SIGHUP: ``reload``."""
    loop = asyncio.get_running_loop()
    stops: asyncio.Queue[None] = asyncio.Queue()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stops.put_nowait, None)
    loop.add_signal_handler(signal.SIGHUP, reload)
    await agent.start()
    try:
        await stops.get()
        ends = [asyncio.create_task(agent.drain()), asyncio.create_task(stops.get())]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
    finally:
        await agent.stop()


def run(main: Coroutine[Any, Any, None]) -> None:
    """On uvloop where it is installed; the plain loop does the same, at more cost a call."""
    logging.getLogger("aiosipua").setLevel(
        logging.ERROR
    )  # a line for each odd message is a way to fill a disk
    try:
        import uvloop
    except ImportError:
        _log.info("uvloop is not installed: the plain event loop serves fewer calls")
        asyncio.run(main)
    else:
        uvloop.run(main)
