"""The check page: a form; with a code in the address (from the QR) or sent, the answer above it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from vssid.apps.documents.errors import TooManyChecks
from vssid.apps.documents.services.check_document import check_document
from vssid.channels.public.verify.answers import shown
from vssid.channels.public.verify.forms import VerifyForm
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import caller_network

_TEMPLATE = "public/verify.html"


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """200 with the answer, whatever it is; 429 with ``Retry-After`` when the caller's budget is spent."""
    form = _form(request)
    if not form.is_bound or not form.is_valid():
        return render(request, _TEMPLATE, {"form": form})
    try:
        answer = check_document(
            caller=_caller(request),
            code=form.cleaned_data["code"],
            file_digest=form.file_digest(),
            now=clock.now(),
        )
    except TooManyChecks as refused:
        response = render(request, _TEMPLATE, {"form": form, "refused": True}, status=TooManyChecks.status)
        response["Retry-After"] = str(refused.details["retry_seconds"])
        return response
    return render(request, _TEMPLATE, {"form": form, "answer": shown(answer)})


def _form(request: HttpRequest) -> VerifyForm:
    if request.method == "POST":
        return VerifyForm(request.POST, request.FILES)
    return VerifyForm(request.GET) if request.GET.get("code") else VerifyForm()


def _caller(request: HttpRequest) -> str:
    return caller_network(
        remote=request.META.get("REMOTE_ADDR", ""),
        forwarded_for=request.headers.get("X-Forwarded-For", ""),
        trusted_proxies=settings.TRUSTED_PROXIES,
    )
