"""Sign in, sign out, and what to do without a password."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from vssid.channels.identity.views.refusal import RefusesInWords
from vssid.kit.audience import Audience, open_to


class SignIn(RefusesInWords, LoginView):
    kept_fields = ("login",)


sign_in = open_to(Audience.EVERYONE)(SignIn.as_view())
sign_out: Any = open_to(Audience.EVERYONE)(LogoutView.as_view())


@open_to(Audience.EVERYONE)
@require_safe
def recover(request: HttpRequest) -> HttpResponse:
    """The password is forgotten: whom to ask and what to bring."""
    return render(request, "account/recover.html")


@open_to(Audience.EVERYONE)
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the sign-in library, and whoever kept the address, look for the devices."""
    return redirect("citizen:devices")
