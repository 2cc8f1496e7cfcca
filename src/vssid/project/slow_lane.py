"""Sign-ins are made to be slow; reading must not wait behind them. So they have a process of their own.

``vssid serve`` starts it beside the processes that read, at a lower priority (``LESS``), behind a socket that
only its own user can open. Whoever posts a form of ``/accounts/`` is answered there; the reading process only
hands the bytes over. When the lane is full, whoever signs in is asked to come again, and every other form is
answered where it arrived; so is everything when there is no lane.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import quote

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]
Page = tuple[str, Sequence[tuple[str, str]], bytes]

SOCKET = "SLOW_LANE_SOCKET"
"""The environment variable that tells the reading processes where the lane is."""
LESS = 10
"""Added to the niceness: while something reads, the lane gets about a tenth of a core that both want."""
THREADS = 8

_DOORS, _SIGN_IN = "/accounts/", "/accounts/login/"
_LONGEST_SECONDS = 60.0
_CALLER, _CALLER_HEADER = "HTTP_X_LANE_CALLER", "X-Lane-Caller"
_OF_ONE_CONNECTION = {
    "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "expect",
}  # fmt: skip


class SlowLane:
    """The WSGI application around ``ordinary``; at most ``places`` threads of this process await the lane.

    ``turned_away``: the page for whoever signs in when all of them do.
    """

    def __init__(
        self,
        ordinary: Application,
        socket_path: Path,
        *,
        places: int,
        turned_away: Callable[[Environ], Page],
    ) -> None:
        self._ordinary = ordinary
        self._turned_away = turned_away
        self._socket_path = socket_path
        self._places = threading.BoundedSemaphore(places)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if not _is_slow(environ):
            return self._ordinary(environ, start)
        if not self._places.acquire(blocking=False):
            return self._full(environ, start)
        try:
            with _Lane(self._socket_path) as lane:
                try:
                    lane.connect()
                except OSError:
                    return self._ordinary(environ, start)
                return _handed_over(lane, environ, start)
        finally:
            self._places.release()

    def _full(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"] != _SIGN_IN:
            return self._ordinary(environ, start)
        status, headers, body = self._turned_away(environ)
        start(status, [*headers])
        return [body]


def arriving(ordinary: Application) -> Application:
    """At the lane's end: who called is who called the process in front."""

    def application(environ: Environ, start: Start) -> Iterable[bytes]:
        environ["REMOTE_ADDR"] = environ.pop(_CALLER, "")
        return ordinary(environ, start)

    return application


@contextmanager
def open_lane() -> Iterator[None]:
    """Starts the lane's process and names its socket to those that are started meanwhile; ends it after."""
    with tempfile.TemporaryDirectory(prefix="vssid-lane-") as folder:
        path = Path(folder) / "lane"
        command = [sys.executable, "-m", "vssid", "serve", "--as-lane", str(path), "--threads", str(THREADS)]
        child = subprocess.Popen(command)  # noqa: S603 - our own command
        os.environ[SOCKET] = str(path)
        try:
            yield
        finally:
            del os.environ[SOCKET]
            child.terminate()
            child.wait()


def step_back() -> None:
    """Of the lane's own process: lets others go first, and ends when the one that started it is gone."""
    os.nice(LESS)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


class _Lane(HTTPConnection):
    """One request through the socket."""

    def __init__(self, path: Path) -> None:
        super().__init__("lane", timeout=_LONGEST_SECONDS)
        self._path = str(path)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)

    def __enter__(self) -> _Lane:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _is_slow(environ: Environ) -> bool:
    """A form with a declared length: the rest is refused where it arrives."""
    path: str = environ["PATH_INFO"]
    return environ["REQUEST_METHOD"] == "POST" and path.startswith(_DOORS) and bool(_length(environ))


def _length(environ: Environ) -> int:
    declared = str(environ.get("CONTENT_LENGTH") or "")
    return int(declared) if declared.isascii() and declared.isdigit() else 0


def _handed_over(lane: _Lane, environ: Environ, start: Start) -> list[bytes]:
    lane.putrequest("POST", _target(environ), skip_host=True, skip_accept_encoding=True)
    for name, value in _headers(environ):
        lane.putheader(name, value.encode("latin-1"))
    lane.putheader(_CALLER_HEADER, environ.get("REMOTE_ADDR", ""))
    lane.endheaders(_body(environ))
    answer = lane.getresponse()
    start(f"{answer.status} {answer.reason}", _kept(answer))
    return [answer.read()]


def _target(environ: Environ) -> str:
    path = quote(environ["PATH_INFO"].encode("latin-1"))
    query = environ.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


def _headers(environ: Environ) -> Iterator[tuple[str, str]]:
    yield "Content-Length", str(_length(environ))
    if environ.get("CONTENT_TYPE"):
        yield "Content-Type", environ["CONTENT_TYPE"]
    for key, value in environ.items():
        if key.startswith("HTTP_") and key not in {_CALLER, "HTTP_CONTENT_LENGTH", "HTTP_CONTENT_TYPE"}:
            name = key.removeprefix("HTTP_").replace("_", "-").title()
            if name.lower() not in _OF_ONE_CONNECTION:
                yield name, value


def _body(environ: Environ) -> Iterator[bytes]:
    left = _length(environ)
    while left and (piece := environ["wsgi.input"].read(min(left, 65536))):
        left -= len(piece)
        yield piece


def _kept(answer: HTTPResponse) -> list[tuple[str, str]]:
    return [(name, value) for name, value in answer.getheaders() if name.lower() not in _OF_ONE_CONNECTION]
