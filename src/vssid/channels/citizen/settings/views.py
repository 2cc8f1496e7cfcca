"""How pages look and how much they load and show: each choice is a button and holds at once."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.accounts.services.set_preferences import EASES, THEMES, set_preferences
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.parameters import UnknownValue
from vssid.channels.citizen.settings import page
from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.ui import appearance

_VALUES = {"on": True, "off": False}


@require_safe
@citizen_only
def settings(request: CitizenRequest) -> HttpResponse:
    now = appearance.chosen(request)
    asked = appearance.saves_data(request) and not now.saver
    return render(
        request, "citizen/settings/settings.html", {"page": page.drawn(now, browser_saves_data=asked)}
    )


@require_POST
@citizen_only
def set_theme(request: CitizenRequest) -> HttpResponse:
    """``theme``: auto, light or dark. Kept in the account and, for pages before sign-in, in the browser."""
    theme = request.POST.get("theme", "")
    if theme not in THEMES:
        raise UnknownValue(field="theme", name="theme")
    set_preferences(actor=request.actor, theme=theme, now=clock.now())
    return _back(
        replace(appearance.chosen(request), theme="" if theme == "auto" else theme), anchor="colours"
    )


@require_POST
@citizen_only
def set_switch(request: CitizenRequest, name: str) -> HttpResponse:
    """``name``: one of :data:`EASES`; ``value``: on or off. Kept as the theme is."""
    value = request.POST.get("value", "")
    if name not in EASES:
        raise NotFound
    if value not in _VALUES:
        raise UnknownValue(field="value", name="value")
    now = appearance.chosen(request).switched(name, on=_VALUES[value])
    set_preferences(actor=request.actor, eases=now.eases, now=clock.now())
    return _back(now, anchor=name)


def _back(now: appearance.Appearance, *, anchor: str) -> HttpResponse:
    response = HttpResponseRedirect(f"{reverse('citizen:settings')}#{anchor}")
    appearance.remember(response, now)
    return response
