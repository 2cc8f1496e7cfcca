"""Health data stay hidden until the person has just given the password again."""

from __future__ import annotations

from functools import wraps
from typing import ParamSpec

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from vssid.channels.citizen.access import CitizenRequest, View
from vssid.kit import clock

P = ParamSpec("P")


def shown_when_confirmed(view: View[P]) -> View[P]:
    """Until then a page that says so, with the way to confirm and back; nothing is read for it."""

    @wraps(view)
    def guarded(request: CitizenRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        until = request.identity_confirmed_until
        if until is None or until <= clock.now():
            way = f"{reverse('account_reauthenticate')}?{urlencode({'next': request.get_full_path()})}"
            return render(request, "citizen/visits/hidden.html", {"confirm": way})
        return view(request, *args, **kwargs)

    return guarded
