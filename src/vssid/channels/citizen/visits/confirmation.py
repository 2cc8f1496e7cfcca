"""Health data stay hidden until the person has just shown again who they are."""

from __future__ import annotations

from functools import wraps
from typing import ParamSpec

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from vssid.apps.accounts.assurance.leave import has_proven_enough
from vssid.apps.accounts.assurance.tables import Act
from vssid.channels.citizen.access import CitizenRequest, View

P = ParamSpec("P")


def shown_when_confirmed(view: View[P]) -> View[P]:
    """Until then a page that says so, with the way to confirm and back; nothing is read for it."""

    @wraps(view)
    def guarded(request: CitizenRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not has_proven_enough(request.actor, Act.VISITS):
            back = urlencode({"next": request.get_full_path(), "for": Act.VISITS})
            way = f"{reverse('account_reauthenticate')}?{back}"
            return render(request, "citizen/visits/hidden.html", {"confirm": way})
        return view(request, *args, **kwargs)

    return guarded
