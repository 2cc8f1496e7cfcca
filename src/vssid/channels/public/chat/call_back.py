"""The page on which somebody leaves a telephone number for the officers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.assistant.services.ask_person import ask_call_back
from vssid.channels.public.chat import page
from vssid.channels.public.chat.forms import CallBackForm
from vssid.channels.public.chat.talker import talker
from vssid.domain.values.problem import TooMany
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    filled = CallBackForm(request.POST or None)
    if not filled.is_valid():
        return _shown(request, filled)
    try:
        ask_call_back(
            asker=talker(request, begins=True),
            caller=network_of(request),
            typed=filled.cleaned_data["phone"],
        )
    except TooMany as refused:
        response = _shown(request, filled, refused=_(refused.sentence))
        response.status_code = refused.status
        response["Retry-After"] = str(refused.retry_seconds)
        return response
    return HttpResponseRedirect(f"{reverse('public:chat')}#last")


def _shown(request: HttpRequest, filled: CallBackForm, *, refused: str = "") -> HttpResponse:
    closed = page.closed_until(talker(request))
    values = {"tab": "help", "form": filled, "refused": refused, "closed": closed}
    return render(request, "public/chat/call_back.html", values)
