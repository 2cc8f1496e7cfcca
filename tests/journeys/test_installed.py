"""The app as a device installs it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import Device, until
from tests.environment.demonstration import Demonstration

ACTIVE = "Boolean(navigator.serviceWorker.controller)"


SCRIPT = {"Content-Type": "text/javascript", "Cache-Control": "no-cache"}


@pytest.fixture
def visited(device: Device) -> Page:
    """The start page, with its worker at work. Chromium installs nothing in a private window."""
    page = device.switch_on("ko")
    page.goto("/")
    until(page, ACTIVE)
    return page


def test_chromium_finds_nothing_against_installing(visited: Page) -> None:
    protocol = visited.context.new_cdp_session(visited)
    assert protocol.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    found = protocol.send("Page.getAppManifest")
    assert found["errors"] == []
    assert json.loads(found["data"])["lang"] == "ko"


def test_a_page_never_seen_is_answered_in_the_language_of_the_last_one(visited: Page) -> None:
    visited.context.set_offline(True)
    visited.goto("/accounts/login/")
    expect(visited.locator("html")).to_have_attribute("lang", "ko")
    expect(visited.locator("h1")).to_have_text("네트워크 없음")


def test_a_public_page_seen_before_opens_without_network_and_shows_nobody(visited: Page) -> None:
    visited.goto("/help/")
    until(visited, "caches.match('/help/').then(Boolean)")
    visited.context.set_offline(True)
    visited.goto("/help/")
    expect(visited.locator("h1")).not_to_have_text("네트워크 없음")


def test_a_new_version_waits_until_it_is_asked_for(device: Device, demonstration: Demonstration) -> None:
    page = device.switch_on()
    page.goto("/")
    until(page, ACTIVE)
    before = _version(page)
    script = page.request.get("/service-worker.js").text()
    newer = script.replace(f'"version": "{before}"', '"version": "000000000000"')
    assert newer != script
    page.context.route("**/service-worker.js", lambda route: route.fulfill(body=newer, headers=SCRIPT))
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    notice = page.locator(".v-toast")
    expect(notice).to_contain_text("Đã có bản mới")
    assert before in _caches(page)
    with page.expect_navigation():
        notice.locator("[data-do=take-over]").click()
    until(page, ACTIVE)
    assert _version(page) == "000000000000"
    expect(notice).to_have_count(0)


def test_a_push_shows_a_notice_that_leads_into_the_app(visited: Page) -> None:
    """The payload another site would have liked: its address is not followed."""
    worker = visited.context.service_workers[0]
    visited.context.grant_permissions(["notifications"])
    _deliver(
        visited, {"title": "Thông báo", "body": "Có tin mới", "url": "https://evil.example/", "tag": "t1"}
    )
    shown = worker.evaluate(
        "self.registration.getNotifications().then(all => all.map(n => [n.title, n.body, n.tag, n.data.url]))"
    )
    assert shown == [["Thông báo", "Có tin mới", "t1", "https://evil.example/"]]


def _deliver(page: Page, payload: dict[str, str]) -> None:
    protocol = page.context.new_cdp_session(page)
    registrations: list[str] = []
    protocol.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registrations.extend(one["registrationId"] for one in event["registrations"]),
    )
    protocol.send("ServiceWorker.enable")
    while not registrations:
        page.wait_for_timeout(20)
    origin = page.evaluate("location.origin")
    message = {"origin": origin, "registrationId": registrations[0], "data": json.dumps(payload)}
    protocol.send("ServiceWorker.deliverPushMessage", message)


def _version(page: Page) -> str:
    (name,) = [name for name in _caches(page).split() if name.startswith("vssid-files-")]
    return name.removeprefix("vssid-files-")


def _caches(page: Page) -> str:
    return str(page.evaluate("caches.keys().then(names => names.join(' '))"))
