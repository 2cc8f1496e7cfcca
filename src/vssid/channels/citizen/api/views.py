"""A token from a session, and with it the summary: the card and the last twelve spans."""

from __future__ import annotations

from hashlib import blake2b

import orjson
from django.http import HttpRequest, HttpResponse

from vssid.apps.accounts.api_tokens import TokenInvalid, actor_of
from vssid.apps.accounts.services.issue_api_token import issue_api_token
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.participation.selectors.last_spans import last_spans
from vssid.channels.citizen.api.answers import answers, needs_session
from vssid.channels.citizen.api.shapes import summary_shape
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_BEARER = "Bearer "


@needs_session
@open_to(Audience.CITIZEN)
@answers("POST")
def token(request: HttpRequest) -> HttpResponse:
    """``{"token": …, "expires_at": …}`` for the person signed in; 401 for a visitor."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.kind is ActorKind.ANONYMOUS:
        raise TokenInvalid
    made, until = issue_api_token(actor=actor, now=clock.now())
    return _json(orjson.dumps({"token": made, "expires_at": until}), status=201)


@open_to(Audience.TOKEN)
@answers("GET", "HEAD")
def summary(request: HttpRequest) -> HttpResponse:
    """The bearer's own card and spans (:mod:`.shapes`); 304 when ``If-None-Match`` names what would be sent.

    Two statements, nothing written: the look was logged when the token was issued.
    """
    now = clock.now()
    actor = actor_of(_bearer(request), now=now)
    today = clock.today()
    assert actor.person_id is not None  # noqa: S101 - a token speaks for a person
    card = current_card(actor, actor.person_id, today=today)
    body = orjson.dumps(summary_shape(card, last_spans(actor, actor.person_id, today=today), today))
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    unchanged = request.META.get("HTTP_IF_NONE_MATCH") == etag
    response = HttpResponse(status=304) if unchanged else _json(body)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Authorization"
    return response


def _bearer(request: HttpRequest) -> str:
    header: str = request.META.get("HTTP_AUTHORIZATION", "")
    if not header.startswith(_BEARER):
        raise TokenInvalid
    return header[len(_BEARER) :]


def _json(body: bytes, status: int = 200) -> HttpResponse:
    return HttpResponse(body, content_type="application/json", status=status)
