"""Without network: what this device keeps, for how long, behind which lock; and how to install the app."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.offline import choice, page
from vssid.channels.citizen.parameters import UnknownValue


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def settings(request: CitizenRequest) -> HttpResponse:
    """POST ``keep``: off or a number of days. It holds for this browser alone."""
    if request.method != "POST":
        drawn = page.drawn(request.actor, request.household, choice.chosen(request))
        return render(request, "citizen/offline/settings.html", {"page": drawn})
    keep = request.POST.get("keep", "")
    if keep not in (choice.NOTHING, *choice.DAYS):
        raise UnknownValue(field="keep", name="keep")
    response = HttpResponseRedirect(reverse("citizen:offline"))
    choice.remember(response, keep)
    return response
