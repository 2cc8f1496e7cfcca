"""The short cut answers as the ordinary road does, and leaves to it what is not plain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.conf import LazySettings
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.accounts.api_tokens import token_for
from vssid.project.short_cut import Environ, ShortCut
from vssid.project.wsgi import ordinary

# the ordinary road closes a connection it finds inside a transaction
pytestmark = pytest.mark.django_db(transaction=True)
PATH = "/api/v1/me/summary"
Answer = tuple[str, dict[str, str], bytes]
Ask = Callable[..., Answer]


@pytest.fixture
def ask(lan: Member, now: datetime) -> Ask:
    """Asks one of the two applications, as Lan unless told."""
    token = token_for(citizen(lan), until=now + timedelta(minutes=10))

    def of(application: Callable[..., Iterable[bytes]], **environ: str) -> Answer:
        return _answer(application, {"HTTP_AUTHORIZATION": f"Bearer {token}", **environ})

    return of


def refuse(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
    raise AssertionError("this took the ordinary road")


def elsewhere(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
    start("299 Elsewhere", [])
    return [b""]


def test_says_what_the_ordinary_road_says(ask: Ask) -> None:
    assert ask(ShortCut(refuse)) == ask(ordinary)


def test_the_same_answer_is_not_sent_twice(ask: Ask) -> None:
    _, headers, _ = ask(ShortCut(refuse))
    again = ask(ShortCut(refuse), HTTP_IF_NONE_MATCH=headers["ETag"])
    assert again == ask(ordinary, HTTP_IF_NONE_MATCH=headers["ETag"])
    assert (again[0], again[2]) == ("304 Not Modified", b"")


@pytest.mark.parametrize(
    "environ",
    [
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "HEAD"},
        {"PATH_INFO": "/api/v1/token"},
        {"PATH_INFO": "/"},
        {"HTTP_AUTHORIZATION": ""},
        {"HTTP_AUTHORIZATION": "Bearer ####"},
    ],
)
def test_leaves_the_rest_to_the_ordinary_road(ask: Ask, environ: dict[str, str]) -> None:
    assert ask(ShortCut(elsewhere), **environ)[0] == "299 Elsewhere"


def test_a_failure_is_left_to_the_ordinary_road(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("vssid.project.short_cut.summary_answer", fail)
    assert ask(ShortCut(elsewhere))[0] == "299 Elsewhere"


def test_where_https_is_asked_for_only_https_is_answered(ask: Ask, settings: LazySettings) -> None:
    settings.HTTPS, settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, True, 60
    assert ask(ShortCut(elsewhere))[0] == "299 Elsewhere"
    _, headers, _ = ask(ShortCut(refuse), **{"wsgi.url_scheme": "https"})
    assert headers["Strict-Transport-Security"].startswith("max-age=60")


def test_a_proxy_says_what_came_by_https(ask: Ask, settings: LazySettings) -> None:
    settings.HTTPS, settings.SECURE_SSL_REDIRECT = True, True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert ask(ShortCut(refuse), HTTP_X_FORWARDED_PROTO="https")[0] == "200 OK"
    assert ask(ShortCut(elsewhere), HTTP_X_FORWARDED_PROTO="http")[0] == "299 Elsewhere"


def _answer(application: Callable[..., Iterable[bytes]], environ: dict[str, str]) -> Answer:
    said: list[Any] = []
    request = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": PATH,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_X_REQUEST_ID": "one-and-the-same",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **environ,
    }
    body = b"".join(application(request, lambda *status: said.extend(status)))
    return said[0], dict(said[1]), body
