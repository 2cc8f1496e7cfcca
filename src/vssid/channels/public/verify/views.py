"""The check page: a form; with a code in the address (from the QR), a code or a file, the answer above it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.documents.errors import TooManyChecks
from vssid.apps.documents.ports import signer
from vssid.apps.documents.services.check_document import check_document
from vssid.apps.documents.services.check_file import check_file
from vssid.channels.public.verify.answers import ShownAnswer, shown, shown_file
from vssid.channels.public.verify.forms import VerifyForm
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.formats.waiting import try_again

_TEMPLATE = "public/verify.html"


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """200 with the answer, whatever it is; 429 with ``Retry-After`` when the caller's budget is spent."""
    form = _form(request)
    if not form.is_bound or not form.is_valid():
        return render(request, _TEMPLATE, {"form": form, "tab": "lookup"})
    try:
        answer = _answer(request, form)
    except TooManyChecks as refused:
        context = {
            "form": form,
            "refused": try_again(refused.retry_seconds or 1, now=clock.now()),
            "tab": "lookup",
        }
        response = render(request, _TEMPLATE, context, status=TooManyChecks.status)
        response["Retry-After"] = str(refused.retry_seconds)
        return response
    return render(request, _TEMPLATE, {"form": form, "answer": answer, "tab": "lookup"})


@open_to(Audience.EVERYONE)
@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """The keys that sign facts, as a JWK set."""
    response = JsonResponse({"keys": signer().public_keys()}, content_type="application/jwk-set+json")
    response["Cache-Control"] = "public, max-age=3600"
    return response


def _answer(request: HttpRequest, form: VerifyForm) -> ShownAnswer:
    code, file = form.cleaned_data["code"], form.cleaned_data["file"]
    if file is None:
        return shown(check_document(caller=network_of(request), code=code, now=clock.now()))
    return shown_file(check_file(caller=network_of(request), file=file.read(), typed=code, now=clock.now()))


def _form(request: HttpRequest) -> VerifyForm:
    if request.method == "POST":
        return VerifyForm(request.POST, request.FILES)
    return VerifyForm(request.GET) if request.GET.get("code") else VerifyForm()
