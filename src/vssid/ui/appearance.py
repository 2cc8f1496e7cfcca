"""Theme and text size: the visitor's choice, kept in two cookies so that it holds before sign-in too."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.html import format_html
from django.utils.safestring import SafeString

THEME_COOKIE = "vssid_theme"
TEXT_COOKIE = "vssid_text"
THEMES = ("", "light", "dark")
"""The empty theme follows the device."""
TEXT_SIZES = ("100", "115", "130")
"""The root size in percent of the browser's own."""

_ONE_YEAR = 31_536_000


@dataclass(frozen=True, slots=True)
class Appearance:
    theme: str = ""
    text: str = "100"

    def as_attributes(self) -> SafeString:
        theme = format_html(' data-bs-theme="{}"', self.theme) if self.theme else ""
        text = format_html(' data-text="{}"', self.text) if self.text != "100" else ""
        return format_html("{}{}", theme, text)


def chosen(request: HttpRequest) -> Appearance:
    """What the cookies say; anything unknown counts as no choice."""
    return of(request.COOKIES.get(THEME_COOKIE, ""), request.COOKIES.get(TEXT_COOKIE, "100"))


def of(theme: str, text: str) -> Appearance:
    return Appearance(theme if theme in THEMES else "", text if text in TEXT_SIZES else "100")


def remember(response: HttpResponseBase, appearance: Appearance) -> None:
    """Keeps the choice for a year. The cookies hold nothing personal; the page's script reads them too."""
    for name, value in ((THEME_COOKIE, appearance.theme), (TEXT_COOKIE, appearance.text)):
        response.set_cookie(
            name, value, max_age=_ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
