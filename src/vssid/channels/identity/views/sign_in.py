"""Sign in and sign out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.account.views import LoginView, LogoutView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from vssid.channels.identity.eid import DECLINED, SILENT
from vssid.channels.identity.views.refusal import RefusesInWords
from vssid.kit.audience import Audience, open_to


@dataclass(frozen=True, slots=True)
class EidOffer:
    """``silent``, ``declined``: how the last try at VNeID ended."""

    offered: bool
    silent: bool
    declined: bool


class SignIn(RefusesInWords, LoginView):
    kept_fields = ("login",)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        why = self.request.GET.get("vneid", "")
        offered = settings.VNEID is not None
        offer = EidOffer(offered, silent=offered and why == SILENT, declined=offered and why == DECLINED)
        full: dict[str, Any] = super().get_context_data(**context, eid=offer)
        return full


sign_in = open_to(Audience.EVERYONE)(SignIn.as_view())
sign_out: Any = open_to(Audience.EVERYONE)(LogoutView.as_view())


@open_to(Audience.EVERYONE)
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the sign-in library, and whoever kept the address, look for the devices."""
    return redirect("citizen:devices")
