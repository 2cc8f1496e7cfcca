"""The door for browsers: nobody but the core. No extra is needed."""

from __future__ import annotations

import asyncio
import builtins
from typing import Any

import pytest
from aiohttp import ClientSession, web

from vssid.channels.hotline.agent.browser_phone import BrowserPhone
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.ticker import Ticker

_TOKEN = "t" * 32


def test_without_the_extra_it_says_so_to_the_core_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("vssid.channels.hotline.agent.web_leg"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert asyncio.run(_statuses({}, {"Authorization": f"Bearer {_TOKEN}"})) == [(403, 403), (501, 501)]
    assert [record.message for record in caplog.records if "voice-web.txt" in record.message] == [
        "no phone in the browser: requirements/voice-web.txt is not installed"
    ]


async def _statuses(*headers: dict[str, str]) -> list[tuple[int, int]]:
    """To a look and to a call, with each of these."""
    phone = BrowserPhone(_TOKEN, Ticker(asyncio.get_running_loop()), lambda leg: None, Counts())
    app = web.Application()
    app.add_routes(phone.routes)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/browser-phone"
    found = []
    async with ClientSession() as client:
        for shown in headers:
            async with (
                client.get(address, headers=shown) as state,
                client.post(address, headers=shown, json={}) as call,
            ):
                found.append((state.status, call.status))
    await runner.cleanup()
    return found
