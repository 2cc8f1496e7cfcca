"""The app as a device installs it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import WHOLE, Device, until
from tests.environment.demonstration import Demonstration
from tests.environment.successor import Successor, successor

ACTIVE = "Boolean(navigator.serviceWorker.controller)"
NEW = "000000000000"


@pytest.fixture
def visited(device: Device) -> Page:
    """The start page, with its worker at work. Chromium installs nothing in a private window."""
    return _visited(device)


@pytest.fixture
def visited_with_windows(device: Device) -> Page:
    """The same in a browser that installs and notifies."""
    device.engine = WHOLE
    return _visited(device)


def _visited(device: Device) -> Page:
    page = device.switch_on("ko")
    page.goto("/")
    until(page, ACTIVE)
    return page


def test_chromium_finds_nothing_against_installing(visited_with_windows: Page) -> None:
    visited = visited_with_windows
    protocol = visited.context.new_cdp_session(visited)
    assert protocol.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    found = protocol.send("Page.getAppManifest")
    assert found["errors"] == []
    assert json.loads(found["data"])["lang"] == "ko"


def test_a_page_never_seen_is_answered_in_the_language_of_the_last_one(visited: Page) -> None:
    visited.context.set_offline(True)
    visited.goto("/accounts/login/")
    expect(visited.locator("html")).to_have_attribute("lang", "ko")
    expect(visited.locator("h1")).to_have_text("인터넷 연결 없음")


def test_a_public_page_seen_before_opens_without_network_and_shows_nobody(visited: Page) -> None:
    visited.goto("/help/")
    until(visited, "caches.match('/help/').then(Boolean)")
    visited.context.set_offline(True)
    visited.goto("/help/")
    expect(visited.locator("h1")).not_to_have_text("인터넷 연결 없음")


@pytest.fixture
def next_version(demonstration: Demonstration) -> Iterator[Successor]:
    with successor(demonstration.address) as product:
        yield product


def test_a_new_version_waits_until_it_is_asked_for(device: Device, next_version: Successor) -> None:
    page = replace(device, address=next_version.address).switch_on()
    page.goto("/")
    until(page, ACTIVE)
    before = _version(page)
    next_version.renamed = (before, NEW)
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    notice = page.locator(".v-toast")
    expect(notice).to_contain_text("Đã có bản mới", timeout=30_000)
    assert before in _caches(page)
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(found => Boolean(found.waiting))")
    with page.expect_navigation():
        notice.locator("[data-do=take-over]").click()
    until(page, f"caches.keys().then(names => !names.includes('vssid-files-{before}'))")
    assert _version(page) == NEW
    expect(notice).to_have_count(0)
    page.context.close()


def test_what_is_not_needed_may_fail_and_the_app_is_installed(
    device: Device, next_version: Successor
) -> None:
    """A picture and the offline page of another language: neither is worth the whole installation."""
    next_version.missing = frozenset({"/offline/ja/", "/offline/ko/"})
    page = replace(device, address=next_version.address).switch_on()
    page.goto("/")
    until(page, ACTIVE)
    kept = page.evaluate("caches.match('/offline/vi/').then(Boolean)")
    lost = page.evaluate("caches.match('/offline/ja/').then(Boolean)")
    assert (kept, lost) == (True, False)
    page.context.close()


def test_a_page_the_worker_missed_asks_to_be_taken_care_of(visited: Page) -> None:
    """As after a load past the worker: standing before it was active, or forced by the reader."""
    protocol = visited.context.new_cdp_session(visited)
    with visited.expect_event("load"):
        protocol.send("Page.reload", {"ignoreCache": True})
    until(visited, ACTIVE)


def test_our_own_data_saver_keeps_fonts_out(device: Device, demonstration: Demonstration) -> None:
    page = device.switch_on()
    page.context.add_cookies([{"name": "vssid_ease", "value": "saver", "url": demonstration.address}])
    fetched: list[str] = []
    page.context.on("request", lambda request: fetched.append(request.url))
    page.goto("/")
    until(page, ACTIVE)
    kept = page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(async name => (await caches.open(name)).keys())))"
        ".then(found => found.flat().map(request => request.url))"
    )
    assert [address for address in kept if ".css" in address]
    assert [address for address in (*kept, *fetched) if address.endswith(".woff2")] == []


NOTE = {"title": "Thông báo", "body": "Có tin mới", "tag": "t1"}


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://evil.example/", "/accounts/login/?next=/me/"),
        ("//evil.example/", "/accounts/login/?next=/me/"),
        ("/help/", "/help/"),
    ],
)
def test_a_push_shows_a_notice_that_leads_into_the_app(
    visited_with_windows: Page, address: str, place: str
) -> None:
    """Delivered by the browser itself; without a screen nobody can tap, so the worker is handed the tap."""
    visited = visited_with_windows
    visited.context.grant_permissions(["notifications"], origin=visited.evaluate("location.origin"))
    worker = visited.context.service_workers[0]
    # the browser drops a message for a worker it is just putting to sleep; push services repeat too
    for _ in range(10):
        _deliver(visited, {**NOTE, "url": address})
        if shown := worker.evaluate(SHOWN):
            break
    assert shown == [["Thông báo", "Có tin mới", "t1", address]]
    with visited.expect_navigation():
        worker.evaluate(TAP)
    assert visited.url.removeprefix(visited.evaluate("location.origin")) == place


SHOWN = """async () => {
    for (let turn = 0; turn < 20; turn++) {
        const all = await self.registration.getNotifications();
        if (all.length) return all.map(n => [n.title, n.body, n.tag, n.data.url]);
        await new Promise(done => setTimeout(done, 100));
    }
    return [];
}"""
TAP = """async () => {
    const [notification] = await self.registration.getNotifications();
    const event = new NotificationEvent("notificationclick", { notification });
    event.waitUntil = () => {};
    self.dispatchEvent(event);
}"""


def _deliver(page: Page, payload: dict[str, str]) -> None:
    protocol = page.context.new_cdp_session(page)
    running: list[str] = []
    protocol.on(
        "ServiceWorker.workerVersionUpdated",
        lambda event: running.extend(
            version["registrationId"] for version in event["versions"] if version["status"] == "activated"
        ),
    )
    protocol.send("ServiceWorker.enable")
    while not running:
        page.wait_for_timeout(20)
    origin = page.evaluate("location.origin")
    # earlier visitors' workers may be listed too: ours is the one that came last
    message = {"origin": origin, "registrationId": running[-1], "data": json.dumps(payload)}
    protocol.send("ServiceWorker.deliverPushMessage", message)


def _version(page: Page) -> str:
    (name,) = [name for name in _caches(page).split() if name.startswith("vssid-files-")]
    return name.removeprefix("vssid-files-")


def _caches(page: Page) -> str:
    return str(page.evaluate("caches.keys().then(names => names.join(' '))"))
