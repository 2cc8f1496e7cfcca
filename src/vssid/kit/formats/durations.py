"""Lengths of time in words, with the plural forms of the language."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal

from django.utils.translation import get_language, ngettext, npgettext, override, pgettext

from vssid.kit.formats.numbers import decimal
from vssid.kit.formats.styles import JOINER, NO_BREAK

_BETWEEN_LETTERS = re.compile(r"(?<=[\u3000-\u9fff])(?=[0-9\u3000-\u9fff])|(?<=[0-9])(?=[\u3000-\u9fff])")
_WORKING_DAY = 8 * 60
"""Minutes."""


def years_and_months(months: int, language: str | None = None) -> str:
    """A total of months as ``9 years 0 months``; both parts always, as the agency prints them."""
    years, rest = divmod(months, 12)
    with override(language or get_language()):
        return _together(_years(years), _months(rest))


def length_of_time(months: int, language: str | None = None) -> str:
    """A total of months without a part that is nought: ``25 years``, ``36 years 1 month``, ``3 months``."""
    years, rest = divmod(months, 12)
    if years and rest:
        return years_and_months(months, language)
    with override(language or get_language()):
        return _years(years) if years else _months(rest)


def age(months: int, language: str | None = None) -> str:
    """``61 years 5 months``, ``61 tuổi 5 tháng``, ``61세 5개월``; of a full year the years alone."""
    years, rest = divmod(months, 12)
    with override(language or get_language()):
        said = _bound(npgettext("an age", "%(count)d year", "%(count)d years", years) % {"count": years})
        return _together(said, _months(rest)) if rest else said


def years_counted(years: int, language: str | None = None) -> str:
    """``15 years``."""
    with override(language or get_language()):
        return _years(years)


def weeks_counted(weeks: int, language: str | None = None) -> str:
    """``22 weeks``."""
    with override(language or get_language()):
        return _bound(ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks})


def days_counted(days: Decimal | int, language: str | None = None) -> str:
    """``30 days``, ``1.5 days``: one and a half are said as two are."""
    with override(language or get_language()):
        plural = int(Decimal(days).to_integral_value(ROUND_CEILING))
        text = ngettext("%(count)d day", "%(count)d days", plural)
        return _bound(text.replace("%(count)d", decimal(Decimal(days))))


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


def _together(years: str, months: str) -> str:
    return _bound(pgettext("a length of time", "%(years)s %(months)s") % {"years": years, "months": months})


def _bound(text: str) -> str:
    """No line ends within it: Chinese and Japanese have no space to bind."""
    return _BETWEEN_LETTERS.sub(JOINER, text.replace(" ", NO_BREAK))
