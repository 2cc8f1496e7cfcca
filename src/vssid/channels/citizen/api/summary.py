"""The summary as bytes and headers, without a request: what is read all the time is answered in two ways.

The view answers it as every other address; the short cut of the server (project/short_cut.py) calls this
directly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

import orjson

from vssid.apps.accounts.api_tokens import TokenInvalid
from vssid.apps.accounts.selectors.bearers import bearer_of
from vssid.apps.healthcard.selectors.summary import card_and_spans
from vssid.channels.citizen.api.shapes import summary_shape
from vssid.kit import clock

CONTENT_TYPE = "application/json"
KEPT_BY = {"Cache-Control": "private, no-cache", "Vary": "Authorization"}

_BEARER = "Bearer "


@dataclass(frozen=True, slots=True)
class SummaryAnswer:
    """``body`` is what would be sent; ``unchanged``: the caller has it already."""

    body: bytes
    etag: str
    unchanged: bool


def summary_answer(*, authorization: str, known_etag: str, now: datetime) -> SummaryAnswer:
    """The bearer's own card and spans (:mod:`.shapes`). Raises TokenInvalid or TokenExpired.

    Nothing is written: the look was logged when the token was issued.
    """
    if not authorization.startswith(_BEARER):
        raise TokenInvalid
    actor = bearer_of(authorization[len(_BEARER) :], now=now)
    assert actor.person_id is not None  # noqa: S101 - a token speaks for a person
    today = now.astimezone(clock.VIETNAM).date()
    card, spans = card_and_spans(actor, actor.person_id, today=today)
    body = orjson.dumps(summary_shape(card, spans, today))
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    return SummaryAnswer(body, etag, unchanged=etag == known_etag)
