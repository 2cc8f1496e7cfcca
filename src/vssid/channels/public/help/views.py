"""Short answers to what people ask most."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.channels.public.help import page
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "public/help/help.html", {"tab": "help", "contents": page.contents()})
