"""News: the list, one of them, the feed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vssid.apps.content.selectors.reading import Heading, headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import article, rows
from vssid.channels.public.news.atom import atom_feed
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.ui.elements import Link

_IN_FEED = 20


@open_to(Audience.EVERYONE)
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    values = {"tab": "help", "rows": rows(_latest(), dated=True)}
    return render(request, "public/news/news.html", values)


@open_to(Audience.EVERYONE)
@require_safe
def item(request: HttpRequest, slug: str) -> HttpResponse:
    shown = article(request, Kind.NEWS, slug)
    others = [heading for heading in _latest() if heading.name != shown.name][:3]
    values = {
        "tab": "help",
        "article": shown,
        "path": [Link(_("News"), reverse("public:news"))],
        "others": rows(others, dated=True),
        "others_title": _("More news"),
    }
    return render(request, "public/news/item.html", values)


@open_to(Audience.EVERYONE)
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Atom (RFC 4287) in the language of the request; ``?hl=ko`` gives a lasting address for one language."""
    return atom_feed(request, _latest()[:_IN_FEED])


def _latest() -> tuple[Heading, ...]:
    return headings(Kind.NEWS, today=clock.today(), language=get_language() or "vi")
