"""What makes a device offer installation, and what it shows when the network is gone."""

from __future__ import annotations

from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_POST, require_safe

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.services.count_installation import TOLD, count_installation
from vssid.channels.public.app import manifest as manifests
from vssid.channels.public.app import shell, worker
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of


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


@open_to(Audience.EVERYONE)
@csrf_exempt
@require_POST
def installed(request: HttpRequest) -> HttpResponse:
    """A beacon carries no token: that it comes from a page of ours is told by the browser itself."""
    if not _is_ours(request):
        raise NotAllowed
    how = request.POST.get("how", "")
    if how not in TOLD:
        raise NotFound
    count_installation(
        event=Adoption(how),
        network=network_of(request),
        language=translation.get_language() or "vi",
        now=clock.now(),
    )
    return HttpResponse(status=204)


def _is_ours(request: HttpRequest) -> bool:
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
