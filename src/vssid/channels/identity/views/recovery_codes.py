"""The recovery codes, in the open this one time."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from vssid.apps.accounts.services.make_recovery_codes import make_recovery_codes
from vssid.channels.identity.visitor import visitor_of
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.CITIZEN)
@login_required
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """New ones; those from before are worthless."""
    codes = make_recovery_codes(
        actor=visitor_of(request).actor,
        current_key=request.session.session_key or "",
        now=clock.now(),
    )
    return codes_page(request, codes)


def codes_page(request: HttpRequest, codes: Iterable[str], *, go_on: str = "") -> HttpResponse:
    """``go_on``: where the button leads; by default to the ways in."""
    context = {
        "codes": [f"{code[:4]}-{code[4:]}" for code in codes],
        "go_on": go_on or reverse("citizen:sign_in_ways"),
    }
    return render(request, "identity/recovery_codes.html", context)
