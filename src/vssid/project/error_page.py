"""The page of what could not be done: what happened, what is safe and what to do, and a way on."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from vssid.domain.values.actor import ActorKind
from vssid.domain.values.problem import marked
from vssid.kit import clock
from vssid.kit.formats.sentences import in_a_row
from vssid.kit.formats.waiting import try_again

WAYS_OUT = {
    400: marked("Nothing was changed. Go back, correct it and try again."),
    401: marked("Nothing was changed. Sign in, then try again."),
    403: marked("Nothing was changed. Your own pages are open as before."),
    404: marked("Check the address, or choose from the start page."),
    409: marked("Nothing was changed. Go back and look at the current state."),
    413: marked("Nothing was stored. Go back and choose a smaller file."),
    422: marked("Nothing was changed. Go back, correct it and try again."),
    429: marked("Nothing is lost. Wait a little, then try again."),
    500: marked(
        "Nothing is lost. Try again in a few minutes. If it stays so, tell the hotline the code below."
    ),
    503: marked("Nothing is lost. Try again in a few minutes."),
}
"""By status: the second sentence of every error page. The first is the situation's own."""
_SAFE = marked("Nothing is lost.")
_SAFE_COPIES = marked("Nothing is lost. A card saved on this device opens as before.")


def error_page(
    request: HttpRequest,
    title: str,
    *,
    code: str,
    status: int,
    says_all: bool = False,
    retry_seconds: int | None = None,
) -> HttpResponse:
    """``title``: the situation in the reader's language; ``says_all``: with what is safe and what to do.

    ``retry_seconds``: said in words by the clock, and to programs as ``Retry-After``.
    """
    text = "" if says_all else gettext(way_out(status))
    if retry_seconds is not None:
        safe = _SAFE_COPIES if status == HTTPStatus.SERVICE_UNAVAILABLE else _SAFE
        text = in_a_row(gettext(safe), try_again(retry_seconds, now=clock.now()))
    context = {"title": title, "text": text, "code": code, "home": _home(request, status)}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        context["saved"] = reverse("public:offline")
        context["retry"] = request.get_full_path() if request.method == "GET" else ""
    response = render(request, "ui/error.html", context, status=status)
    if retry_seconds is not None:
        response["Retry-After"] = str(retry_seconds)
    return response


def way_out(status: int) -> str:
    """The English source sentence for ``status``; of an unknown one, its hundred's."""
    return WAYS_OUT.get(status) or WAYS_OUT[500 if status >= 500 else 400]


def _home(request: HttpRequest, status: int) -> str:
    """After our own mistake nothing is asked of the database again: it may be the cause."""
    actor = getattr(request, "actor", None)
    if status >= 500 or actor is None or actor.kind is not ActorKind.CITIZEN:
        return reverse("public:home")
    return reverse("citizen:home")
