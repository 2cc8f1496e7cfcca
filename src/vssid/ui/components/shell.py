"""The frame of a page: brand, top bar, language menu, tabs, appearance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vssid.ui import appearance as appearances
from vssid.ui.components.reading import LANGUAGE_PARAMETER
from vssid.ui.components.registry import register
from vssid.ui.discretion import BAR_END, BAR_START

_TABS = (
    ("personal", "user", _("Personal")),
    ("services", "files", _("Services")),
    ("lookup", "search", _("Look up")),
    ("help", "help", _("Help")),
)


@register.simple_tag(takes_context=True)
def appearance(context: Context) -> SafeString:
    """``<html {% appearance %}>``: the theme and text size the visitor chose, as attributes."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return SafeString("")
    now = appearances.chosen(request)
    return replace(now, saver=appearances.saves_data(request)).as_attributes()


@register.simple_tag(takes_context=True)
def saves_data(context: Context) -> bool:
    """``{% saves_data as saver %}``: whether the visitor or the browser asks for little data."""
    request: HttpRequest | None = context.get("request")
    return request is not None and appearances.saves_data(request)


@register.simple_tag(takes_context=True)
def hidden_bar(context: Context) -> str:
    """``{% hidden_bar %}``: says that amounts are hidden, with the way to show them, for a discreet visitor.

    Stands once in a frame; a page that hides nothing drops it (:mod:`vssid.ui.discretion`).
    """
    request: HttpRequest | None = context.get("request")
    if request is None or not appearances.chosen(request).discreet:
        return ""
    shown, asked = appearances.shows_all(request), request.GET.copy()
    asked.pop(appearances.SHOW_ALL, None)
    if not shown:
        asked[appearances.SHOW_ALL] = "1"
    url = f"{request.path}?{asked.urlencode()}" if asked else request.path
    bar = render_to_string("ui/components/hidden_bar.html", {"shown": shown, "url": url})
    return mark_safe(f"{BAR_START}{bar}{BAR_END}")


@register.inclusion_tag("ui/components/brand.html")
def brand(url: str) -> dict[str, object]:
    """``{% brand url %}``: the mark and name, a link home."""
    return {"url": url}


@register.inclusion_tag("ui/components/topbar.html")
def topbar(title: str, back: str = "", back_text: str = "") -> dict[str, object]:
    """``{% topbar title=_("Health card") back=home_url %}``: title and way back of an inner page."""
    return {"title": title, "back": back, "back_text": back_text}


@register.inclusion_tag("ui/components/language_menu.html", takes_context=True)
def language_menu(
    context: Context, url: str, languages: Sequence[tuple[str, str]] = (), short: bool = False
) -> dict[str, object]:
    """``{% language_menu set_language_url languages short=True %}``: a menu of forms, each a language.

    Posts ``language`` and ``next`` to ``url``, as Django's ``set_language`` view reads them. ``short`` shows
    the code alone, for a bar with several tools.
    """
    request: HttpRequest | None = context.get("request")
    code = get_language() or "en"
    known = languages or context.get("languages") or ()
    return {
        "url": url,
        "languages": known,
        "code": code,
        "name": dict(known).get(code, code),
        "short": short,
        "next": _same_page(request) if request else "/",
    }


def _same_page(request: HttpRequest) -> str:
    """The address without the language it may name: that would overrule the one now chosen."""
    query = request.GET.copy()
    query.pop(LANGUAGE_PARAMETER, None)
    return request.path + (f"?{query.urlencode()}" if query else "")


@register.inclusion_tag("ui/components/bell.html")
def bell(url: str, unread: int = 0) -> dict[str, object]:
    """``{% bell url=notices_url unread=2 %}``: the way to the notices, with the number unread."""
    return {"url": url, "unread": unread}


@register.inclusion_tag("ui/components/tabbar.html")
def tabbar(current: str = "", **urls: str) -> dict[str, object]:
    """``{% tabbar current="personal" personal=url services=url lookup=url help=url %}``.

    Tabs without an address are left out.
    """
    drawn = [(name, icon, text, urls[name]) for name, icon, text in _TABS if urls.get(name)]
    return {"tabs": drawn, "current": current}
