"""The form in which an event is sealed. docs/develop/access-log.md tells it to those who check from outside.

A JSON array of the columns below in this order, UTF-8, without spaces; times as RFC 3339 in UTC ending in
``Z``, with six decimals or, for a whole second, none. A link is SHA-256 over the 32 bytes of the link before
(32 zero bytes for the first) followed by this form.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import orjson

COLUMNS = (
    "person_id",
    "seq",
    "at",
    "visible_from",
    "month",
    "bucket",
    "action",
    "data_group",
    "actor_kind",
    "actor_ref",
    "actor_name",
    "purpose",
    "case",
    "channel",
    "delay_ground",
)
BEFORE_THE_FIRST = "00" * 32


def canonical(values: Sequence[object]) -> bytes:
    """``values`` of :data:`COLUMNS` in order; times as aware datetimes in UTC or already as text."""
    return orjson.dumps(tuple(values), option=orjson.OPT_UTC_Z)


def link(previous: str, values: Sequence[object]) -> str:
    """The hash, 64 hexadecimal digits, of the link that follows ``previous``."""
    return sha256(bytes.fromhex(previous) + canonical(values)).hexdigest()
