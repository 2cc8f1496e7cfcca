"""Parts of pages that are read: search, found words, how useful it was, what search engines are told."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vssid.ui.components.registry import register

LANGUAGE_PARAMETER = "hl"
_DEFAULT_FIRST = 0


@register.inclusion_tag("ui/components/searchbox.html")
def searchbox(url: str, label: str, value: str = "", longest: int = 100) -> dict[str, object]:
    """``{% searchbox search_url _("Search help and policies") value=query %}``: a field ``q``, a button."""
    return {"url": url, "label": label, "value": value, "longest": longest}


@register.simple_tag
def matched(parts: Sequence[tuple[str, bool]]) -> SafeString:
    """``{% matched result.title %}``: stretches of text, those that were looked for marked."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if hit else text,) for text, hit in parts)
    )


@register.inclusion_tag("ui/components/useful.html", takes_context=True)
def useful(context: Context, url: str, page: str) -> dict[str, object]:
    """``{% useful feedback_url page.name %}``: was this useful? Yes, no and one optional sentence.

    Posts ``page``, ``useful`` (yes or no), ``sentence`` and ``next`` (where to go on) to ``url``.
    """
    request: HttpRequest | None = context.get("request")
    return {
        "url": url,
        "page": page,
        "next": request.get_full_path() if request else "/",
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("ui/components/search_engines.html", takes_context=True)
def search_engines(context: Context, description: str, query: str = "") -> dict[str, object]:
    """``{% search_engines _("What the page says") %}``: description, one address a language, the main one.

    Stands in the head of a public page. The bare address is the default language's; others add ``hl``.
    ``query``: a query that belongs to the address, such as ``on=2020-01-01``.
    """
    request: HttpRequest | None = context.get("request")
    languages = [code for code, _ in context.get("languages") or ()]
    addresses = [(code, _address(request, code, languages, query)) for code in languages] if request else []
    own = dict(addresses).get(get_language() or "", "")
    return {
        "description": description,
        "addresses": addresses,
        "own": own,
        "bare": addresses[_DEFAULT_FIRST][1] if addresses else "",
    }


def _address(request: HttpRequest, code: str, languages: Sequence[str], query: str) -> str:
    language = "" if code == languages[_DEFAULT_FIRST] else urlencode({LANGUAGE_PARAMETER: code})
    whole = "&".join(filter(None, (query, language)))
    return request.build_absolute_uri(request.path + (f"?{whole}" if whole else ""))
