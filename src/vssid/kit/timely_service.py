"""Posts to a service that answers whole and soon, or is done without: models that choose or listen.

Straight to its address: no proxy of the environment, no redirection; TLS is checked as the system checks it.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from time import monotonic
from urllib.parse import urlsplit

_LONGEST_ANSWER = 64 * 1024


class NoAnswer(Exception):
    """Its text may go to the log; it holds nothing of what was sent or answered."""


class Resting(NoAnswer):
    """It failed a moment ago and is not asked for now."""


class TimelyService:
    """Whatever does not come whole within ``seconds`` is no answer. Nobody waits for a service that has
    failed: it rests for ``rest`` seconds. ``token``: empty where it wants none. Threads may share one."""

    def __init__(self, url: str, *, token: str, seconds: float, rest: float) -> None:
        self._at = urlsplit(url)
        self._token, self._seconds, self._rest = token, seconds, rest
        self._rests_until = 0.0

    @property
    def rests(self) -> bool:
        return monotonic() < self._rests_until

    def post(self, body: bytes, content_type: str) -> bytes:
        """The body of its answer, which is JSON if it keeps its word. Raises NoAnswer, or Resting."""
        if self.rests:
            raise Resting("rests")
        try:
            return self._posted(body, content_type)
        except NoAnswer:
            self._rests_until = monotonic() + self._rest
            raise
        except (OSError, HTTPException) as error:
            self._rests_until = monotonic() + self._rest
            raise NoAnswer(type(error).__name__) from error

    def _posted(self, body: bytes, content_type: str) -> bytes:
        headers = {"Content-Type": content_type, "Accept": "application/json"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        deadline = monotonic() + self._seconds
        with closing(self._connection()) as connection:
            connection.connect()
            with _cut_off(connection.sock, deadline - monotonic()):
                connection.request("POST", self._at.path, body, headers)
                answer = connection.getresponse()
                told = answer.read(_LONGEST_ANSWER + 1)
        if monotonic() > deadline:
            raise NoAnswer("too late")
        if answer.status != HTTPStatus.OK:
            raise NoAnswer(f"status {answer.status}")
        if len(told) > _LONGEST_ANSWER:
            raise NoAnswer("too long")
        return told

    def _connection(self) -> HTTPConnection:
        kind = HTTPSConnection if self._at.scheme == "https" else HTTPConnection
        return kind(self._at.hostname or "", self._at.port, timeout=self._seconds)


@contextmanager
def _cut_off(connected: socket.socket, seconds: float) -> Iterator[None]:
    """A service that drips would hold a worker as long as it likes: the time-out of a socket begins anew with
    each byte, so the socket itself is shut."""
    timer = Timer(max(0.0, seconds), _shut, (connected,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _shut(connected: socket.socket) -> None:
    with suppress(OSError):  # the service was faster and has hung up
        # of the socket below TLS: that of TLS takes away what the reading thread is using
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
