"""What data are used for; agree to a use, or withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.consents.selectors.own import own_uses
from vssid.apps.privacy.services.choose_consent import choose_consent
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.consents import page
from vssid.kit import clock


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def consents(request: CitizenRequest) -> HttpResponse:
    """``purpose``: which; ``agree``: yes or anything else."""
    if request.method == "POST":
        agree = request.POST.get("agree") == "yes"
        purpose = request.POST.get("purpose", "")
        choose_consent(actor=request.actor, purpose=purpose, agree=agree, now=clock.now())
        messages.success(request, _("Agreed.") if agree else _("Withdrawn."))
        return redirect("citizen:consents")
    drawn = page.drawn(own_uses(request.actor))
    return render(request, "citizen/consents/consents.html", {"page": drawn})
