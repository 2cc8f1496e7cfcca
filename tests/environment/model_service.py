"""A service that speaks as OpenAI's does and answers what a test wants, also badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Service:
    """``said``: the answer's words, or None for a refusal; ``raw``: the whole body instead.

    ``hangs``: it takes the question and never answers; ``drips``: it answers a byte at a time without end.
    """

    url: str = ""
    said: str | None = "1"
    raw: bytes | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    drips: bool = False
    arrived: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    """Path, headers by small name, body: what JSON says, or bytes."""
    over: threading.Event = field(default_factory=threading.Event)

    def body(self, path: str) -> bytes:
        if self.raw is not None:
            return self.raw
        if path.endswith("/transcriptions"):
            return json.dumps({"text": self.said}).encode()
        message = {"role": "assistant", "content": self.said}
        return json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}).encode()


@contextmanager
def model_service() -> Iterator[Service]:
    told = Service()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers["content-length"]))
            is_json = headers["content-type"] == "application/json"
            told.arrived.append((self.path, headers, json.loads(body) if is_json else body))
            if told.hangs:
                told.over.wait(30)
                return
            content = told.body(self.path)
            self.send_response(told.status)
            for name, value in {"Content-Length": str(len(content)), **told.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                while told.drips and not told.over.wait(0.02):
                    self.wfile.write(b" ")
                self.wfile.write(content)
            except OSError:  # who asked has hung up
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield told
    finally:
        told.over.set()
        server.shutdown()
        server.server_close()
