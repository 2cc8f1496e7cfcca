"""Where one is signed in, and the way to end it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.selectors.sessions import open_sessions
from vssid.apps.accounts.services.end_sessions import end_all_sessions, end_session
from vssid.channels.identity.leaving import forget_copies
from vssid.channels.identity.visitor import visitor_of
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """POST ``session`` (a public id) ends that one; POST ``everywhere`` ends all and forgets the devices."""
    if request.method != "POST":
        return _listed(request)
    actor = visitor_of(request).actor
    if "everywhere" in request.POST:
        end_all_sessions(actor=actor)
        logout(request)
        messages.success(request, _("You are signed out on all devices."))
        response = redirect("account_login")
        forget_copies(response)
        return response
    end_session(actor=actor, session=request.POST.get("session", ""))
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")


def _listed(request: HttpRequest) -> HttpResponse:
    actor = visitor_of(request).actor
    key = request.session.session_key or ""
    shown = open_sessions(actor, current_key=key, now=clock.now())
    return render(request, "account/sessions.html", {"sessions": shown})
