from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.identities import groups
from vssid.kit.formats.styles import STYLES, bound

LANGUAGES = ("vi", "en", "zh-hans", "ko", "ja")
NB = "\N{NO-BREAK SPACE}"
DAY = date(2026, 11, 22)
SEPTEMBER = Month.of(2026, 9)


def _in_five(*expected: str) -> list[tuple[str, str]]:
    """``_`` stands for a no-break space, ``|`` for a word joiner."""
    return [(language, bound(text)) for language, text in zip(LANGUAGES, expected, strict=True)]


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five("22/11/2026", "22_November 2026", "2026|年11|月22|日", "2026년_11월_22일", "2026|年11|月22|日"),
)
def test_day(language: str, text: str) -> None:
    assert formats.day(DAY, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five(
        "Chủ nhật, 22/11/2026",
        "Sunday, 22_November 2026",
        "2026|年11|月22|日 星期日",
        "2026년_11월_22일 일요일",
        "2026|年11|月22|日 日曜日",
    ),
)
def test_day_with_weekday(language: str, text: str) -> None:
    assert formats.day_with_weekday(DAY, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five(
        "06:00, 22/11/2026",
        "06:00, 22_November 2026",
        "2026|年11|月22|日 06:00",
        "2026년_11월_22일 06:00",
        "2026|年11|月22|日 06:00",
    ),
)
def test_day_and_time(language: str, text: str) -> None:
    assert formats.day_and_time(datetime(2026, 11, 22, 6, 0), language) == text  # noqa: DTZ001 - already local


@pytest.mark.parametrize(
    ("language", "text"), _in_five("09/2026", "September 2026", "2026|年9|月", "2026년_9월", "2026|年9|月")
)
def test_month(language: str, text: str) -> None:
    assert formats.month(SEPTEMBER, language) == text


def test_short_month_shortens_english_alone() -> None:
    assert formats.short_month(SEPTEMBER, "en") == "Sep 2026"
    assert formats.short_month(SEPTEMBER, "ja") == formats.month(SEPTEMBER, "ja")


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five(
        "10/2020 – 09/2026",
        "October 2020 – September 2026",
        "2020|年10|月至2026|年9|月",
        "2020년_10월 ~ 2026년_9월",
        "2020|年10|月～2026|年9|月",
    ),
)
def test_month_span(language: str, text: str) -> None:
    assert formats.month_span(Month.of(2020, 10), SEPTEMBER, language) == text


def test_a_span_of_one_month_is_the_month() -> None:
    assert formats.month_span(SEPTEMBER, SEPTEMBER, "vi") == "09/2026"


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five("11.200.000_đ", "VND_11,200,000", "11,200,000_越|南|盾", "11,200,000동", "11,200,000|ド|ン"),
)
def test_money(language: str, text: str) -> None:
    assert formats.money(11_200_000, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five("11,2_triệu", "11.2_million", "1,120|万|越|南|盾", "1,120만_동", "1,120|万|ド|ン"),
)
def test_compact_money(language: str, text: str) -> None:
    assert formats.compact_money(11_200_000, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five("1,91_tỷ", "1.91_billion", "19.12|亿|越|南|盾", "19억_1,195만_동", "19|億|1,195|万|ド|ン"),
)
def test_a_vast_amount_is_said_in_the_next_unit_of_the_language(language: str, text: str) -> None:
    assert formats.compact_money(1_911_953_000, language) == text


def test_an_amount_that_rounds_up_to_the_next_unit_is_said_in_it() -> None:
    assert formats.compact_money(999_960_000, "vi") == bound("1_tỷ")
    assert formats.compact_money(999_940_000, "vi") == bound("999,9_triệu")
    assert formats.compact_money(99_999_600, "ko") == bound("1억_동")
    assert formats.compact_money(1_999_996_000, "ja") == bound("20|億|ド|ン")


def test_numbers_and_percentages() -> None:
    assert formats.integer(-1234, "vi") == "\N{MINUS SIGN}1.234"
    assert formats.percent(80, "vi") == "80%"
    assert formats.percent(Decimal("4.50"), "vi") == "4,5%"
    assert formats.percent(Decimal("-0.25"), "en") == "\N{MINUS SIGN}0.25%"


def test_an_unknown_language_reads_english() -> None:
    assert formats.money(1000, "fr") == f"VND{NB}1,000"


def test_the_active_language_is_the_default() -> None:
    from django.utils import translation

    with translation.override("ko"):
        assert formats.money(1000) == "1,000동"


def test_years_and_months_in_english() -> None:
    assert formats.years_and_months(108, "en") == f"9{NB}years{NB}0{NB}months"
    assert formats.years_and_months(13, "en") == f"1{NB}year{NB}1{NB}month"
    assert formats.months_counted(1, "en") == f"1{NB}month"


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five("36_năm_1_tháng", "36_years_1_month", "36|年|1|个|月", "36년_1개월", "36|年|1|か|月"),
)
def test_a_length_of_time_is_one_piece(language: str, text: str) -> None:
    assert formats.length_of_time(433, language) == text


def test_a_length_of_time_has_no_part_of_nought() -> None:
    assert formats.length_of_time(300, "vi") == bound("25_năm")
    assert formats.length_of_time(3, "vi") == bound("3_tháng")
    assert formats.length_of_time(0, "vi") == bound("0_tháng")


@pytest.mark.parametrize(
    ("language", "text"),
    _in_five("61_tuổi_5_tháng", "61_years_5_months", "61|岁|5|个|月", "61세_5개월", "61|歳|5|か|月"),
)
def test_an_age(language: str, text: str) -> None:
    assert formats.age(61 * 12 + 5, language) == text
    assert formats.age(60 * 12, "vi") == bound("60_tuổi")


@pytest.mark.parametrize(("language", "text"), _in_five("1,5_ngày", "1.5_days", "1.5|天", "1.5일", "1.5|日"))
def test_half_a_day(language: str, text: str) -> None:
    assert formats.days_counted(Decimal("1.5"), language) == text


def test_days_weeks_and_years() -> None:
    assert formats.days_counted(1, "en") == f"1{NB}day"
    assert formats.weeks_counted(22, "ko") == "22주"
    assert formats.years_counted(15, "vi") == bound("15_năm")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0194000123", "0194 000 123"),
        ("001194000123", "001 194 000 123"),
        ("DN4010194000123", "DN 4 01 0194 000 123"),
        ("12345", "12345"),
    ],
)
def test_grouped(number: str, text: str) -> None:
    assert formats.grouped(number) == text.replace(" ", NB)


@given(st.text("0123456789", max_size=20))
def test_groups_lose_no_digit(number: str) -> None:
    assert "".join(groups(number)) == number


@given(st.integers(-(10**15), 10**15), st.sampled_from(sorted(STYLES)))
def test_an_amount_can_be_read_back(dong: int, language: str) -> None:
    text = formats.integer(dong, language)
    assert int(text.replace(STYLES[language].group, "").replace("\N{MINUS SIGN}", "-")) == dong
