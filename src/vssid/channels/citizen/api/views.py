"""A token from a session, and with it the summary: the card and the last twelve spans."""

from __future__ import annotations

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from vssid.apps.accounts.api_tokens import TokenInvalid
from vssid.apps.accounts.services.issue_api_token import issue_api_token
from vssid.channels.citizen.api.answers import answers, needs_session
from vssid.channels.citizen.api.summary import CONTENT_TYPE, KEPT_BY, summary_answer
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@needs_session
@open_to(Audience.CITIZEN)
@answers("POST")
def token(request: HttpRequest) -> HttpResponse:
    """``{"token": …, "expires_at": …}`` for the person signed in; 401 for a visitor."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.kind is ActorKind.ANONYMOUS:
        raise TokenInvalid
    made, until = issue_api_token(actor=actor, now=clock.now())
    body = orjson.dumps({"token": made, "expires_at": until})
    return HttpResponse(body, content_type=CONTENT_TYPE, status=201)


@open_to(Audience.TOKEN)
@answers("GET", "HEAD")
def summary(request: HttpRequest) -> HttpResponse:
    """The bearer's own card and spans; 304 when ``If-None-Match`` names what would be sent."""
    answer = summary_answer(
        authorization=request.META.get("HTTP_AUTHORIZATION", ""),
        known_etag=request.META.get("HTTP_IF_NONE_MATCH", ""),
        now=clock.now(),
    )
    headers = {"ETag": answer.etag, **KEPT_BY}
    if answer.unchanged:
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(answer.body, content_type=CONTENT_TYPE, headers=headers)
