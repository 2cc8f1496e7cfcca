"""The system's own Chromium; what needs it is skipped by name where it is missing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.environment.demonstration import Demonstration
from vssid.kit.one_time_codes import code_at

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
WHOLE = shutil.which("chromium")
# the same engine without the windows of a desktop: less than half the work where nothing is installed or told
SHELL = shutil.which("chromium-headless-shell") or WHOLE
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps",
]  # fmt: skip


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    """One a test file: while it is open an event loop runs, which database tests refuse."""
    if WHOLE is None:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """One browser a test file."""
    browser = driver.chromium.launch(executable_path=SHELL, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def device(driver: Playwright, demonstration: Demonstration, tmp_path: Path) -> Iterator[Device]:
    """A telephone with a memory of its own; see :class:`Device`."""
    telephone = Device(driver, demonstration.address, tmp_path / "device")
    yield telephone
    telephone.switch_off()


@dataclass
class Device:
    """A browser that keeps what it stored from one start to the next: ``switch_on`` is a cold start."""

    driver: Playwright
    address: str
    memory: Path
    engine: str | None = SHELL
    running: BrowserContext | None = None

    def switch_on(self, language: str = "vi", *more_arguments: str) -> Page:
        self.switch_off()
        self.running = self.driver.chromium.launch_persistent_context(
            self.memory,
            executable_path=self.engine,
            args=[*ARGUMENTS, *more_arguments],
            base_url=self.address,
            viewport=PHONE,
            reduced_motion="reduce",
            timezone_id="Asia/Ho_Chi_Minh",
        )
        self.running.set_default_timeout(20_000)
        self.running.add_cookies([{"name": "vssid_language", "value": language, "url": self.address}])
        return self.running.pages[0]

    def switch_off(self) -> None:
        if self.running is not None:
            self.running.close()
        self.running = None


OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(chromium: Browser, demonstration: Demonstration) -> Iterator[OpenContext]:
    """``new_context(language, viewport=PHONE, **options)``: a fresh browser that speaks one language."""
    opened: list[BrowserContext] = []

    def open_one(language: str = "vi", **options: object) -> BrowserContext:
        usual = {
            "base_url": demonstration.address,
            "viewport": PHONE,
            "reduced_motion": "reduce",
            "timezone_id": "Asia/Ho_Chi_Minh",
        }
        context = chromium.new_context(**{**usual, **options})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "vssid_language", "value": language, "url": demonstration.address}])
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


def arrive(page: Page, path: str) -> None:
    """Until a page whose path is ``path`` (``*``: anything) has loaded.

    Only the path counts: ``/accounts/login/?next=/me/`` ends in the address one only wants to go to.
    """
    page.wait_for_url(lambda address: fnmatchcase(urlsplit(address).path, path))


def sign_in(page: Page, login: dict[str, str]) -> None:
    """Types number and password as a person does."""
    page.goto("/accounts/login/")
    page.fill("input[name=login]", login["username"])
    page.fill("input[name=password]", login["password"])
    page.click("main form:has(input[name=password]) .v-send")
    arrive(page, "/me/*")


def show_code(page: Page, secret: str) -> None:
    """Types what an authenticator app with ``secret`` shows now, where the staff door asks for it."""
    page.fill("input[name=code]", code_at(secret, datetime.now(UTC)))
    page.click("main form .v-send")
    page.wait_for_load_state()


_SESSION_COOKIES = {"vssid_session", "vssid_device"}
_staff_sessions: dict[tuple[str, str], list[dict[str, str]]] = {}


def sign_in_staff(page: Page, login: dict[str, str]) -> None:
    """Password and the code of the app, the first time in a demonstration; afterwards the same session goes
    on, because a code opens once and the next one is half a minute away."""
    page.goto("/accounts/login/?next=/staff/")
    holder = (urlsplit(page.url).netloc, login["username"])
    if kept := _staff_sessions.get(holder):
        page.context.add_cookies(kept)
        page.goto("/staff/")
        return
    page.fill("input[name=login]", login["username"])
    page.fill("input[name=password]", login["password"])
    page.click("main form:has(input[name=password]) .v-send")
    arrive(page, "/accounts/staff/code/")
    show_code(page, login["totp_secret"])
    arrive(page, "/staff/")
    _staff_sessions[holder] = [
        {"name": cookie["name"], "value": cookie["value"], "url": page.url}
        for cookie in page.context.cookies()
        if cookie["name"] in _SESSION_COOKIES
    ]


def until(page: Page, expression: str) -> None:
    """Waits until a script expression holds; the strict policy of our pages forbids Playwright's own way."""
    deadline = time.monotonic() + 40
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"never true: {expression}"
        page.wait_for_timeout(30)
