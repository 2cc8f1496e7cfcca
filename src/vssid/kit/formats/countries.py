"""Names of countries, from the Unicode CLDR as Babel ships it."""

from __future__ import annotations

from babel import Locale
from django.utils.translation import get_language


def country(code: str, language: str | None = None) -> str:
    """``country("GB", "vi")`` is ``Vương quốc Anh``; a code nobody knows stays as it is."""
    name = Locale.parse((language or get_language() or "vi").replace("-", "_")).territories.get(code)
    return str(name) if name else code
