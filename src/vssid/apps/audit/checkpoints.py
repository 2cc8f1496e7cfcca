"""What a checkpoint says and how it is signed (Ed25519 with the key ring's log key)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson
from cryptography.exceptions import InvalidSignature

from vssid.kit.keyring import ring

Heads = dict[str, list[int | str]]
"""Bucket number as text -> [position of the last link, its hash]."""

_PURPOSE = b"vssid access log checkpoint\n"


@dataclass(frozen=True, slots=True)
class SignedHeads:
    """``at``: when, aware. ``signature``: base64 over purpose line, time and heads."""

    at: datetime
    heads: Heads
    signature: str

    def is_genuine(self) -> bool:
        try:
            ring().log_signer.public_key().verify(b64decode(self.signature), _message(self.at, self.heads))
        except (InvalidSignature, ValueError):
            return False
        return True

    def as_line(self) -> bytes:
        """One line of the second copy, without its end."""
        return orjson.dumps({"at": _utc(self.at), "heads": self.heads, "signature": self.signature})

    @classmethod
    def from_line(cls, line: bytes) -> SignedHeads:
        """ValueError when the line is not one this class wrote."""
        try:
            values = orjson.loads(line)
            return cls(datetime.fromisoformat(values["at"]), values["heads"], values["signature"])
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a checkpoint: {error}") from error


def signed(heads: Heads, *, at: datetime) -> SignedHeads:
    signature = ring().log_signer.sign(_message(at, heads))
    return SignedHeads(at, heads, b64encode(signature).decode())


def _message(at: datetime, heads: Heads) -> bytes:
    return _PURPOSE + orjson.dumps([_utc(at), heads], option=orjson.OPT_SORT_KEYS)


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
