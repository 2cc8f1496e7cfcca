"""The sandbox shows what a demonstration sent, once a key, and exists in a demonstration alone."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import requests
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


def _agent_says(monkeypatch: pytest.MonkeyPatch, settings: Settings, status: int) -> list[dict[str, str]]:
    """An agent that answers so; what it was sent."""
    sent: list[dict[str, str]] = []

    def answered(*_: object, json: dict[str, str] | None = None, **__: object) -> Any:
        sent.extend([json] if json else [])
        return SimpleNamespace(status_code=status, json=lambda: {"sdp": "v=0"})

    settings.VALUES = settings.VALUES | {"VSSID_VOICE_WEBRTC": True}
    monkeypatch.setattr(requests, "get", answered)
    monkeypatch.setattr(requests, "post", answered)
    return sent


@pytest.mark.django_db
def test_the_telephone_says_what_is_missing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Client(headers={"accept-language": "en"})
    assert "switched off" in page.get("/sandbox/telephone/").content.decode()
    for status, text in {204: "Ready to call", 501: "voice-web.txt", 403: "switched off"}.items():
        _agent_says(monkeypatch, settings, status)
        answer = page.get("/sandbox/telephone/")
        assert text in answer.content.decode()
        assert "microphone=(self)" in answer["Permissions-Policy"]
    monkeypatch.setattr(requests, "get", _nobody)
    assert "does not answer yet" in page.get("/sandbox/telephone/").content.decode()


def _nobody(*_: object, **__: object) -> Any:
    raise requests.ConnectionError


@pytest.mark.django_db
def test_only_the_cast_calls(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = _agent_says(monkeypatch, settings, 200)
    page, offer = Client(), {"sdp": "v=0", "caller": "lan"}
    assert page.post("/sandbox/telephone/call/", offer).json() == {"sdp": "v=0"}
    assert sent == [{"sdp": "v=0", "caller": "+84912000345", "dialled": "19009068"}]
    assert page.post("/sandbox/telephone/call/", offer | {"caller": "+84912000999"}).status_code == 400
    assert page.post("/sandbox/telephone/call/", offer | {"sdp": "v" * 40_000}).status_code == 400
    assert len(sent) == 1
    _agent_says(monkeypatch, settings, 503)
    assert page.post("/sandbox/telephone/call/", offer).status_code == 503
    settings.DEMO = False
    assert page.post("/sandbox/telephone/call/", offer).status_code == 404
    assert page.get("/sandbox/telephone/").status_code == 404
