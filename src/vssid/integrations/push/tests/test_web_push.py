"""Real subscriptions against a push service of our own: what arrives can be read by the browser alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.environment.push_service import PushBrowser, PushService, push_service

from vssid.apps.notifications.ports import AddressGone, Outgoing, TryLater
from vssid.integrations.push.keys import public_key, read_key, write_key
from vssid.integrations.push.sender import WebPush

POINTER = Outgoing(key="a" * 32, addresses=(), text="Có thông báo mới", subject="VssID", urgent=True)


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def sender(tmp_path: Path) -> WebPush:
    write_key(tmp_path / "push.pem")
    return WebPush(key=read_key(tmp_path / "push.pem"), contact="mailto:a@vssid.example", url="/me/inbox/")


def send(sender: WebPush, *browsers: PushBrowser, key: str = POINTER.key) -> tuple[str, ...]:
    with sender.open() as post:
        addresses = tuple(browser.subscription() for browser in browsers)
        return post(replace(POINTER, addresses=addresses, key=key)).gone


def test_the_browser_reads_the_neutral_pointer(service: PushService, sender: WebPush) -> None:
    browser = PushBrowser(f"{service.address}/phone")
    assert send(sender, browser) == ()
    (arrival,) = service.arrivals
    assert b"VssID" not in arrival.body
    assert browser.read(arrival) == {
        "title": "VssID",
        "body": "Có thông báo mới",
        "url": "/me/inbox/",
        "tag": POINTER.key,
    }
    with pytest.raises(Exception, match="Decryption"):
        PushBrowser(f"{service.address}/phone").read(arrival)


def test_says_who_sends_and_how_long_it_may_wait(
    service: PushService, sender: WebPush, tmp_path: Path
) -> None:
    send(sender, PushBrowser(f"{service.address}/phone"))
    arrival = service.arrivals[0]
    assert arrival.claims["sub"] == "mailto:a@vssid.example"
    assert 0 < arrival.claims["exp"] - time.time() <= 24 * 3600
    assert arrival.key == public_key(read_key(tmp_path / "push.pem"))
    assert (arrival.headers["topic"], arrival.headers["urgency"]) == (POINTER.key, "high")
    assert int(arrival.headers["ttl"]) == 3 * 24 * 3600


def test_a_second_try_replaces_the_first(service: PushService, sender: WebPush) -> None:
    browser = PushBrowser(f"{service.address}/phone")
    send(sender, browser)
    send(sender, browser)
    send(sender, browser, key="b" * 32)
    assert len(service.arrivals) == 3
    assert len(service.pending) == 2


@pytest.mark.parametrize("status", [404, 410])
def test_names_the_browsers_that_are_gone(service: PushService, sender: WebPush, status: int) -> None:
    here, gone = PushBrowser(f"{service.address}/here"), PushBrowser(f"{service.address}/gone")
    service.answers["/gone"] = status
    assert send(sender, here, gone) == (gone.subscription(),)
    with pytest.raises(AddressGone):
        send(sender, gone)


@pytest.mark.parametrize("status", [307, 403, 429, 500])
def test_everything_else_is_tried_again(service: PushService, sender: WebPush, status: int) -> None:
    service.answers["/phone"] = status
    with pytest.raises(TryLater, match=str(status)):
        send(sender, PushBrowser(f"{service.address}/phone"))
    assert service.arrivals == []


def test_nobody_there_is_tried_again(sender: WebPush) -> None:
    with pytest.raises(TryLater):
        send(sender, PushBrowser("http://127.0.0.1:9/phone"))


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    write_key(tmp_path / "push.pem")
    before = (tmp_path / "push.pem").read_bytes()
    with pytest.raises(FileExistsError):
        write_key(tmp_path / "push.pem")
    assert (tmp_path / "push.pem").read_bytes() == before
    assert (tmp_path / "push.pem").stat().st_mode & 0o077 == 0
