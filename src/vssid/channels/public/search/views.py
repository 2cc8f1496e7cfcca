"""Search: ``/search/?q=luong huu``."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from vssid.apps.content.search.index import LONGEST_QUERY
from vssid.apps.content.selectors.find import find_texts
from vssid.channels.public.search import page
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_QUERY]
    results = find_texts(query=query, language=get_language() or "vi", today=clock.today()) if query else None
    return render(request, "public/search/search.html", page.contents(query, results))
