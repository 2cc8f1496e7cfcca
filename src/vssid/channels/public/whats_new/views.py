"""The notes of each release, the newest first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from vssid.apps.content.selectors.reading import headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import article
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def whats_new(request: HttpRequest) -> HttpResponse:
    found = headings(Kind.RELEASE, today=clock.today(), language=get_language() or "vi")
    notes = [article(request, Kind.RELEASE, heading.slug) for heading in found]
    return render(request, "public/whats_new/whats_new.html", {"tab": "help", "notes": notes})
