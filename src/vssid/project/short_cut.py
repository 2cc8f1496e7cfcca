"""Answers the read that is asked most before a request object is even made.

Django's handler, request, signals and middleware cost as much as the read itself. So the one plain case,
a GET of the summary with a good token, is answered here with the same bytes and headers; whatever is not
plain, or fails in any way, goes the ordinary road, which says what is wrong and logs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import reverse

from vssid.channels.citizen.api.summary import CONTENT_TYPE, KEPT_BY, summary_answer
from vssid.kit import clock
from vssid.project.middleware.by_path import chain
from vssid.project.middleware.request_id import id_for

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]


class ShortCut:
    """The WSGI application around ``ordinary``."""

    def __init__(self, ordinary: Application) -> None:
        self.ordinary = ordinary
        self.path = reverse("api:summary")
        self.headers = [*_headers_of_the_api(), *KEPT_BY.items()]
        self.answer_headers = [("Content-Type", CONTENT_TYPE), *self.headers]

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"] != self.path or environ["REQUEST_METHOD"] != "GET" or not _is_safe(environ):
            return self.ordinary(environ, start)
        try:
            answer = summary_answer(
                authorization=environ.get("HTTP_AUTHORIZATION", ""),
                known_etag=environ.get("HTTP_IF_NONE_MATCH", ""),
                now=clock.now(),
            )
        except Exception:  # the ordinary road meets it again, answers and logs it
            return self.ordinary(environ, start)
        own = (("ETag", answer.etag), ("X-Request-Id", id_for(environ.get("HTTP_X_REQUEST_ID", ""))))
        if answer.unchanged:
            start("304 Not Modified", [*self.headers, *own])
            return []
        start("200 OK", [*self.answer_headers, *own])
        return [answer.body]


def _headers_of_the_api() -> list[tuple[str, str]]:
    """What the middleware of the API puts on every good answer; it does not depend on the request."""
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "HTTP_X_FORWARDED_PROTO": "https",
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "https" if settings.HTTPS else "http",
        }
    )
    answer = chain(settings.API_MIDDLEWARE, lambda _: HttpResponse(headers=KEPT_BY))(request)
    left_out = {"Content-Type", "X-Request-Id", *KEPT_BY}
    return [(name, value) for name, value in answer.items() if name not in left_out]


def _is_safe(environ: Environ) -> bool:
    """Where HTTPS is asked for, a request that came without is redirected by the ordinary road."""
    if not settings.HTTPS:
        return True
    if settings.SECURE_PROXY_SSL_HEADER:
        name, value = settings.SECURE_PROXY_SSL_HEADER
        return bool(environ.get(name) == value)
    return bool(environ["wsgi.url_scheme"] == "https")
