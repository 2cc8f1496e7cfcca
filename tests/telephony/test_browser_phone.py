"""A browser calls: it hears the prompt, its keys and its microphone are heard; skipped without the extra."""

from __future__ import annotations

import asyncio
import threading
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

pytest.importorskip("aiortc", reason="the extra voice-web is not installed")

from tests.environment.browser import ARGUMENTS, PHONE, SHELL, until
from tests.environment.demonstration import copy_of_its_own, free_port, served
from tests.environment.telephony.host import Exchange, exchange, tone
from vssid.channels.hotline.agent import g711
from vssid.channels.hotline.agent.leg import Speech

_TOKEN = "t" * 32
_HEARD = "document.querySelector('[data-heard]').value"


@contextmanager
def _agent(port: int) -> Iterator[Exchange]:
    """On a loop of its own, beside the browser's."""
    ready, stop, found = threading.Event(), asyncio.Event(), list[Exchange]()
    loop = asyncio.new_event_loop()

    async def answer() -> None:
        async with exchange(health=("127.0.0.1", port), browser_token=_TOKEN, digits=4) as one:
            found.append(one)
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(answer(),))
    thread.start()
    assert ready.wait(10)
    try:
        yield found[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


def test_a_browser_calls(driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> None:
    port = free_port()
    settings = {
        "VSSID_VOICE_WEBRTC": "1",
        "VSSID_VOICE_HEALTH_ADDR": f"127.0.0.1:{port}",
        "VSSID_VOICE_CORE_TOKEN": _TOKEN,
    }
    with _agent(port) as agent, served(copy_of_its_own(tmp_path_factory), **settings) as product:
        browser = driver.chromium.launch(
            executable_path=SHELL,
            args=[
                *ARGUMENTS,
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                f"--use-file-for-fake-audio-capture={_said(product.home / 'said.wav')}",
            ],
        )
        page = browser.new_page(base_url=product.address, viewport=PHONE, locale="en")
        page.goto("/sandbox/telephone/")
        page.select_option("#caller", "lan")
        page.click("[data-dial]")
        until(page, f"{_HEARD} > 0.5")
        for key in "07":
            page.click(f".keys button[value='{key}']")
        page.keyboard.press("*")
        until(page, "document.querySelector('[data-typed]').textContent === '07*'")
        counts = agent.agent.counts
        _until(lambda: counts.of("digits", "browser") == 3)
        _until(lambda: counts.of("packets", "received") > 50)
        (script,) = agent.of("+84912000345")
        _until(lambda: any(isinstance(event, Speech) for event in script.events))
        assert script.keys == "07*"
        page.click("[data-dial]")
        _until(lambda: script.ended == "caller")
        assert page.locator("[data-state]").inner_text() == "The call has ended."
        page.click("[data-dial]")
        until(page, f"{_HEARD} > 0.5")
        for key in "12345":
            page.keyboard.press(key)
        until(page, "document.querySelector('.keys button').disabled")
        assert agent.of("+84912000345")[1].ended == "us"
        browser.close()


def _said(path: Path) -> Path:
    """What the microphone hears, again and again: half a second of sound, a second of silence."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(g711.samples(tone(0.5) + g711.SILENCE[8] * 50, 8).tobytes())
    return path


def _until(holds: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(200):
        if holds():
            return
        pause.wait(0.05)
    raise AssertionError("never true")
