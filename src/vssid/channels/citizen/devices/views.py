"""The devices signed in; a form ends one, the others, or all."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.selectors.sessions import open_sessions
from vssid.apps.accounts.services.end_sessions import end_all_sessions, end_other_sessions, end_session
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.devices import page
from vssid.kit import clock


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def devices(request: CitizenRequest) -> HttpResponse:
    """POST ``session`` (a public id) ends that one, ``others`` all but this, ``everywhere`` all; the last
    forgets the devices too."""
    key = request.session.session_key or ""
    if request.method != "POST":
        sessions = open_sessions(request.actor, current_key=key, now=clock.now())
        return render(request, "citizen/devices/devices.html", {"page": page.drawn(sessions)})
    if "everywhere" in request.POST:
        end_all_sessions(actor=request.actor, now=clock.now())
        logout(request)
        messages.success(request, _("You are signed out on all devices."))
        return redirect("account_login")
    if "others" in request.POST:
        end_other_sessions(actor=request.actor, current_key=key, now=clock.now())
        messages.success(request, _("All other devices are signed out."))
    else:
        end_session(actor=request.actor, session=request.POST.get("session", ""), now=clock.now())
        messages.success(request, _("That device is signed out."))
    return redirect("citizen:devices")
