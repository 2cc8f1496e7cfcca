"""Sign in with a passkey, and add one."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.device_labels import device_label
from vssid.apps.accounts.errors import NetworkSlowed, PasskeyNotMade, WrongPasskey
from vssid.apps.accounts.services.add_passkey import add_passkey, may_add_passkey
from vssid.apps.limits.services.try_hit import try_hit
from vssid.channels.identity.passkeys import (
    creation_options,
    made_credential,
    request_options,
    shown_passkey,
)
from vssid.channels.identity.proofs import record_proof
from vssid.channels.identity.views.recovery_codes import codes_page
from vssid.channels.identity.visitor import visitor_of
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.way_back import own_address

_TRIES, _WINDOW = 60, timedelta(seconds=10)
"""A whole carrier may share one address: it is slowed for seconds, and nobody's account is closed."""


class PasskeyForm(forms.Form):
    """``name`` as the person will know it again; ``credential`` is filled in by the device."""

    name = forms.CharField(required=False, max_length=60, label="")
    credential = forms.CharField(widget=forms.HiddenInput, max_length=20_000)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["name"].label = _("Name of the passkey")
        self.fields["name"].help_text = _("Such as the device it is on")


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """GET: what the browser asks the device, as JSON. POST ``credential``: the device's answer."""
    _keep_pace(request)
    if request.method != "POST":
        return HttpResponse(request_options(), content_type="application/json")
    try:
        shown = shown_passkey(request.POST.get("credential", ""))
    except WrongPasskey as wrong:
        messages.error(request, _(wrong.sentence))
        return redirect("account_login")
    record_proof(request, shown.account, shown.kind)
    wanted = own_address(request, request.POST.get("next", ""), otherwise="")
    response: HttpResponse = perform_login(request, Login(user=shown.account, redirect_url=wanted or None))
    return response


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The first passkey or app of an account brings recovery codes, shown once."""
    actor, now = visitor_of(request).actor, clock.now()
    may_add_passkey(actor=actor, now=now)
    form = PasskeyForm(request.POST or None, initial={"name": _device(request)})
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    try:
        credential = made_credential(form.cleaned_data["credential"])
    except PasskeyNotMade as problem:
        form.add_error(None, _(problem.sentence))
        return _asked(request, form)
    codes = add_passkey(
        actor=actor,
        name=form.cleaned_data["name"].strip() or _device(request),
        credential=credential,
        current_key=request.session.session_key or "",
        now=now,
    )
    messages.success(request, _("The passkey is added. Other devices are signed out."))
    return codes_page(request, codes) if codes else redirect("citizen:sign_in_ways")


def _asked(request: HttpRequest, form: PasskeyForm) -> HttpResponse:
    context = {"form": form, "options": creation_options(request.user)}
    return render(request, "identity/passkey_add.html", context)


def _device(request: HttpRequest) -> str:
    return device_label(request.headers.get("User-Agent", "")) or _("Passkey")


def _keep_pace(request: HttpRequest) -> None:
    now = clock.now()
    verdict = try_hit(
        kind="passkey_sign_in",
        subject=network_of(request),
        limit=_TRIES,
        window=_WINDOW,
        now=now,
        growth=1,
    )
    verdict.pass_or(NetworkSlowed, now=now)
