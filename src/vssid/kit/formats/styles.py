"""How each language writes days, months and amounts: one table, one row a language.

A further language is one further row. Patterns are ``str.format`` texts; ``_`` in them stands for a
no-break space, ``|`` for a word joiner: Chinese and Japanese lines may end between any two letters, also
between a figure and its unit. Sources: Vietnamese Decree 30/2020/ND-CP (dates and figures in official texts)
and the Unicode CLDR short forms for the other four.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

NO_BREAK = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"


@dataclass(frozen=True, slots=True)
class Style:
    """``scale``: the unit amounts are shortened to, and its size in đồng. ``vast`` and ``vast_scale``: the
    same of the next larger unit; ``vast_rest`` where a language says the smaller one after it.

    ``gap`` stands between two sentences; ``colon``, ``comma``, ``semicolon`` and ``stop`` with the space that
    follows them.
    """

    day: str
    month: str
    short_month: str
    weekday_line: str
    moment: str
    span: str
    money: str
    group: str
    decimal: str
    compact: str
    scale: int
    vast: str
    vast_scale: int
    month_names: tuple[str, ...]
    weekdays: tuple[str, ...]
    vast_rest: str = ""
    gap: str = " "
    colon: str = ": "
    comma: str = ", "
    semicolon: str = "; "
    stop: str = "."


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

STYLES = {
    "vi": Style(
        day="{day:02d}/{month:02d}/{year}",
        month="{month:02d}/{year}",
        short_month="{month:02d}/{year}",
        weekday_line="{weekday}, {day}",
        moment="{time}, {day}",
        span="{first} – {last}",
        money="{amount}_đ",
        group=".",
        decimal=",",
        compact="{amount}_triệu",
        scale=1_000_000,
        vast="{amount}_tỷ",
        vast_scale=1_000_000_000,
        month_names=(),
        weekdays=("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    ),
    "en": Style(
        day="{day}_{name} {year}",
        month="{name} {year}",
        short_month="{name:.3} {year}",
        weekday_line="{weekday}, {day}",
        moment="{time}, {day}",
        span="{first} – {last}",
        money="VND_{amount}",
        group=",",
        decimal=".",
        compact="{amount}_million",
        scale=1_000_000,
        vast="{amount}_billion",
        vast_scale=1_000_000_000,
        month_names=_ENGLISH_MONTHS,
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ),
    "zh-hans": Style(
        day="{year}|年{month}|月{day}|日",
        month="{year}|年{month}|月",
        short_month="{year}|年{month}|月",
        weekday_line="{day} {weekday}",
        moment="{day} {time}",
        span="{first}至{last}",
        money="{amount}_越|南|盾",
        group=",",
        decimal=".",
        compact="{amount}|万|越|南|盾",
        scale=10_000,
        vast="{amount}|亿|越|南|盾",
        vast_scale=100_000_000,
        month_names=(),
        weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
        gap="",
        colon="：",
        comma="、",
        semicolon="；",
        stop="。",
    ),
    "ko": Style(
        day="{year}년_{month}월_{day}일",
        month="{year}년_{month}월",
        short_month="{year}년_{month}월",
        weekday_line="{day} {weekday}",
        moment="{day} {time}",
        span="{first} ~ {last}",
        money="{amount}동",
        group=",",
        decimal=".",
        compact="{amount}만_동",
        scale=10_000,
        vast="{amount}억_동",
        vast_scale=100_000_000,
        vast_rest="{amount}억_{rest}만_동",
        month_names=(),
        weekdays=("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    ),
    "ja": Style(
        day="{year}|年{month}|月{day}|日",
        month="{year}|年{month}|月",
        short_month="{year}|年{month}|月",
        weekday_line="{day} {weekday}",
        moment="{day} {time}",
        span="{first}～{last}",
        money="{amount}|ド|ン",
        group=",",
        decimal=".",
        compact="{amount}|万|ド|ン",
        scale=10_000,
        vast="{amount}|億|ド|ン",
        vast_scale=100_000_000,
        vast_rest="{amount}|億|{rest}|万|ド|ン",
        month_names=(),
        weekdays=("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
        gap="",
        colon="：",
        comma="、",
        semicolon="；",
        stop="。",
    ),
}


def style(language: str | None = None) -> Style:
    """The style of ``language`` or of the active one; English, the source language, when unknown."""
    code = (language or get_language() or "en").lower()
    return STYLES.get(code) or STYLES.get(code.split("-", maxsplit=1)[0]) or STYLES["en"]


def bound(text: str) -> str:
    return text.replace("_", NO_BREAK).replace("|", JOINER)
