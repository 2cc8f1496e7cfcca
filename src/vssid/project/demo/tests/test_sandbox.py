"""The sandbox shows what a demonstration sent, once a key, and exists in a demonstration alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from vssid.apps.notifications.ports import Outgoing
from vssid.apps.notifications.vocabulary import Channel
from vssid.project.demo.sandbox.outbox import SandboxOutbox, sent_messages

POINTER = Outgoing(key="k" * 32, addresses=("+84912000345",), text="BHXH: <b>co</b> thong bao", language="vi")


@pytest.fixture
def home(tmp_path: Path, settings: Settings) -> Path:
    settings.HOME = tmp_path
    return tmp_path / "demo" / "outbox"


def test_a_repeat_is_seen_as_one(home: Path) -> None:
    with SandboxOutbox(home, Channel.SMS).open() as send:
        send(POINTER)
        send(POINTER)
    (message,) = sent_messages(home)
    assert (message.times, message.address) == (2, "+84912000345")


@pytest.mark.django_db
def test_the_page_shows_and_escapes(home: Path) -> None:
    page = Client(headers={"accept-language": "en"})
    assert "Nothing has been sent yet" in page.get("/sandbox/").content.decode()
    with SandboxOutbox(home, Channel.SMS).open() as send:
        send(POINTER)
    text = page.get("/sandbox/").content.decode()
    assert "&lt;b&gt;co&lt;/b&gt; thong bao" in text
    assert "+84912000345" not in page.get("/sandbox/?channel=email").content.decode()


@pytest.mark.django_db
def test_outside_a_demonstration_there_is_none(settings: Settings) -> None:
    settings.DEMO = False
    assert Client().get("/sandbox/").status_code == 404
