"""How pages look: the visitor's choice, kept in three cookies so that it holds before sign-in too."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.html import format_html
from django.utils.safestring import SafeString

THEME_COOKIE = "vssid_theme"
TEXT_COOKIE = "vssid_text"
EASE_COOKIE = "vssid_ease"
THEMES = ("", "light", "dark")
"""The empty theme follows the device."""
TEXT_SIZES = ("100", "115", "130")
"""The root size in percent of the browser's own."""
EASES = ("contrast", "motion", "saver", "discreet")
"""The switches: high contrast, less motion, data saver, discreet. Off: as the device, where it has a wish."""
SHOW_ALL = "shown"
"""The parameter that shows one page in the open although the visitor is discreet."""

_ONE_YEAR = 31_536_000


@dataclass(frozen=True, slots=True)
class Appearance:
    theme: str = ""
    text: str = "100"
    contrast: bool = False
    motion: bool = False
    saver: bool = False
    discreet: bool = False

    def as_attributes(self) -> SafeString:
        theme = format_html(' data-bs-theme="{}"', self.theme) if self.theme else ""
        text = format_html(' data-text="{}"', self.text) if self.text != "100" else ""
        contrast = SafeString(' data-contrast="more"') if self.contrast else ""
        motion = SafeString(' data-motion="less"') if self.motion else ""
        saver = SafeString(" data-saver") if self.saver else ""
        return format_html("{}{}{}{}{}", theme, text, contrast, motion, saver)

    @property
    def eases(self) -> tuple[str, ...]:
        """The switches that are on, in order."""
        return tuple(ease for ease in EASES if getattr(self, ease))

    def switched(self, ease: str, *, on: bool) -> Appearance:
        """``ease``: one of :data:`EASES`."""
        return replace(self, **{ease: on})  # type: ignore[arg-type]


def chosen(request: HttpRequest) -> Appearance:
    """What the cookies say; anything unknown counts as no choice."""
    cookies = request.COOKIES
    eases = set(cookies.get(EASE_COOKIE, "").split(".")) & set(EASES)
    return of(cookies.get(THEME_COOKIE, ""), cookies.get(TEXT_COOKIE, "100"), eases)


def of(theme: str, text: str, eases: set[str] | frozenset[str] = frozenset()) -> Appearance:
    plain = Appearance(theme if theme in THEMES else "", text if text in TEXT_SIZES else "100")
    return replace(plain, **dict.fromkeys(eases & set(EASES), True))  # type: ignore[arg-type]


def saves_data(request: HttpRequest) -> bool:
    """By the visitor's own switch, or because the browser asks for it."""
    return chosen(request).saver or request.headers.get("Save-Data", "").strip().lower() == "on"


def shows_all(request: HttpRequest) -> bool:
    return request.GET.get(SHOW_ALL) == "1"


def remember(response: HttpResponseBase, appearance: Appearance) -> None:
    """Keeps the choice for a year. The cookies hold nothing personal; the page's script reads them too."""
    for name, value in (
        (THEME_COOKIE, appearance.theme),
        (TEXT_COOKIE, appearance.text),
        (EASE_COOKIE, ".".join(appearance.eases)),
    ):
        response.set_cookie(
            name, value, max_age=_ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
