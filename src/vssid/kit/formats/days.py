"""Days, months and moments in words."""

from __future__ import annotations

from datetime import date, datetime

from vssid.domain.values.months import Month
from vssid.domain.values.partial_date import PartialDate
from vssid.kit.formats.styles import Style, bound, style


def day(value: date, language: str | None = None) -> str:
    """``22/11/2026``, ``22 November 2026``, ``2026年11月22日``, ``2026년 11월 22일``."""
    return _filled(style(language).day, value.year, value.month, value.day, language)


def day_with_weekday(value: date, language: str | None = None) -> str:
    """``Chủ nhật, 22/11/2026``: the line under the greeting."""
    manner = style(language)
    return manner.weekday_line.format(weekday=manner.weekdays[value.weekday()], day=day(value, language))


def day_and_time(value: datetime, language: str | None = None) -> str:
    """``06:00, 22/11/2026``. The value is already in the reader's zone."""
    return style(language).moment.format(time=f"{value:%H:%M}", day=day(value, language))


def known_day(value: PartialDate | None, language: str | None = None) -> str:
    """As much of it as is known: the day, the month or the year; empty for nothing."""
    if value is None:
        return ""
    if value.exact is not None:
        return day(value.exact, language)
    return month(Month.containing(value.earliest), language) if value.month else str(value.year)


def month(value: Month, language: str | None = None) -> str:
    """``09/2026``, ``September 2026``, ``2026年9月``, ``2026년 9월``."""
    return _filled(style(language).month, value.year, value.number, 1, language)


def short_month(value: Month, language: str | None = None) -> str:
    """The narrow form for axes and tables; English shortens the name to three letters."""
    return _filled(style(language).short_month, value.year, value.number, 1, language)


def month_span(first: Month, last: Month, language: str | None = None) -> str:
    """``10/2020 – 08/2026``, both included; one month stands alone."""
    if first == last:
        return month(first, language)
    return style(language).span.format(first=month(first, language), last=month(last, language))


def day_span(first: date, last: date, language: str | None = None) -> str:
    """``01/03/2026 – 31/12/2026``, both included."""
    return style(language).span.format(first=day(first, language), last=day(last, language))


def year_span(first: Month, last: Month, language: str | None = None) -> str:
    """``2020–2026``; one year stands alone."""
    if first.year == last.year:
        return str(first.year)
    return style(language).span.format(first=first.year, last=last.year).replace(" – ", "–")


def _filled(pattern: str, year: int, number: int, of_month: int, language: str | None) -> str:
    return bound(pattern).format(year=year, month=number, day=of_month, name=_name(style(language), number))


def _name(manner: Style, number: int) -> str:
    return manner.month_names[number - 1] if manner.month_names else ""
