"""Pages for what goes wrong outside any use case: form expired, page missing, our own fault."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from vssid.domain.values.problem import NotFound
from vssid.project.error_page import error_page
from vssid.project.unavailable import database_refuses, unavailable, unavailable_page


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    sentence = gettext(
        "This form was open too long or was opened elsewhere. Go back, reload the page and send it again."
    )
    return error_page(request, sentence, code="form_expired", status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    sentence = gettext("The browser sent something this page does not understand. Go back and try again.")
    return error_page(request, sentence, code="bad_request", status=400, says_all=True)


def too_large(request: HttpRequest) -> HttpResponse:
    sentence = gettext("What was sent is too large. Nothing was stored. Go back and choose a smaller file.")
    return error_page(request, sentence, code="too_large", status=413, says_all=True)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, gettext(NotFound.sentence), code=NotFound.code, status=404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """The framework calls this while the error is being handled, wherever it came from."""
    if database_refuses(sys.exception()):
        return unavailable_page(request, unavailable())
    sentence = gettext("The service made a mistake. Nothing is lost. Try again in a few minutes.")
    return error_page(request, sentence, code="server_error", status=500, says_all=True)
