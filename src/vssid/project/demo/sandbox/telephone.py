"""A telephone in the page, with which one of the cast calls the hotline."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from vssid.kit.audience import Audience, open_to
from vssid.project.demo.accounts import members
from vssid.project.demo.sandbox import voice_agent

_HOTLINE = "19009068"
_KEYS = (
    ("1", ""), ("2", "ABC"), ("3", "DEF"), ("4", "GHI"), ("5", "JKL"), ("6", "MNO"),
    ("7", "PQRS"), ("8", "TUV"), ("9", "WXYZ"), ("*", ""), ("0", ""), ("#", ""),
)  # fmt: skip
_MAY_HEAR = "camera=(), microphone=(self), geolocation=(), payment=()"
"""The one page on which a browser may be asked for its microphone."""
_LONGEST_OFFER = 32_768


@require_safe
@open_to(Audience.EVERYONE)
def page(request: HttpRequest) -> HttpResponse:
    """For everybody, as what was sent is. Outside a demonstration there is no such page."""
    if not settings.DEMO:
        raise Http404
    callers = [member for member in members() if member.phone]
    context = {"phone": voice_agent.phone(), "callers": callers, "keys": _KEYS}
    response = render(request, "sandbox/telephone.html", context)
    response["Permissions-Policy"] = _MAY_HEAR
    return response


@require_POST
@open_to(Audience.EVERYONE)
def call(request: HttpRequest) -> HttpResponse:
    """``caller``: somebody of the cast, "" withholds the number; ``sdp``: the browser's offer."""
    if not settings.DEMO:
        raise Http404
    numbers = {member.person: member.phone for member in members()}
    caller, offer = request.POST.get("caller", ""), request.POST.get("sdp", "")
    if not offer or len(offer) > _LONGEST_OFFER or (caller and caller not in numbers):
        return JsonResponse({}, status=400)
    try:
        answer = voice_agent.connect(offer, caller=numbers.get(caller, ""), dialled=_HOTLINE)
    except voice_agent.NotConnected as reason:
        return JsonResponse({}, status=503 if reason.busy else 502)
    return JsonResponse({"sdp": answer})
