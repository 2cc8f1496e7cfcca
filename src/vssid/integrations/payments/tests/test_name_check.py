"""The name check against a gateway that says anything."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from vssid.apps.benefits.ports import NameAnswer
from vssid.integrations.payments.name_check import NameCheckGateway
from vssid.integrations.payments.sandbox import SandboxNameCheck

CHECK = NameCheckGateway(url="https://pay.example/name", token="t")


def answer(status: int, body: bytes) -> requests.Response:
    made = requests.Response()
    made.status_code, made._content = status, body
    return made


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, b'{"result": "match"}', NameAnswer.MATCH),
        (200, b'{"result": "close"}', NameAnswer.CLOSE),
        (200, b'{"result": "no_match"}', NameAnswer.NO_MATCH),
        (200, b'{"result": "unavailable"}', NameAnswer.UNAVAILABLE),
        (200, b'{"result": ["match"]}', NameAnswer.UNAVAILABLE),
        (200, b'"match"', NameAnswer.UNAVAILABLE),
        (200, b"match", NameAnswer.UNAVAILABLE),
        (302, b'{"result": "match"}', NameAnswer.UNAVAILABLE),
        (500, b'{"result": "match"}', NameAnswer.UNAVAILABLE),
    ],
)
def test_only_a_clear_answer_is_one(
    monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, said: NameAnswer
) -> None:
    asked: dict[str, Any] = {}

    def post(url: str, **values: Any) -> requests.Response:
        asked.update(values, url=url)
        return answer(status, body)

    monkeypatch.setattr(requests, "post", post)
    assert CHECK.ask(bank="970436", number="0011004321", name="Trần Thị Lan") is said
    assert asked["json"] == {"bank": "970436", "account": "0011004321", "name": "Trần Thị Lan"}
    assert asked["headers"] == {"Authorization": "Bearer t"}
    assert (asked["timeout"], asked["allow_redirects"]) == (3, False)


def test_a_gateway_that_is_away_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def post(*_: object, **__: object) -> requests.Response:
        raise requests.ConnectionError

    monkeypatch.setattr(requests, "post", post)
    assert CHECK.ask(bank="970436", number="0011004321", name="Trần Thị Lan") is NameAnswer.UNAVAILABLE


def test_the_sandbox_says_each_of_the_four() -> None:
    answers = {SandboxNameCheck().ask(bank="999999", number=f"00000{last}", name="") for last in range(10)}
    assert answers == set(NameAnswer)
