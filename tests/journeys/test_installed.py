"""The app as a device installs it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import Device, until

ACTIVE = "Boolean(navigator.serviceWorker.controller)"


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
