"""The saved copies: what opens without network, what is kept how, and when it is gone.

The network is cut twice over: the browser is told that it is offline, and the address it knows is one behind
which nothing listens (a small relay to the product that is closed for good).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.environment.browser import Device, arrive, sign_in, until
from tests.environment.demonstration import Demonstration, free_port
from tests.environment.relay import Relay
from tests.journeys.steps.records import months_of_lan

SAVED = 8
"""Lan's pages: three cards, four funds, benefits."""

PIN = "481516"

COUNT = """new Promise(done => {
    const asked = indexedDB.open("vssid");
    asked.onsuccess = () => {
        const db = asked.result;
        if (!db.objectStoreNames.contains("copies")) { db.close(); done(0); return; }
        const count = db.transaction("copies").objectStore("copies").count();
        count.onsuccess = () => { db.close(); done(count.result); };
    };
})"""


@pytest.fixture(scope="module")
def port() -> int:
    """Of every relay here: what a telephone keeps belongs to an address."""
    return free_port()


@pytest.fixture
def relay(demonstration: Demonstration, port: int) -> Iterator[Relay]:
    with Relay(demonstration.address, port) as between:
        yield between


@pytest.fixture
def phone(device: Device, relay: Relay) -> Iterator[Device]:
    """Knows the product by the relay's address alone."""
    telephone = replace(device, address=relay.address)
    yield telephone
    telephone.switch_off()


@pytest.fixture(scope="module")
def saved_by_lan(
    driver: Playwright, demonstration: Demonstration, port: int, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The memory of a telephone that Lan has signed in on, with all copies."""
    memory = tmp_path_factory.mktemp("lan") / "device"
    with Relay(demonstration.address, port) as relay:
        telephone = Device(driver, relay.address, memory)
        try:
            page = _saved(telephone, demonstration.logins["lan"])
            # once it is switched off nobody is signed in on it, and nothing more is kept
            until(page, "caches.match('/lookup/offline/01.json').then(Boolean)")
            until(page, "caches.match('/lookup/nearby/').then(Boolean)")
        finally:
            telephone.switch_off()
    return memory


@pytest.fixture
def lans(saved_by_lan: Path, phone: Device) -> Device:
    """Lan's telephone, switched off, with all copies saved; another one for each test."""
    shutil.copytree(saved_by_lan, phone.memory, symlinks=True)
    return phone


def _online(lans: Device) -> Page:
    page = lans.switch_on()
    page.goto("/me/")
    until(page, "Boolean(navigator.serviceWorker.controller)")
    assert page.evaluate(COUNT) == SAVED
    return page


def _saved(phone: Device, login: dict[str, str], pages: int = SAVED) -> Page:
    page = phone.switch_on()
    sign_in(page, login)
    until(page, f"{COUNT}.then(found => found >= {pages})")
    page.goto("/me/")
    until(page, "Boolean(navigator.serviceWorker.controller)")
    return page


def _without_network(phone: Device, relay: Relay, days_later: int = 0) -> Page:
    """A cold start with nothing behind the address, by a clock that stands ``days_later``."""
    relay.close()
    page = phone.switch_on()
    page.context.set_offline(True)
    if days_later:
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=days_later))
    return page


def test_card_family_participation_and_benefits_open_after_a_cold_start(
    lans: Device, relay: Relay, demonstration: Demonstration
) -> None:
    page = _without_network(lans, relay)
    page.goto("/me/card/")
    main = page.locator("main")
    expect(main.locator(".v-pass-name")).to_have_text(demonstration.logins["lan"]["name"])
    expect(main.locator(".v-qr svg")).to_be_visible()
    expect(main.locator(".v-notice").first).to_contain_text(
        re.compile(r"Bản lưu lúc \d\d:\d\d, \d\d/\d\d/\d{4}")
    )
    main.locator(".v-person a", has_text="Bình").click()
    expect(main.locator(".v-pass-name")).to_contain_text("Bình")
    page.goto("/me/participation/")
    expect(main).to_contain_text(months_of_lan())
    page.locator(".v-subtabs a", has_text="BHYT").click()
    expect(page.locator(".v-subtabs [aria-current]")).to_contain_text("BHYT")
    page.goto("/me/benefits/")
    expect(page.locator("h1")).to_have_text("Chế độ đã hưởng")
    page.goto("/me/")
    expect(main.locator(".v-list li")).to_have_count(SAVED)


def test_the_places_of_the_province_are_there_without_network(lans: Device, relay: Relay) -> None:
    page = _without_network(lans, relay)
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 21.03, "longitude": 105.85})
    page.goto("/lookup/nearby/")
    page.click("[data-find]")
    rows = page.locator("[data-nearby] ol li")
    expect(rows.first).to_contain_text("km")
    assert rows.count() > 5
    listed = page.evaluate("fetch('/lookup/offline/01.json').then(answer => answer.json())")
    assert len(listed["places"]["clinics"]) > 5


def test_what_needs_the_network_is_greyed_and_visits_are_not_there(lans: Device, relay: Relay) -> None:
    page = _without_network(lans, relay)
    page.goto("/me/participation/")
    expect(page.locator("main form")).to_have_count(0)
    expect(page.locator("main a[aria-disabled=true]").first).not_to_have_attribute("href", re.compile("."))
    page.goto("/me/visits/")
    expect(page.locator("main")).to_contain_text("Thông tin lần khám không bao giờ lưu trên máy")


def test_a_card_that_has_ended_since_says_so(
    phone: Device, relay: Relay, demonstration: Demonstration
) -> None:
    """Saved in its last weeks, looked at after them: no code, and the words of an ended card."""
    page = _saved(phone, demonstration.logins["card_expiring"], pages=6)
    page.goto("/me/card/")
    expect(page.locator(".v-pass.expiring .v-qr")).to_be_visible()
    page = _without_network(phone, relay, days_later=28)
    page.context.add_cookies([{"name": "vssid_offline", "value": "30", "url": relay.address}])
    page.goto("/me/card/")
    expect(page.locator(".v-pass.expired")).to_be_visible()
    expect(page.locator(".v-qr")).to_have_count(0)
    expect(page.locator("main .v-notice.bad")).to_be_visible()


def test_copies_older_than_chosen_are_gone(lans: Device, relay: Relay) -> None:
    page = _without_network(lans, relay, days_later=8)
    page.goto("/me/card/")
    expect(page.locator("main")).to_contain_text("Trang này chưa lưu trên máy")
    assert page.evaluate(COUNT) == 0


def test_sign_out_removes_them(phone: Device, relay: Relay, demonstration: Demonstration) -> None:
    page = _saved(phone, demonstration.logins["lan"])
    page.goto("/me/profile/")
    page.locator("form[action*=logout] button").click()
    arrive(page, "/")
    until(page, f"{COUNT}.then(found => found === 0)")
    page = _without_network(phone, relay)
    page.goto("/me/card/")
    expect(page.locator("main")).to_contain_text("Trang này chưa lưu trên máy")


def test_another_person_s_sign_in_removes_them(lans: Device, demonstration: Demonstration) -> None:
    page = _online(lans)
    page.context.clear_cookies()
    sign_in(page, demonstration.logins["no_card"])
    until(page, f"{COUNT}.then(found => found > 0)")
    page.context.set_offline(True)
    page.goto("/me/")
    expect(page.locator("main .v-list")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Bình")


def test_another_person_s_slow_page_never_shows_them(
    lans: Device, relay: Relay, demonstration: Demonstration
) -> None:
    """The first person's session has lapsed; the second signs in, and their page takes longer than a copy
    waits for."""
    lan, minh = demonstration.logins["lan"], demonstration.logins["minh"]
    page = _online(lans)
    page.context.clear_cookies(name="vssid_session")
    page.goto("/accounts/login/")
    page.fill("input[name=login]", minh["username"])
    page.fill("input[name=password]", minh["password"])
    page.evaluate(
        "fetch('/accounts/login/', {method: 'POST', redirect: 'manual',"
        " body: new FormData(document.querySelector('main form'))}).then(answer => answer.type)"
    )
    page.add_init_script(
        "new MutationObserver(() => {"
        " if (document.querySelector('main .v-pass')) sessionStorage.cards ="
        " (sessionStorage.cards ?? '') + document.querySelector('main').textContent;"
        "}).observe(document, {childList: true, subtree: true})"
    )
    relay.hold()
    page.evaluate("void setTimeout(() => location.assign('/me/card/'))")
    page.wait_for_timeout(9_000)
    relay.go_on()
    expect(page.locator("main .v-pass-name")).to_have_text(minh["name"])
    shown = page.evaluate("sessionStorage.cards")
    assert minh["name"] in shown
    assert lan["name"] not in shown


def test_a_pin_locks_them_slows_guesses_and_ends_them(
    phone: Device, relay: Relay, demonstration: Demonstration
) -> None:
    page = _saved(phone, demonstration.logins["lan"])
    page.goto("/me/settings/offline/")
    page.fill("#new-pin", PIN)
    with page.expect_navigation():
        page.click("form[data-do=pin] .btn")
    until(page, f"{COUNT}.then(found => found >= {SAVED})")
    page = _without_network(phone, relay)
    page.clock.set_fixed_time(start := datetime.now(UTC))
    page.goto("/me/card/")
    expect(page.locator(".v-pass")).to_have_count(0)
    for left in (9, 8, 7):
        _guess(page, "000000")
        expect(page.locator("[data-wrong]")).to_contain_text(f"Còn {left} lần")
    _guess(page, PIN)
    expect(page.locator("[data-wait]")).to_contain_text("5 giây")
    page.clock.set_fixed_time(start + timedelta(seconds=6))
    _guess(page, PIN)
    expect(page.locator(".v-pass-name")).to_have_text(demonstration.logins["lan"]["name"])
    page.locator(".v-person a", has_text="Bình").click()
    expect(page.locator(".v-pass-name")).to_contain_text("Bình")
    page.reload()
    for guess in range(1, 11):
        page.clock.set_fixed_time(start + timedelta(hours=guess))
        _guess(page, "000000")
        if guess < 10:
            expect(page.locator("[data-wrong]")).to_contain_text(f"Còn {10 - guess} lần")
    expect(page.locator("main")).to_contain_text("Trang này chưa lưu trên máy")
    assert page.evaluate(COUNT) == 0


def _guess(page: Page, pin: str) -> None:
    page.fill("#pin", pin)
    page.click("main form .btn")


def test_a_passkey_of_the_device_locks_and_opens_them(device: Device, demonstration: Demonstration) -> None:
    """On the name ``localhost``, because a passkey belongs to a name; with a stand-in for the fingerprint."""
    address = demonstration.address.replace("127.0.0.1", "localhost")
    phone = replace(device, address=address)
    page = phone.switch_on()
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    finger = {"protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasPrf": True}
    verified = {"hasUserVerification": True, "isUserVerified": True, "hasResidentKey": True}
    made = protocol.send("WebAuthn.addVirtualAuthenticator", {"options": {**finger, **verified}})
    sign_in(page, demonstration.logins["lan"])
    page.goto("/me/settings/offline/")
    with page.expect_navigation():
        page.click("[data-do=passkey]")
    until(page, f"{COUNT}.then(found => found >= {SAVED})")
    page.context.set_offline(True)
    page.goto("/me/card/")
    page.click("main form .btn")
    expect(page.locator(".v-pass-name")).to_have_text(demonstration.logins["lan"]["name"])
    page.reload()
    somebody_else = {"authenticatorId": made["authenticatorId"], "isUserVerified": False}
    protocol.send("WebAuthn.setUserVerified", somebody_else)
    page.click("main form .btn")
    expect(page.locator("[data-wrong]")).to_be_visible()
    expect(page.locator(".v-pass-name")).to_have_count(0)
    phone.switch_off()


def test_nothing_personal_lies_open_on_the_disk(lans: Device, demonstration: Demonstration) -> None:
    """Searched in everything the browser wrote: databases, caches, histories."""
    lan = demonstration.logins["lan"]
    number = lan["insurance_number"]
    grouped = f"{number[:4]} {number[4:7]} {number[7:]}"
    secrets = [lan["name"], number, grouped, "Công ty TNHH May Hoa Chanh"]
    spellings = [text.encode(code) for text in secrets for code in ("utf-8", "utf-16-le")]
    databases = [
        *(lans.memory / "Default").rglob("IndexedDB/**/*"),
        *(lans.memory / "Default").rglob("Service Worker/**/*"),
    ]
    files = [path for path in databases if path.is_file()]
    assert files
    assert [
        (path.name, secret) for path in files for secret in spellings if secret in path.read_bytes()
    ] == []


def test_cache_storage_holds_no_address_of_a_person(lans: Device) -> None:
    page = lans.switch_on()
    page.goto("/")
    kept = page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(async name => (await caches.open(name)).keys())))"
        ".then(found => found.flat().map(request => new URL(request.url).pathname))"
    )
    assert "/offline/vi/" in kept
    assert [path for path in kept if path.startswith(("/me/", "/accounts/", "/api/", "/staff/"))] == []
