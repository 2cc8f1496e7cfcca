"""What this is, and the ways in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.channels.public.home import page
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    values = {"contents": page.contents(), "questions": page.questions(), "news": page.news()}
    return render(request, "public/home/home.html", values)
