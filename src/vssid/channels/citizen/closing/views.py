"""What closing means and how it stands; ask for it after a fresh proof; keep the account with one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.errors import ClosingHeld, StaffAccount
from vssid.apps.accounts.services.ask_to_close import ask_to_close
from vssid.apps.accounts.services.keep_account import keep_account
from vssid.channels.citizen.access import CitizenRequest, citizen_only, proven_for
from vssid.channels.citizen.closing import page
from vssid.kit import clock


@require_safe
@citizen_only
def closing(request: CitizenRequest) -> HttpResponse:
    drawn = page.drawn(request.visitor.closes_at, now=clock.now())
    return render(request, "citizen/closing/closing.html", {"page": drawn})


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@proven_for(Act.CLOSE_ACCOUNT)
def ask(request: CitizenRequest) -> HttpResponse:
    refused = ""
    if request.method == "POST":
        try:
            ask_to_close(actor=request.actor, now=clock.now())
        except (ClosingHeld, StaffAccount) as problem:
            refused = _(problem.sentence)
        else:
            return redirect("citizen:closing")
    drawn = page.drawn(request.visitor.closes_at, now=clock.now())
    status = 409 if refused else 200
    return render(request, "citizen/closing/ask.html", {"page": drawn, "refused": refused}, status=status)


@require_POST
@citizen_only
def keep(request: CitizenRequest) -> HttpResponse:
    if keep_account(actor=request.actor, now=clock.now()):
        messages.success(request, _("The account stays open."))
    return redirect("citizen:privacy")
