"""The language of a request: the address may name one (``?hl=ko``), else the cookie, else the browser.

Search engines keep no cookies, so each language of a public page needs an address. Whoever comes by such an
address with no choice of their own keeps that language; a choice once made is never changed by a link.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from vssid.channels.identity.choices import keep_language
from vssid.ui.components.reading import LANGUAGE_PARAMETER


class Language(LocaleMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        named = _named(request)
        if not named:
            super().process_request(request)
            return
        translation.activate(named)
        request.LANGUAGE_CODE = named

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response = super().process_response(request, response)
        named = _named(request)
        if named and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            keep_language(response, named)
        return response


def _named(request: HttpRequest) -> str:
    """The language the address of a page asks for; empty for none or one that is not on offer."""
    if request.method not in {"GET", "HEAD"}:
        return ""
    named = request.GET.get(LANGUAGE_PARAMETER, "")
    return named if named in dict(settings.LANGUAGES) else ""
