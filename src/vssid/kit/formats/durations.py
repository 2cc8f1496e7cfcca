"""Numbers of months and years in words, with the plural forms of the language."""

from __future__ import annotations

from django.utils.translation import get_language, ngettext, override, pgettext

from vssid.kit.formats.styles import NO_BREAK


def years_and_months(months: int, language: str | None = None) -> str:
    """A total of months as ``9 years 0 months``; both parts always, as the agency prints them."""
    years, rest = divmod(months, 12)
    with override(language or get_language()):
        text = pgettext("a length of time", "%(years)s %(months)s")
        return text % {"years": _years(years), "months": _months(rest)}


def months_counted(months: int, language: str | None = None) -> str:
    """``108 months``."""
    with override(language or get_language()):
        return _months(months)


def _years(count: int) -> str:
    return _bound(ngettext("%(count)d year", "%(count)d years", count) % {"count": count})


def _months(count: int) -> str:
    return _bound(ngettext("%(count)d month", "%(count)d months", count) % {"count": count})


def _bound(text: str) -> str:
    return text.replace(" ", NO_BREAK)
