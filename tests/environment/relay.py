"""A way to the running product that can be cut for good: once closed, nothing listens at its address."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import threading
from selectors import EVENT_READ, DefaultSelector
from types import TracebackType
from urllib.parse import urlsplit


class Relay:
    """Hands on bytes between a port of its own and the product. ``close`` also cuts open connections;
    between ``hold`` and ``go_on`` bytes wait, as on a network that is there but very slow.

    ``port``: where it listens; 0: anywhere."""

    def __init__(self, address: str, port: int = 0) -> None:
        place = urlsplit(address)
        self._server = _Server((place.hostname or "127.0.0.1", place.port or 80), port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Relay:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def hold(self) -> None:
        self._server.flowing.clear()

    def go_on(self) -> None:
        self._server.flowing.set()

    def close(self) -> None:
        self.go_on()
        self._server.shutdown()
        self._server.cut()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True

    def __init__(self, target: tuple[str, int], port: int) -> None:
        super().__init__(("127.0.0.1", port), _Connection)
        self.target = target
        self.open = set[socket.socket]()
        self.flowing = threading.Event()
        self.flowing.set()

    def cut(self) -> None:
        for end in list(self.open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class _Connection(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        with contextlib.suppress(OSError), socket.create_connection(self.server.target) as there:
            ends = {self.request: there, there: self.request}
            self.server.open.update(ends)
            with DefaultSelector() as ready:
                for end in ends:
                    ready.register(end, EVENT_READ)
                while _handed_on(ready, ends):
                    self.server.flowing.wait()
            self.server.open.difference_update(ends)


def _handed_on(ready: DefaultSelector, ends: dict[socket.socket, socket.socket]) -> bool:
    """False at the end of either side."""
    for key, _ in ready.select():
        end: socket.socket = key.fileobj  # type: ignore[assignment]
        data = end.recv(65536)
        if not data:
            return False
        ends[end].sendall(data)
    return True
