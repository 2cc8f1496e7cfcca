"""Forms of /accounts/ go through the lane with all they carry; without a lane they are answered in place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from socketserver import ThreadingMixIn, UnixStreamServer
from tempfile import TemporaryDirectory
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler

import pytest

from vssid.project.slow_lane import Environ, SlowLane, Start, arriving
from vssid.project.turned_away import TurnedAway


class _Handler(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingMixIn, UnixStreamServer):
    """What stands at the lane's end, without granian."""

    base_environ: dict[str, str] = {}
    server_name, server_port = "lane", 0

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), _Handler)
        self.seen: list[Environ] = []
        self.gate = threading.Event()
        self.gate.set()

    def get_request(self) -> tuple[Any, Any]:
        return self.socket.accept()[0], ("", 0)

    def get_app(self) -> Any:
        return arriving(self.application)

    def application(self, environ: Environ, start: Start) -> list[bytes]:
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        self.seen.append({**environ, "body": body})
        self.gate.wait(20)
        start("302 Found", [("Location", "/me/"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
        return [b"done"]


@pytest.fixture
def lane() -> Iterator[_Server]:
    with TemporaryDirectory() as folder, _Server(Path(folder) / "lane") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def here(environ: Environ, start: Start) -> list[bytes]:
    start("200 OK", [])
    return [b"here"]


def away(environ: Environ) -> tuple[str, list[tuple[str, str]], bytes]:
    return "429 Too Many Requests", [("Retry-After", "5")], b"come again"


def in_front_of(path: Path) -> SlowLane:
    return SlowLane(here, path, places=1, turned_away=away)


def test_who_is_turned_away_reads_why_in_their_language_and_nothing_of_another() -> None:
    page = TurnedAway()
    asker = {"PATH_INFO": "/accounts/login/", "HTTP_HOST": "localhost", "wsgi.url_scheme": "http"}
    status, headers, body = page({**asker, "HTTP_COOKIE": "vssid_language=ko; sessionid=secret"})
    assert status == "429 Too Many Requests"
    named = dict(headers)
    assert named["Retry-After"] == "5"
    assert named["Content-Language"] == "ko"
    assert "Set-Cookie" not in named
    assert b"secret" not in body
    assert 'lang="ko"' in body.decode()
    assert page({**asker, "HTTP_COOKIE": "vssid_language=ko"})[2] is body, "made once"
    assert 'lang="ja"' in page({**asker, "HTTP_ACCEPT_LANGUAGE": "ja"})[2].decode()


def ask(application: SlowLane, **changes: Any) -> tuple[str, list[tuple[str, str]], bytes]:
    body = b"login=1&password=2"
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/accounts/login/",
        "QUERY_STRING": "next=/me/",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "REMOTE_ADDR": "10.1.2.3",
        "HTTP_HOST": "record.example",
        "HTTP_COOKIE": "csrftoken=x",
        "HTTP_X_LANE_CALLER": "6.6.6.6",
        "HTTP_CONNECTION": "close",
        "wsgi.input": BytesIO(body),
    }
    said: list[Any] = []
    pieces = application(environ | changes, lambda status, headers: said.extend([status, headers]))
    return said[0], said[1], b"".join(pieces)


def test_a_form_arrives_whole_and_so_does_its_answer(lane: _Server) -> None:
    status, headers, body = ask(in_front_of(Path(lane.server_address)))  # type: ignore[arg-type]
    assert (status, body) == ("302 Found", b"done")
    assert [value for name, value in headers if name == "Set-Cookie"] == ["a=1", "b=2"]
    (seen,) = lane.seen
    assert seen["body"] == b"login=1&password=2"
    assert (seen["PATH_INFO"], seen["QUERY_STRING"]) == ("/accounts/login/", "next=/me/")
    assert (seen["HTTP_HOST"], seen["HTTP_COOKIE"]) == ("record.example", "csrftoken=x")
    assert seen["REMOTE_ADDR"] == "10.1.2.3", "who called in front, and not who somebody said"


@pytest.mark.parametrize(
    "changes",
    [
        {"REQUEST_METHOD": "GET"},
        {"PATH_INFO": "/me/"},
        {"CONTENT_LENGTH": ""},
        {"CONTENT_LENGTH": "-1"},
        {"CONTENT_LENGTH": "²"},
    ],
)
def test_all_else_is_answered_in_place(lane: _Server, changes: dict[str, str]) -> None:
    assert ask(in_front_of(Path(lane.server_address)), **changes)[2] == b"here"  # type: ignore[arg-type]
    assert not lane.seen


def test_without_a_lane_a_form_is_answered_in_place(tmp_path: Path) -> None:
    assert ask(in_front_of(tmp_path / "nothing"))[2] == b"here"


def test_a_full_lane_holds_up_nobody(lane: _Server) -> None:
    application = in_front_of(Path(lane.server_address))  # type: ignore[arg-type]
    lane.gate.clear()
    first = threading.Thread(target=ask, args=(application,))
    first.start()
    while not lane.seen:
        first.join(0.01)
    assert ask(application) == away({})
    assert ask(application, PATH_INFO="/accounts/register/")[2] == b"here", "only who signs in can come again"
    lane.gate.set()
    first.join()
    assert ask(application)[2] == b"done", "the place is free again"
