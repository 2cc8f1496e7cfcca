"""Ids that may stand in an address: they say nothing about the person or the row behind them."""

from __future__ import annotations

import hmac
from base64 import b32encode
from collections.abc import Callable, Iterable
from typing import TypeVar

from vssid.kit.keyring import ring

T = TypeVar("T")
_BYTES = 10


def public_id(kind: str, *parts: object) -> str:
    """16 lower-case base32 characters (80 bits), stable for the same row, unguessable without the key."""
    name = ":".join((kind, *map(str, parts))).encode()
    return b32encode(hmac.digest(ring().public_ids, name, "sha256")[:_BYTES]).decode().lower()


def find_by_public_id(wanted: str, rows: Iterable[T], name: Callable[[T], str]) -> T | None:
    """The row among the few a person may see whose public id is ``wanted``; compared in constant time."""
    found = None
    for row in rows:
        if hmac.compare_digest(name(row).encode(), wanted.encode()):
            found = row
    return found
