"""``{% load formats %}``: values written as the reader's language writes them.

Filters: ``day``, ``day_with_weekday``, ``day_and_time`` (a zoned datetime), ``month``, ``short_month``,
``money``, ``compact_money``, ``integer``, ``percent``, ``years_and_months``, ``months_counted``, ``grouped``,
``unbroken`` (an act that is cited).
Tags: ``{% month_span first last %}``; the marks between words and sentences with the space that follows
them: ``{% gap %}``, ``{% colon %}``, ``{% comma %}``, ``{% semicolon %}``. An empty value (None or "") gives
an empty text.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone

from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.sentences import unbroken
from vssid.kit.formats.styles import style

register = template.Library()

_WIDE_STOPS = ("。", "？", "！")


def _filter(name: str, write: Callable[[Any], str]) -> None:
    register.filter(name, lambda value: "" if value is None or value == "" else write(value))


def _local_day_and_time(value: datetime) -> str:
    return formats.day_and_time(timezone.localtime(value) if timezone.is_aware(value) else value)


_filter("day", formats.day)
_filter("day_with_weekday", formats.day_with_weekday)
_filter("day_and_time", _local_day_and_time)
_filter("month", formats.month)
_filter("short_month", formats.short_month)
_filter("money", formats.money)
_filter("compact_money", formats.compact_money)
_filter("integer", formats.integer)
_filter("percent", formats.percent)
_filter("years_and_months", formats.years_and_months)
_filter("months_counted", formats.months_counted)
_filter("grouped", formats.grouped)
_filter("unbroken", unbroken)


@register.simple_tag
def month_span(first: Month, last: Month) -> str:
    """``{% month_span span.first span.last %}``: both months included."""
    return formats.month_span(first, last)


@register.simple_tag
def gap(after: str = "") -> str:
    """``{{ sentence }}{% gap %}{{ next }}``: what stands between two sentences; nothing in Chinese.

    ``{% gap title %}`` where the words before may end without a stop.
    """
    return " " if after and not str(after).endswith(_WIDE_STOPS) else style().gap


@register.simple_tag
def colon() -> str:
    """``{{ name }}{% colon %}{{ value }}``."""
    return style().colon


@register.simple_tag
def comma() -> str:
    """``{{ one }}{% comma %}{{ other }}``."""
    return style().comma


@register.simple_tag
def semicolon() -> str:
    """``{{ one }}{% semicolon %}{{ other }}``, of parts that hold commas themselves."""
    return style().semicolon
