"""Sends requests of the API past everything that only pages need.

Session, forms, messages, language and sign-in cost more than the hot read itself. An address under
``/api/`` or ``/internal/`` is served by the short chain (request id, headers) unless its view says
``needs_session = True``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve
from django.utils.module_loading import import_string

from vssid.domain.values.problem import NotFound, Problem
from vssid.kit.json_problems import problem_response
from vssid.project.unavailable import database_refuses, unavailable

_PREFIXES = ("/api/", "/internal/")
_log = logging.getLogger("vssid.api")

Handler = Callable[[HttpRequest], HttpResponse]


class OurFault(Problem):
    code = "server_error"
    sentence = "The service made a mistake. Nothing is lost. Try again in a few minutes."
    status = 500


class ByPath:
    """The first middleware of the long chain; ``settings.API_MIDDLEWARE`` is the short one."""

    def __init__(self, get_response: Handler) -> None:
        self.pages = get_response
        self.api = chain(settings.API_MIDDLEWARE, _answer)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(_PREFIXES):
            return self.pages(request)
        request.resolver_match = _match(request.path_info)
        if request.resolver_match and getattr(request.resolver_match.func, "needs_session", False):
            return self.pages(request)
        return self.api(request)


def chain(middleware: Sequence[str], handler: Handler) -> Handler:
    """``handler`` within ``middleware``, the first outermost."""
    for path in reversed(middleware):
        handler = import_string(path)(handler)
    return handler


@lru_cache(maxsize=256)
def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Http404:
        return None


def _answer(request: HttpRequest) -> HttpResponse:
    """Calls the view; whatever it raises becomes a problem in JSON here: no other layer is left."""
    match = request.resolver_match
    if match is None:
        return problem_response(NotFound())
    try:
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Exception as error:
        _log.exception("failed", extra={"route": match.route})
        return problem_response(unavailable() if database_refuses(error) else OurFault())
    return response
