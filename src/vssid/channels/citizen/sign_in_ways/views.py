"""The ways in: a list; a form removes one, after a second look, or gives a passkey another name."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.selectors.factors import own_factors
from vssid.apps.accounts.selectors.linked_eid import linked_eid
from vssid.apps.accounts.services.remove_factor import name_passkey, remove_factor
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.sign_in_ways import page
from vssid.channels.citizen.sign_in_ways.forms import NameForm
from vssid.domain.values.problem import NotFound
from vssid.kit import clock


@require_safe
@citizen_only
def sign_in_ways(request: CitizenRequest) -> HttpResponse:
    eid, offered = linked_eid(request.actor), settings.VNEID is not None
    drawn = page.drawn(own_factors(request.actor), eid=eid, eid_offered=offered)
    return render(request, "citizen/sign_in_ways/sign_in_ways.html", {"page": drawn})


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def remove(request: CitizenRequest) -> HttpResponse:
    """``way``: which. GET asks once more and warns at the last one, POST does it."""
    line = _named(request)
    if request.method != "POST":
        return render(request, "citizen/sign_in_ways/remove.html", {"line": line})
    remove_factor(
        actor=request.actor,
        factor=line.id,
        current_key=request.session.session_key or "",
        now=clock.now(),
    )
    messages.success(request, _("It is removed. Other devices are signed out."))
    return redirect("citizen:sign_in_ways")


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def name(request: CitizenRequest) -> HttpResponse:
    """``way``: a passkey; POST ``name``: what it is called from now on."""
    line = _named(request)
    if not line.own_name:
        raise NotFound
    form = NameForm(request.POST or None, initial={"name": line.name})
    if request.method != "POST" or not form.is_valid():
        return render(request, "citizen/sign_in_ways/name.html", {"line": line, "form": form})
    name_passkey(actor=request.actor, factor=line.id, name=form.cleaned_data["name"])
    return redirect("citizen:sign_in_ways")


def _named(request: CitizenRequest) -> page.Line:
    """A fresh proof is asked for before the second look, not after it."""
    factors = own_factors(request.actor)
    line = page.line_of(factors, request.POST.get("way") or request.GET.get("way") or "")
    if line is None:
        raise NotFound
    require(request.actor, factors.act)
    return line
