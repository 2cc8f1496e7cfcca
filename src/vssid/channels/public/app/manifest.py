"""The web app manifest in the reader's language (W3C Web Application Manifest)."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

_PAPER = "#F3F5FA"
_SCREENSHOTS = (("narrow", "360x740"), ("wide", "1280x800"))


def drawn() -> dict[str, object]:
    """``id`` never changes: it is what tells a device that two manifests are the same app."""
    return {
        "id": "/",
        "name": "VssID",
        "short_name": "VssID",
        "description": _("Health card, months paid, benefits and clinic visits on record for you."),
        "lang": get_language(),
        "dir": "ltr",
        "categories": ["government", "health", "finance"],
        "start_url": reverse("citizen:home"),
        "scope": "/",
        "display": "standalone",
        "launch_handler": {"client_mode": "navigate-existing"},
        "theme_color": _PAPER,
        "background_color": _PAPER,
        "icons": [_icon(size, purpose) for purpose in ("any", "maskable") for size in (192, 512)],
        "shortcuts": [
            _shortcut(_("Health insurance card"), reverse("citizen:card")),
            _shortcut(_("Participation"), reverse("citizen:participation")),
        ],
        "screenshots": [_screenshot(form, size) for form, size in _SCREENSHOTS],
    }


def _icon(size: int, purpose: str) -> dict[str, str]:
    name = f"icon-{size}.png" if purpose == "any" else f"icon-{purpose}-{size}.png"
    return {
        "src": static(f"built/{name}"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


def _shortcut(name: str, url: str) -> dict[str, object]:
    return {"name": name, "url": url, "icons": [_icon(192, "any")]}


def _screenshot(form: str, size: str) -> dict[str, str]:
    return {
        "src": static(f"built/screen-{form}.png"),
        "sizes": size,
        "type": "image/png",
        "form_factor": form,
        "label": _("The start page: card, months paid, frequent tasks"),
    }
