"""Whether VNeID opens the account: link it, take the link off."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.accounts.errors import LastWayIn
from vssid.apps.accounts.selectors.linked_eid import linked_eid
from vssid.apps.accounts.services.unlink_eid import unlink_eid
from vssid.channels.identity.eid import DECLINED, SILENT
from vssid.channels.identity.visitor import confirmed_until, visitor_of
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
@require_POST
def unlink(request: HttpRequest) -> HttpResponse:
    """Only after a fresh proof; without one, off to give it and back to the page."""
    if confirmed_until(request) is None:
        onward = urlencode({"next": reverse("eid_link")})
        return redirect(f"{reverse('account_reauthenticate')}?{onward}")
    try:
        unlink_eid(actor=visitor_of(request).actor, now=clock.now())
    except LastWayIn as problem:
        messages.warning(request, _(problem.sentence))
    else:
        messages.success(request, _("VNeID no longer opens your account."))
    return redirect("eid_link")
