"""Language, text size and colours: each choice is a button and holds at once."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.accounts.services.set_preferences import THEMES, set_preferences
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.parameters import UnknownValue
from vssid.channels.citizen.settings import page
from vssid.kit import clock
from vssid.ui import appearance


@require_safe
@citizen_only
def settings(request: CitizenRequest) -> HttpResponse:
    return render(request, "citizen/settings/settings.html", {"page": page.drawn(appearance.chosen(request))})


@require_POST
@citizen_only
def set_theme(request: CitizenRequest) -> HttpResponse:
    """``theme``: auto, light or dark. Kept in the account and, for pages before sign-in, in the browser."""
    theme = request.POST.get("theme", "")
    if theme not in THEMES:
        raise UnknownValue(field="theme", name="theme")
    set_preferences(actor=request.actor, theme=theme, now=clock.now())
    response = HttpResponseRedirect(reverse("citizen:settings"))
    appearance.remember(response, appearance.of(theme, appearance.chosen(request).text))
    return response
