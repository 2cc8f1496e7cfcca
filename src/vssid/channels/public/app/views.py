"""What makes a device offer installation, and what it shows when the network is gone."""

from __future__ import annotations

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import condition, require_safe

from vssid.channels.public.app import manifest as manifests
from vssid.channels.public.app import shell, worker
from vssid.domain.values.problem import NotFound
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    response = JsonResponse(manifests.drawn(), content_type="application/manifest+json")
    response["Cache-Control"] = "no-cache"
    return response


def _etag(request: HttpRequest) -> str:
    return f'"{worker.current().version}"'


@open_to(Audience.EVERYONE)
@require_safe
@condition(etag_func=_etag)
@csp({"default-src": [NONE], "connect-src": [SELF]})  # type: ignore[untyped-decorator]
def service_worker(request: HttpRequest) -> HttpResponse:
    """Asked again at every visit, and answered with 304 until something it keeps has changed."""
    response = HttpResponse(worker.current().script, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    response["Cache-Control"] = "no-cache"
    return response


@open_to(Audience.EVERYONE)
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, shell.TEMPLATE, shell.values())


@open_to(Audience.EVERYONE)
@require_safe
def offline_in(request: HttpRequest, language: str) -> HttpResponse:
    """The same in a named language: the worker keeps one of each, asked for without cookies."""
    if language not in dict(settings.LANGUAGES):
        raise NotFound
    with translation.override(language):
        return render(request, shell.TEMPLATE, shell.values())
