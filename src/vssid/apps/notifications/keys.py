"""Numbers and names that stay the same for the same event, whoever computes them and how often."""

from __future__ import annotations

import hmac

from vssid.kit.keyring import ring

_BITS = 63


def stable_number(kind: str, *parts: object) -> int:
    """A keyed 63-bit number; equal for equal parts, of no meaning to anybody else."""
    name = ":".join((kind, *map(str, parts))).encode()
    digest = hmac.digest(ring().public_ids, name, "sha256")
    return int.from_bytes(digest[:8], "big") >> 64 - _BITS


def send_key(person_id: int, delivery_seq: int) -> str:
    """32 characters of the URL-safe alphabet: Topic of a push message, left part of a Message-ID."""
    name = f"delivery:{person_id}:{delivery_seq}".encode()
    return hmac.digest(ring().public_ids, name, "sha256")[:16].hex()
