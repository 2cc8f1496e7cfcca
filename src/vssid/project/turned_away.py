"""The page for whoever signs in when as many do as can: made once in a while, then handed out as it is.

A storm asks for more than can be had, so saying no must cost next to nothing. The page reflects nothing of
what was sent but the language, and is made anew every few seconds.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from vssid.apps.accounts.errors import SignInBusy
from vssid.project.error_page import error_page
from vssid.project.middleware.by_path import chain

COME_BACK_SECONDS = 5
_LANGUAGES_AT_ONCE = 50
_NEEDLESS = {"vssid.project.middleware.by_path.ByPath", "whitenoise.middleware.WhiteNoiseMiddleware"}

Page = tuple[str, Sequence[tuple[str, str]], bytes]


class TurnedAway:
    """``TurnedAway()(environ)``: status, headers and body, in the asker's language."""

    def __init__(self) -> None:
        self._answer = chain([name for name in settings.MIDDLEWARE if name not in _NEEDLESS], _busy)
        self._pages: dict[tuple[str, str], tuple[float, Page]] = {}

    def __call__(self, environ: dict[str, Any]) -> Page:
        asker = (_chosen_language(environ), str(environ.get("HTTP_ACCEPT_LANGUAGE", ""))[:80])
        made, page = self._pages.get(asker, (0.0, None))
        if page is None or time.monotonic() - made > COME_BACK_SECONDS:
            page = self._made(environ, *asker)
            if len(self._pages) >= _LANGUAGES_AT_ONCE:
                self._pages.clear()
            self._pages[asker] = (time.monotonic(), page)
        return page

    def _made(self, environ: dict[str, Any], chosen: str, accepted: str) -> Page:
        kept = {
            key: environ[key]
            for key in ("HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "wsgi.url_scheme", *_secure())
            if key in environ
        }
        request = WSGIRequest(
            kept
            | {
                "REQUEST_METHOD": "POST",
                "PATH_INFO": environ["PATH_INFO"],
                "HTTP_ACCEPT_LANGUAGE": accepted,
                "HTTP_COOKIE": f"{settings.LANGUAGE_COOKIE_NAME}={chosen}" if chosen else "",
                "wsgi.input": BytesIO(),
            }
        )
        response = self._answer(request)
        headers = [(name, value) for name, value in response.items() if name != "X-Request-Id"]
        return f"{response.status_code} {response.reason_phrase}", headers, response.content


def _busy(request: HttpRequest) -> HttpResponse:
    busy = SignInBusy(retry_seconds=COME_BACK_SECONDS)
    return error_page(
        request,
        gettext(busy.sentence),
        code=busy.code,
        status=busy.status,
        retry_seconds=busy.retry_seconds,
    )


def _secure() -> list[str]:
    return [settings.SECURE_PROXY_SSL_HEADER[0]] if settings.SECURE_PROXY_SSL_HEADER else []


def _chosen_language(environ: dict[str, Any]) -> str:
    """By the cookie; empty for none, or one that is not on offer."""
    try:
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return ""
    chosen = cookies.get(settings.LANGUAGE_COOKIE_NAME)
    return chosen.value if chosen and chosen.value in dict(settings.LANGUAGES) else ""
