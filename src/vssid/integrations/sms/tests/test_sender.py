"""Text messages against a gateway of our own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from vssid.apps.notifications.ports import AddressGone, Outgoing, TryLater
from vssid.integrations.sms.sender import SmsGateway

POINTER = Outgoing(key="c" * 32, addresses=("+84912000345",), text="BHXH: thong bao moi.", language="vi")


@dataclass
class Gateway:
    """What arrived, as (authorization, message); and what is answered instead of 202."""

    url: str = ""
    arrived: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    status: int = 202
    headers: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    told = Gateway()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.arrived.append((self.headers["Authorization"], json.loads(body)))
            self.send_response(told.status)
            for name, value in {"Content-Length": "0", **told.headers}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    told.url = f"http://127.0.0.1:{server.server_port}/messages"
    yield told
    server.shutdown()
    server.server_close()


def sends(gateway: Gateway) -> None:
    with SmsGateway(url=gateway.url, token="t", sender="BHXH").open() as send:
        send(POINTER)


def test_a_message_has_a_name_that_stays(gateway: Gateway) -> None:
    sends(gateway)
    message = {"id": "c" * 32, "to": "+84912000345", "from": "BHXH", "text": POINTER.text}
    assert gateway.arrived == [("Bearer t", message)]


@pytest.mark.parametrize("status", [400, 404, 410, 422])
def test_a_number_that_nobody_has_is_gone(gateway: Gateway, status: int) -> None:
    gateway.status = status
    with pytest.raises(AddressGone):
        sends(gateway)


@pytest.mark.parametrize(
    ("status", "asked", "seconds"), [(429, "30", 30), (503, "9999999", 86_400), (500, "x", 0)]
)
def test_a_busy_gateway_is_left_alone(gateway: Gateway, status: int, asked: str, seconds: int) -> None:
    gateway.status, gateway.headers = status, {"Retry-After": asked}
    with pytest.raises(TryLater) as later:
        sends(gateway)
    assert later.value.seconds == seconds


def test_the_token_follows_no_redirect(gateway: Gateway) -> None:
    gateway.status, gateway.headers = 307, {"Location": gateway.url}
    with pytest.raises(TryLater):
        sends(gateway)
    assert len(gateway.arrived) == 1


def test_a_gateway_that_is_away_is_tried_again() -> None:
    with pytest.raises(TryLater):
        sends(Gateway(url="http://127.0.0.1:9/messages"))
