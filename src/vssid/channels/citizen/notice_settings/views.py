"""Topics by channel, saved together; push switched on and off for a browser."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vssid.apps.accounts.device_labels import device_label
from vssid.apps.notifications.selectors.choices import choices
from vssid.apps.notifications.selectors.subscriptions import push_devices
from vssid.apps.notifications.services.choose_notices import choose_notices
from vssid.apps.notifications.services.subscribe_push import subscribe_push, unsubscribe_push
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.notice_settings import page
from vssid.kit import clock


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def notice_settings(request: CitizenRequest) -> HttpResponse:
    """``on``: repeated, ``topic:channel``; what can be chosen and is not named is switched off."""
    if request.method == "POST":
        wanted = {page.pair_of(value) for value in request.POST.getlist("on")}
        choose_notices(actor=request.actor, wanted=wanted, now=clock.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("citizen:notice_settings"))
    drawn = page.drawn(choices(request.actor), push_devices(request.actor), push_key=settings.PUSH_PUBLIC_KEY)
    return render(request, "citizen/notice_settings/notice_settings.html", {"page": drawn})


@require_POST
@citizen_only
def subscribe(request: CitizenRequest) -> HttpResponse:
    """``subscription``: JSON of the browser's ``PushSubscription``."""
    subscribe_push(
        actor=request.actor,
        subscription=request.POST.get("subscription", ""),
        device=device_label(request.headers.get("User-Agent", "")),
        now=clock.now(),
    )
    messages.success(request, _("Short notices will appear on this device."))
    return HttpResponseRedirect(reverse("citizen:notice_settings"))


@require_POST
@citizen_only
def unsubscribe(request: CitizenRequest) -> HttpResponse:
    unsubscribe_push(actor=request.actor, device_id=request.POST.get("device", ""), now=clock.now())
    messages.success(request, _("No more short notices on that device."))
    return HttpResponseRedirect(reverse("citizen:notice_settings"))
