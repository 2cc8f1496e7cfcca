"""The list of what is computed, and one benefit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.content.law_pages import law_page
from vssid.channels.public.law import page
from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def laws(request: HttpRequest) -> HttpResponse:
    return render(request, "public/law/laws.html", {"tab": "help", "rows": page.overview()})


@open_to(Audience.EVERYONE)
@require_safe
def law(request: HttpRequest, benefit: str) -> HttpResponse:
    folder = page.folder_at(benefit)
    if folder is None:
        raise NotFound
    told = law_page(folder, on=clock.today())
    return render(request, "public/law/law.html", {"tab": "help", "page": told, "text": page.text_of(told)})
