"""Whether VNeID opens the account: link it, take the link off."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.errors import LastWayIn
from vssid.apps.accounts.selectors.factors import own_factors
from vssid.apps.accounts.selectors.linked_eid import linked_eid
from vssid.apps.accounts.services.unlink_eid import unlink_eid
from vssid.channels.identity.eid import DECLINED, SILENT
from vssid.channels.identity.visitor import visitor_of
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.CITIZEN)
@login_required
@require_safe
def link(request: HttpRequest) -> HttpResponse:
    """What is linked, since when, and the one thing that can be done about it."""
    why = request.GET.get("vneid", "")
    context = {
        "linked": linked_eid(visitor_of(request).actor),
        "offered": settings.VNEID is not None,
        "silent": why == SILENT,
        "declined": why == DECLINED,
    }
    return render(request, "identity/eid_link.html", context)


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unlink(request: HttpRequest) -> HttpResponse:
    """Asked once more, and only after a fresh proof: StepUpNeeded leads there and back."""
    actor = visitor_of(request).actor
    require(actor, own_factors(actor).act)
    if request.method != "POST":
        return render(request, "identity/eid_unlink.html")
    try:
        unlink_eid(actor=actor, now=clock.now())
    except LastWayIn as problem:
        messages.warning(request, _(problem.sentence))
    else:
        messages.success(request, _("VNeID no longer opens your account."))
    return redirect("eid_link")
