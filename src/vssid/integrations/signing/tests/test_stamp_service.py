"""Time-stamps asked over HTTP (RFC 3161), of a service on this machine."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import tsp

from vssid.apps.documents.errors import SealUnavailable
from vssid.apps.documents.seals import SealState
from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.signing.office import SigningOffice
from vssid.integrations.signing.stamps import DemoStamper
from vssid.kit import clock


@pytest.fixture
def service(folder: Path, now: datetime) -> Iterator[HTTPServer]:
    """Answers as the demonstration's authority does; ``asked`` counts."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            request = tsp.TimeStampReq.load(body)
            with clock.pinned(now):
                stamper = DemoStamper(SealFolder(folder))
                answer = asyncio.run(stamper.async_request_tsa_response(request)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def test_a_service_stamps(folder: Path, service: HTTPServer, page: bytes, now: datetime) -> None:
    office = SigningOffice(folder, stamps=f"http://127.0.0.1:{service.server_port}/")
    assert office.examine(office.seal(page, at=now), at=now).state is SealState.SEALED


def test_without_an_answer_there_is_no_paper(folder: Path, page: bytes, now: datetime) -> None:
    office = SigningOffice(folder, stamps="http://127.0.0.1:9/")
    with pytest.raises(SealUnavailable):
        office.seal(page, at=now)
