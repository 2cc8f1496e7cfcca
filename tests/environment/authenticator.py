"""A passkey in software: answers the two questions of a site as a telephone does, or wrongly on demand."""

from __future__ import annotations

import hashlib
import json
import secrets
import struct
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor

_PRESENT, _VERIFIED, _NEW_KEY = 0x01, 0x04, 0x40


@dataclass
class SoftPasskey:
    """``site``: the name it is bound to; ``verifies``: whether it checks its holder."""

    site: str = "testserver"
    verifies: bool = True
    handle: str = ""
    identifier: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def made(self, options: str, **wrong: Any) -> str:
        """The answer to the question of making one; ``wrong`` replaces ``origin`` or ``challenge``."""
        asked = json.loads(options)
        self.handle = asked["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
        public = cbor.encode({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        identity = bytes(16) + struct.pack(">H", len(self.identifier)) + self.identifier
        data = self._data(_NEW_KEY) + identity + public
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", asked, wrong)
        return self._answer(clientDataJSON=_text(client), attestationObject=_text(attestation))

    def shown(self, options: str, **wrong: Any) -> str:
        """The answer to the question of showing it; ``wrong`` may also name another ``handle``."""
        asked = json.loads(options)
        client, data = self._client("webauthn.get", asked, wrong), self._data()
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            clientDataJSON=_text(client),
            authenticatorData=_text(data),
            signature=_text(signature),
            userHandle=wrong.get("handle", self.handle),
        )

    def _data(self, flags: int = 0) -> bytes:
        flags |= _PRESENT | (_VERIFIED if self.verifies else 0)
        return hashlib.sha256(self.site.encode()).digest() + struct.pack(">BI", flags, 0)

    def _client(self, kind: str, asked: dict[str, Any], wrong: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": asked["challenge"], "origin": f"https://{self.site}"}
        replaced = {name: wrong[name] for name in said.keys() & wrong.keys()}
        return json.dumps(said | replaced).encode()

    def _answer(self, **response: str) -> str:
        name = _text(self.identifier)
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "response": response,
                "clientExtensionResults": {},
            }
        )


def handle_of(account_id: int) -> str:
    """What an authenticator keeps to lead back to the account."""
    digits, number = "", account_id
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return _text(digits.encode())


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")
