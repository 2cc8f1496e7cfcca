"""How soon after its first paint a browser started cold, without network, shows the saved card."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from bench.children import WORK, collect_static, inside, vssid
from bench.result import Result, at_most, skipped, told
from bench.server import serving

HOME = WORK / "offline-card"
PEOPLE = 200
STARTS = 7
BAR = 300.0
NAME = "offline card after a cold start, from first paint to card"

_SHOWN = "performance.getEntriesByName('vssid-copy-shown')[0]?.startTime"
_PAINTED = "performance.getEntriesByName('first-paint')[0]?.startTime"
_SAVED = "indexedDB.databases().then(all => all.length)"


def measure(people: int) -> list[Result]:
    chromium = shutil.which("chromium")
    if chromium is None:
        return [skipped(NAME, "Chromium is not on this machine")]
    shutil.rmtree(HOME, ignore_errors=True)
    vssid("migrate", home=HOME)
    vssid("seed", "--people", str(PEOPLE), "--out", HOME / "files", home=HOME)
    vssid("import", HOME / "files", home=HOME)
    lan = inside("open_cast", home=HOME)["lan"]
    collect_static(HOME)
    with tempfile.TemporaryDirectory() as memory, sync_playwright() as playwright:
        with serving(HOME, "", "--workers", "1") as server:
            _save(playwright, chromium, Path(memory), server.address, lan)
        # the server is gone for good: what follows is a device alone
        times = [_shown(playwright, chromium, Path(memory), server.address) for _ in range(STARTS)]
    after_paint, in_all = (statistics.median(part) for part in zip(*times, strict=True))
    return [
        at_most(NAME, after_paint, "ms", BAR),
        told("offline card after a cold start, from navigation to card", in_all, "ms"),
    ]


def _save(playwright: Playwright, chromium: str, memory: Path, address: str, lan: dict[str, str]) -> None:
    with _started(playwright, chromium, memory, address) as context:
        page = context.pages[0]
        page.goto("/accounts/login/")
        page.fill("input[name=login]", lan["username"])
        page.fill("input[name=password]", lan["password"])
        page.click("main form .v-send")
        page.wait_for_url("**/me/**")
        page.goto("/me/card/")
        _once(page, "Boolean(navigator.serviceWorker.controller)")
        page.wait_for_timeout(3000)
        assert page.evaluate(_SAVED)


def _shown(playwright: Playwright, chromium: str, memory: Path, address: str) -> tuple[float, float]:
    """Milliseconds from first paint to card, and from navigation to card."""
    with _started(playwright, chromium, memory, address) as context:
        page = context.pages[0]
        context.set_offline(True)
        page.goto("/me/card/")
        _once(page, f"{_SHOWN} !== undefined && {_PAINTED} !== undefined")
        assert page.locator(".v-pass .v-qr").count() == 1, "no card was shown"
        shown, painted = page.evaluate(_SHOWN), page.evaluate(_PAINTED)
        return max(0.0, shown - painted), shown


@contextmanager
def _started(playwright: Playwright, chromium: str, memory: Path, address: str) -> Iterator[BrowserContext]:
    context = playwright.chromium.launch_persistent_context(
        memory,
        executable_path=chromium,
        args=["--no-sandbox", "--disable-gpu", "--no-first-run"],
        base_url=address,
        viewport={"width": 360, "height": 740},
    )
    try:
        yield context
    finally:
        context.close()


def _once(page: Page, expression: str) -> None:
    for _ in range(600):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise RuntimeError(f"never true: {expression}")
