"""The product as its next version would be: pages handed on, the worker's script with another version."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

WORKER = "/service-worker.js"
_OF_ONE_LINK = {"connection", "transfer-encoding", "content-length", "date", "server"}


@dataclass
class Successor:
    """``renamed``: old and new version once the next one is out. ``missing``: addresses that fail."""

    address: str = ""
    renamed: tuple[str, str] = ("", "")
    missing: frozenset[str] = frozenset()


@contextmanager
def successor(product: str) -> Iterator[Successor]:
    """Serves reading alone. What a test routes within the browser does not reach a worker's script."""
    place = urlsplit(product)
    here = Successor()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            link = HTTPConnection(place.hostname or "", place.port, timeout=30)
            asked = {name: text for name, text in self.headers.items() if name.lower() != "accept-encoding"}
            link.request("GET", self.path, headers=asked)
            answer = link.getresponse()
            body = answer.read()
            link.close()
            if self.path == WORKER and here.renamed[0]:
                body = body.replace(here.renamed[0].encode(), here.renamed[1].encode())
            self.send_response(500 if self.path in here.missing else answer.status)
            for name, text in answer.getheaders():
                if name.lower() not in _OF_ONE_LINK:
                    self.send_header(name, text)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
