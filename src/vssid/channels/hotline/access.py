"""The door of the voice agents: one credential, compared in constant time; JSON in, JSON or a problem out."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from vssid.apps.assistant.calls import VOICE_AGENT
from vssid.apps.assistant.errors import BadRequestBody
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import Problem
from vssid.kit.audience import Audience, open_to
from vssid.kit.json_problems import MethodNotAllowed, problem_response

LEAST_TOKEN = 32
"""Characters: a shorter credential lets nobody in, as an empty one does."""
_LARGEST_BODY = 16_384

Body = Mapping[str, object]
Answer = Callable[..., object]


class CredentialWrong(Problem):
    code = "credential_wrong"
    sentence = "Show the token of the voice agents: Authorization: Bearer …"
    status = 401


class BodyTooLarge(Problem):
    code = "body_too_large"
    sentence = "This is more than any request here holds."
    status = 413


def for_agents(answer: Answer) -> Callable[..., HttpResponse]:
    """``answer(actor, body, …)`` gives what becomes JSON, or None for 204. POST alone."""

    @csrf_exempt
    @open_to(Audience.VOICE_AGENT)
    @wraps(answer)
    def view(request: HttpRequest, **places: str) -> HttpResponse:
        try:
            actor = _who(request)
            if request.method != "POST":
                raise MethodNotAllowed(methods="POST")
            told = answer(actor, _body(request), **places)
        except Problem as problem:
            return problem_response(problem)
        if told is None:
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return HttpResponse(orjson.dumps(told), content_type="application/json")

    return view


def _who(request: HttpRequest) -> Actor:
    shown = request.META.get("HTTP_AUTHORIZATION", "").encode()
    token = settings.VOICE_CORE_TOKEN
    right = hmac.compare_digest(shown, f"Bearer {token}".encode())
    if not right or len(token) < LEAST_TOKEN:
        raise CredentialWrong
    return VOICE_AGENT


def _body(request: HttpRequest) -> Body:
    if int(request.META.get("CONTENT_LENGTH") or 0) > _LARGEST_BODY:
        raise BodyTooLarge
    try:
        body = orjson.loads(request.body or b"{}")
    except orjson.JSONDecodeError:
        raise BadRequestBody from None
    if not isinstance(body, dict):
        raise BadRequestBody
    return body


def text(body: Body, name: str, *, most: int, needed: bool = False) -> str:
    """Raises BadRequestBody, as do the others here."""
    value = body.get(name, "")
    if not isinstance(value, str) or len(value) > most or (needed and not value) or "\0" in value:
        raise BadRequestBody(field=name)
    return value


def number(body: Body, name: str, *, most: int) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise BadRequestBody(field=name)
    return value


def flag(body: Body, name: str) -> bool:
    value = body.get(name, False)
    if not isinstance(value, bool):
        raise BadRequestBody(field=name)
    return value


def words(body: Body, name: str, *, most: int) -> list[str]:
    """Codes without blanks."""
    value = body.get(name, [])
    if not isinstance(value, list) or len(value) > most:
        raise BadRequestBody(field=name)
    if not all(isinstance(one, str) and 0 < len(one) <= 40 and one.isprintable() for one in value):
        raise BadRequestBody(field=name)
    return [one.replace(" ", "_") for one in value]


def language(body: Body) -> str:
    """One of the site's; empty while the caller has not chosen."""
    value = text(body, "language", most=7)
    if value and value not in dict(settings.LANGUAGES):
        raise BadRequestBody(field="language")
    return value
