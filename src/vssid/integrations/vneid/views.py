"""Off to VNeID and back. What the person sees in between, and when it fails, is the identity door's."""

from __future__ import annotations

import logging
from http import HTTPStatus

from allauth.socialaccount.helpers import complete_social_login, render_authentication_error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.services.count_eid_start import count_eid_start
from vssid.domain.values.problem import Problem
from vssid.integrations.vneid.faults import VneidDeclined, VneidRefused, VneidSilent
from vssid.integrations.vneid.provider import NationalEidProvider
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.way_back import own_address

_log = logging.getLogger("vssid.security")


@open_to(Audience.EVERYONE)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """``next``: where to go on; ``process``: connect, to link the account that is signed in.

    Only a form of ours sends anybody off: a link on a stranger's page shows the form and no more.
    """
    provider = NationalEidProvider(request)
    if request.method != "POST":
        onward = own_address(request, request.GET.get("next", ""), otherwise="")
        return render(request, "socialaccount/login.html", {"next": onward})
    count_eid_start(network=network_of(request), now=clock.now())
    try:
        return provider.redirect_from_request(request)
    except (VneidSilent, VneidRefused) as problem:
        return _stopped(request, provider, problem)


@open_to(Audience.EVERYONE)
@never_cache
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Where VNeID sends people back to."""
    provider = NationalEidProvider(request)
    if request.method == "HEAD":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    try:
        login = provider.finish(request)
    except (VneidSilent, VneidRefused, VneidDeclined) as problem:
        return _stopped(request, provider, problem)
    response: HttpResponse = complete_social_login(request, login)
    return response


def _stopped(request: HttpRequest, provider: NationalEidProvider, problem: Problem) -> HttpResponse:
    fault = problem.fault if isinstance(problem, VneidRefused) else problem.code
    _log.warning("vneid sign-in stopped", extra={"fault": str(fault)})
    response: HttpResponse = render_authentication_error(request, provider, exception=problem)
    return response
