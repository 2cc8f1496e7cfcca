"""A push service and a browser of our own: it takes what RFC 8030 allows, and the browser can read it."""

from __future__ import annotations

import json
import secrets
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Arrival:
    """One message as the service took it. ``claims``: of the VAPID token whose signature was right."""

    path: str
    headers: dict[str, str]
    body: bytes
    claims: dict[str, Any]
    key: str


@dataclass
class PushService:
    """``answers``: status for a path instead of 201; ``pending`` holds one message a path and Topic."""

    address: str = ""
    answers: dict[str, int] = field(default_factory=dict)
    arrivals: list[Arrival] = field(default_factory=list)
    pending: dict[tuple[str, str], Arrival] = field(default_factory=dict)

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        if path in self.answers:
            return self.answers[path]
        scheme, _, rest = headers["authorization"].partition(" ")
        token, key = (part.split("=", 1)[1] for part in rest.split(","))
        claims = _verified(token, key.strip())
        if scheme != "vapid" or claims is None or claims["aud"] != self.address:
            return 403
        if headers["content-encoding"] != "aes128gcm" or not headers["ttl"].isdigit():
            return 400
        arrival = Arrival(path, headers, body, claims, key)
        self.arrivals.append(arrival)
        self.pending[(path, headers["topic"])] = arrival
        return 201


@dataclass
class PushBrowser:
    """Holds the keys a browser makes for one subscription."""

    endpoint: str
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def subscription(self) -> str:
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": _text(point), "auth": _text(self.secret)}
        return json.dumps({"endpoint": self.endpoint, "expirationTime": None, "keys": keys})

    def read(self, arrival: Arrival) -> dict[str, str]:
        opened: bytes = http_ece.decrypt(
            arrival.body, private_key=self.private, auth_secret=self.secret, version="aes128gcm"
        )
        message: dict[str, str] = json.loads(opened)
        return message


@contextmanager
def push_service() -> Iterator[PushService]:
    service = PushService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = service.take(
                self.path, {name.lower(): text for name, text in self.headers.items()}, body
            )
            self.send_response(status)
            if status == 307:
                self.send_header("Location", f"{service.address}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _verified(token: str, key: str) -> dict[str, Any] | None:
    """The claims, when the signature (ES256) is of the key that came along."""
    signed, _, signature = token.rpartition(".")
    raw = _bytes(signature)
    known = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(key))
    halves = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    try:
        known.verify(encode_dss_signature(*halves), signed.encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return None
    claims: dict[str, Any] = json.loads(_bytes(signed.partition(".")[2]))
    return claims
