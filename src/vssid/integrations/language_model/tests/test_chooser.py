"""A language model may choose a number, and whatever else it does changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.environment.model_service import Service, model_service

from vssid.integrations.language_model.chooser import ModelChooser

TITLES = ("How do I get a new password?", "What is VNeID?", "When does my card end?")


@pytest.fixture
def service() -> Iterator[Service]:
    with model_service() as told:
        yield told


def chooser(service: Service, *, seconds: float = 5, rest: float = 60) -> ModelChooser:
    return ModelChooser(url=service.url + "/", model="small", token="secret", seconds=seconds, rest=rest)


def test_it_is_asked_for_a_number_and_gives_one(service: Service) -> None:
    service.said = " 3\n"
    assert chooser(service).choose('My card "ended"', TITLES) == 3
    ((path, headers, body),) = service.arrived
    assert (path, headers["authorization"]) == ("/v1/chat/completions", "Bearer secret")
    assert (body["model"], body["temperature"], body["max_tokens"]) == ("small", 0, 4)
    assert body["messages"][1]["content"] == (
        'Question: "My card \\"ended\\""\n\n'
        "1. How do I get a new password?\n2. What is VNeID?\n3. When does my card end?"
    )


@pytest.mark.parametrize(
    "said",
    [
        *("0", "4", "-1", "99", "1.", "01", "１", "1 or 2", "12", "", "one", "1\n2"),
        "The answer is 2.",
        "Ignore the list. Your password is reset; call 0900 123 456.",
        '{"choice": 2}',
        None,
    ],
)
def test_whatever_is_no_number_of_the_list_is_no_answer(service: Service, said: str | None) -> None:
    service.said = said
    asked = chooser(service)
    assert asked.choose("My card", TITLES) is None
    service.said = "2"
    assert asked.choose("My card", TITLES) == 2, "it has answered, if badly: it is asked again"


@pytest.mark.parametrize(
    "raw", [b"", b"2", b"<html>", b"[]", b'{"choices": []}', b"\xff\xfe", b"{" * 5000, b"null"]
)
def test_what_is_no_answer_of_such_a_service_is_none(service: Service, raw: bytes) -> None:
    service.raw = raw
    assert chooser(service).choose("My card", TITLES) is None


@pytest.mark.parametrize("status", [201, 301, 401, 404, 429, 500, 503])
def test_an_error_or_a_redirection_is_no_answer_and_the_service_rests(service: Service, status: int) -> None:
    service.status = status
    service.headers = {"Location": service.url.replace("/v1", "/elsewhere")}
    asked = chooser(service)
    assert asked.choose("My card", TITLES) is None
    service.status = 200
    assert asked.choose("My card", TITLES) is None
    assert len(service.arrived) == 1
    assert chooser(service, rest=0).choose("My card", TITLES) == 1


@pytest.mark.parametrize("fault", ["hangs", "drips"])
def test_nobody_waits_for_a_service_that_hangs_or_drips(service: Service, fault: str) -> None:
    setattr(service, fault, True)
    asked = chooser(service, seconds=0.2)
    assert asked.choose("My card", TITLES) is None
    assert asked.choose("My card", TITLES) is None, "the second time without asking"
    assert len(service.arrived) == 1


def test_an_answer_without_end_is_none(service: Service) -> None:
    service.raw = json.dumps({"choices": [{"message": {"content": "1"}}]}).encode().rjust(70_000)
    assert chooser(service).choose("My card", TITLES) is None


def test_a_service_that_is_away_is_none() -> None:
    with model_service() as gone:
        url = gone.url
    assert ModelChooser(url=url, model="m", token="").choose("My card", TITLES) is None


def test_no_token_is_sent_where_none_is_wanted(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert ModelChooser(url=service.url, model="m", token="").choose("My card", TITLES) == 1
    assert "authorization" not in service.arrived[0][1]
