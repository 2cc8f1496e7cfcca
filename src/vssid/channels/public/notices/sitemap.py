"""What search engines may read, in each language: the pages anybody can open and the texts in force today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.translation import get_language

from vssid.apps.content.selectors.reading import headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import address
from vssid.channels.public.lookup.sections import SECTIONS
from vssid.kit import clock
from vssid.ui.components.reading import LANGUAGE_PARAMETER

_PAGES = (
    "home",
    "lookup",
    "lookup_nearby",
    "lookup_number",
    "lookup_card",
    "help",
    "policies",
    "laws",
    "news",
    "whats_new",
)
_READ = (Kind.POLICY, Kind.HELP, Kind.QUESTION, Kind.NEWS)


@dataclass(frozen=True, slots=True)
class Listed:
    """``changed``: of a text, when what it says today was published."""

    path: str
    changed: datetime | None = None


class PublicPages(Sitemap[Listed]):
    i18n = alternates = x_default = True

    def items(self) -> list[Listed]:
        return [*_pages(), *_texts()]

    def location(self, item: Listed) -> str:
        """As the page itself names its addresses: the bare one is the default language's."""
        language = get_language() or settings.LANGUAGE_CODE
        own = "" if language == settings.LANGUAGE_CODE else f"?{urlencode({LANGUAGE_PARAMETER: language})}"
        return item.path + own

    def lastmod(self, item: Listed) -> datetime | None:
        return item.changed


def _pages() -> Iterator[Listed]:
    for name in _PAGES:
        yield Listed(reverse(f"public:{name}"))
    for slug in SECTIONS:
        yield Listed(reverse("public:lookup_list", args=[slug]))


def _texts() -> Iterator[Listed]:
    found = headings(*_READ, today=clock.today(), language=settings.LANGUAGE_CODE)
    for topic in dict.fromkeys(heading.topic for heading in found if heading.kind is Kind.QUESTION):
        yield Listed(reverse("public:topic", args=[topic]))
    for heading in found:
        yield Listed(address(heading), heading.published_at)
