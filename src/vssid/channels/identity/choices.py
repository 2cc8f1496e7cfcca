"""Language and text size: chosen before sign-in or after, kept in the browser and in the account."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as set_language_cookie

from vssid.apps.accounts.services.set_preferences import TEXT_SIZES, set_preferences
from vssid.channels.identity.visitor import carries_session, visitor_of
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.way_back import own_address
from vssid.ui import appearance


@open_to(Audience.EVERYONE)
@require_POST
def set_language(request: HttpRequest) -> HttpResponseBase:
    """``language``: a code on offer; ``next``: where to go on, on this site alone."""
    language = request.POST.get("language", "")
    if carries_session(request) and language in dict(settings.LANGUAGES):
        set_preferences(actor=visitor_of(request).actor, language=language, now=clock.now())
    return set_language_cookie(request)


@open_to(Audience.EVERYONE)
@require_POST
def set_text_size(request: HttpRequest) -> HttpResponseBase:
    """``size``: percent, one of those on offer; ``next`` as above."""
    size = request.POST.get("size", "")
    response = HttpResponseRedirect(own_address(request, request.POST.get("next", ""), otherwise="/"))
    if size not in map(str, TEXT_SIZES):
        return response
    if carries_session(request):
        set_preferences(actor=visitor_of(request).actor, text_size=int(size), now=clock.now())
    appearance.remember(response, replace(appearance.chosen(request), text=size))
    return response


def keep_language(response: HttpResponseBase, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
