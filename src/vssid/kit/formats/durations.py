"""Lengths of time in words, with the plural forms of the language."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import get_language, ngettext, override, pgettext

from vssid.kit.formats.styles import NO_BREAK

_WORKING_DAY = 8 * 60
"""Minutes."""


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


def working_time(length: timedelta, language: str | None = None) -> str:
    """``2 days 6 hours``, days of eight hours, ``1 hour 40 minutes``: the two largest parts."""
    minutes = int(length.total_seconds()) // 60
    days, minutes = divmod(minutes, _WORKING_DAY)
    hours, minutes = divmod(minutes, 60)
    with override(language or get_language()):
        parts = [
            ngettext("%(count)d day", "%(count)d days", days) % {"count": days},
            ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours},
            ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes},
        ]
    shown = [part for part, count in zip(parts, (days, hours, minutes), strict=True) if count][:2]
    return _bound(" ".join(shown or parts[-1:]))


def _years(count: int) -> str:
    return _bound(ngettext("%(count)d year", "%(count)d years", count) % {"count": count})


def _months(count: int) -> str:
    return _bound(ngettext("%(count)d month", "%(count)d months", count) % {"count": count})


def _bound(text: str) -> str:
    return text.replace(" ", NO_BREAK)
