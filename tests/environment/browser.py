"""The system's own Chromium; what needs it is skipped by name where it is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.environment.demonstration import Demonstration

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps",
]  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser a test file: while it is open an event loop runs, which database tests refuse."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(chromium: Browser, demonstration: Demonstration) -> Iterator[OpenContext]:
    """``new_context(language, viewport=PHONE, **options)``: a fresh browser that speaks one language."""
    opened: list[BrowserContext] = []

    def open_one(language: str = "vi", **options: object) -> BrowserContext:
        context = chromium.new_context(
            base_url=demonstration.address,
            **{"viewport": PHONE, "reduced_motion": "reduce", "timezone_id": "Asia/Ho_Chi_Minh", **options},
        )
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "vssid_language", "value": language, "url": demonstration.address}])
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


def sign_in(page: Page, login: dict[str, str]) -> None:
    """Types number and password as a person does."""
    page.goto("/accounts/login/")
    page.fill("input[name=login]", login["username"])
    page.fill("input[name=password]", login["password"])
    page.click("main form .v-send")
    page.wait_for_url("**/me/**")
