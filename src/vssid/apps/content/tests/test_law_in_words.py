from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils.translation import gettext, override

from vssid.apps.content.law_amounts import counted, valued
from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_in_words import spoken, value_in_words
from vssid.apps.content.law_sources import citation
from vssid.domain.law.catalogue import all_rules, worked_cases
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.trace import Figure, Step
from vssid.domain.law.folders import benefit_folders
from vssid.domain.law.parameters import parameter, parameters
from vssid.domain.values.months import Month
from vssid.kit.formats.styles import JOINER
from vssid.kit.languages import LANGUAGE_NAMES

NB = "\N{NO-BREAK SPACE}"
ENGLISH = re.compile(
    r"\b(of|the|not|before|and|as|to|by|since|after|for|from|until|art|example|Law|Decree)s?\b"
)


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (Unit.YES_NO, True, "yes"),
        (Unit.YES_NO, False, "no"),
        (Unit.DONG, 500_000, f"VND{NB}500,000"),
        (Unit.PPM, 45_000, "4.5%"),
        (Unit.PERCENT, 31, "31%"),
        (Unit.MONTHS, 30, f"30{NB}months"),
        (Unit.TIME, 30, f"2{NB}years{NB}6{NB}months"),
        (Unit.TIME, 3, f"3{NB}months"),
        (Unit.AGE, 747, f"62{NB}years{NB}3{NB}months"),
        (Unit.AGE_IN_YEARS, 75, f"75{NB}years"),
        (Unit.HALF_YEARS, 5, f"2{NB}years{NB}6{NB}months"),
        (Unit.MONTH, int(Month.of(2026, 7)), "July 2026"),
        (Unit.DATE, date(2026, 7, 1).toordinal(), f"1{NB}July 2026"),
        (Unit.HUNDREDTHS, 543, "5.43"),
        (Unit.HALF_DAYS, 3, f"1.5{NB}days"),
        (Unit.MILLIONTHS_OF_DONG, 66_000_500_000, f"VND{NB}66,001"),
        (Unit.BILLIONTHS, 3_750_000, "0.375%"),
        (Unit.COUNT, 1200, "1,200"),
    ],
)
def test_a_number_is_read_by_its_unit(unit: Unit, value: int, said: str) -> None:
    with override("en"):
        assert counted(unit, value) == said


@pytest.mark.parametrize(
    ("said", "cite"),
    [
        ("Law 71/2006/QH11 art. 91 to 94", "Luật 71/2006/QH11 Điều 91 đến 94"),
        (
            "Law 41/2024/QH15 art. 66(1); Decree 158/2025/NĐ-CP art. 13",
            "Luật 41/2024/QH15 Điều 66(1); Nghị định 158/2025/NĐ-CP Điều 13",
        ),
        (
            "Law 25/2008/QH12, as amended by Law 46/2014/QH13 art. 22(1)(c) and 22(4)",
            "Luật 25/2008/QH12, được sửa đổi bởi Luật 46/2014/QH13 Điều 22(1)(c) và 22(4)",
        ),
        (
            "Law 113/2025/QH15 art. 29; Labour Code art. 139(1)",
            "Luật 113/2025/QH15 Điều 29; Bộ luật Lao động Điều 139(1)",
        ),
        ("Law 41/2024/QH15 art. 45(1) and (3)", "Luật 41/2024/QH15 Điều 45(1) và (3)"),
        (
            "Resolution 261/2025/QH15; letter 38/BYT-BH of 2026-01-06",
            "Nghị quyết 261/2025/QH15; Công văn 38/BYT-BH ngày 06/01/2026",
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "vi", "ja"])
def test_an_act_is_cited_in_vietnamese_in_every_language(language: str, said: str, cite: str) -> None:
    with override(language):
        assert cited(said) == cite


def lines(inputs: dict[str, Figure], result: dict[str, Figure]) -> tuple[str, ...]:
    day = date(2026, 1, 1)
    step = Step("shared.adjusted", "Any", "Law 41/2024/QH15 art. 73", day, day, inputs, result)
    with override("en"):
        return tuple(line.replace(NB, " ") for line in spoken([step])[0].lines)


def test_lines_that_follow_in_time_and_say_the_same_are_one() -> None:
    years = (2019, 2020, 2021, 2023, 2024)
    wages = (5_000_000, 6_000_000, 6_000_000, 6_000_000, 7_000_000)
    assert lines({"wage": wages, "year": years}, {"state_support": wages}) == (
        "2019 · VND 5,000,000 → VND 5",
        "2020 – 2021 · VND 6,000,000 → VND 6",
        "2023 · VND 6,000,000 → VND 6",
        "2024 · VND 7,000,000 → VND 7",
    )


def test_what_all_lines_share_stands_with_the_inputs() -> None:
    days = tuple(date(2021, month, 1).toordinal() for month in range(1, 5))
    said: dict[str, Figure] = {"support_day": days, "poverty_line": (700_000,) * 4}
    assert lines(said, {"state_support": (15_400_000_000,) * 4}) == (
        "1 January 2021 – 1 April 2021 → VND 15,400",
    )


def test_no_act_is_cited_half_in_english() -> None:
    rules = [version.article for rule in all_rules().values() for version in rule.versions]
    figures = [
        source.passage for one in parameters().values() for entry in one.entries for source in entry.sources
    ]
    assert {said for said in map(cited, (*rules, *figures)) if ENGLISH.search(said)} == set()


def said(name: str, value: Figure, language: str) -> str:
    with override(language):
        return value_in_words(name, value).replace(NB, " ").replace(JOINER, "")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("even_age", 737, ("61 tuổi 5 tháng", "61 years 5 months", "61岁5个月", "61세 5개월", "61歳5か月")),
        ("age", 75, ("75 tuổi", "75 years", "75岁", "75세", "75歳")),
        ("months", 433, ("36 năm 1 tháng", "36 years 1 month", "36年1个月", "36년 1개월", "36年1か月")),
        ("months", 300, ("25 năm", "25 years", "25年", "25년", "25年")),
        ("months_in_last_24", 12, ("12 tháng", "12 months", "12个月", "12개월", "12か月")),
        ("contract_months", 36, ("36 tháng", "36 months", "36个月", "36개월", "36か月")),
        ("sick_limit", 30, ("30 ngày", "30 days", "30天", "30일", "30日")),
        ("asked_half_days", 3, ("1,5 ngày", "1.5 days", "1.5天", "1.5일", "1.5日")),
        ("weeks", 22, ("22 tuần", "22 weeks", "22周", "22주", "22週")),
        ("years_below", 5, ("5 năm", "5 years", "5年", "5년", "5年")),
        ("female", True, ("nữ", "female", "女", "여", "女")),
    ],
)
def test_every_number_has_its_unit_in_every_language(
    name: str, value: Figure, words: tuple[str, ...]
) -> None:
    assert tuple(said(name, value, language) for language in ("vi", "en", "zh-hans", "ko", "ja")) == words


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_no_value_of_a_code_is_a_bare_number(language: str) -> None:
    with override(language):
        codes = [one for one in parameters().values() if one.words]
        told = [valued(one, entry.value) for one in codes for entry in one.entries if not entry.table]
    assert told
    assert not [value for value in told if value.isdigit()]


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_no_title_explains_a_code(language: str) -> None:
    explained = re.compile(r"[;:,] ?[0-9]+ ?(is|là|은|는|は|为|指|即)\b")
    with override(language):
        titles = {gettext(one.title) for one in parameters().values()}
    assert not [title for title in titles if explained.search(title)]


def test_an_act_says_short_times_in_months_and_long_ones_in_years() -> None:
    def of(name: str, value: int) -> str:
        with override("en"):
            return valued(parameter(name), value).replace(NB, " ")

    assert of("unemployment.least_months", 12) == "12 months"
    assert of("survivors.funeral_months_with_voluntary", 60) == "60 months"
    assert of("unemployment.most_kept", 144) == "144 months"
    assert of("survivors.monthly_months", 180) == "15 years"
    assert of("retirement_age.male", 741) == "61 years 9 months"
    assert of("average.last_months_of_state_scale", 60) == "5 years"
    assert of("average.last_months_of_state_scale", 1200) == "the whole time"
    assert of("unemployment.cap_reference", 2) == "the last month contributed for"


def test_the_sex_is_said_of_a_man_too() -> None:
    day = date(2026, 1, 1)
    step = Step("pension.rate", "Any", "Law 41/2024/QH15 art. 66", day, day, {"female": False}, {"rate": 1})
    with override("en"):
        assert spoken([step])[0].inputs == ("Sex: male",)


def test_a_rule_on_several_lines_is_a_table_whose_columns_have_names() -> None:
    day = date(2026, 1, 1)
    given: dict[str, Figure] = {"wage": (5_000_000, 6_000_000), "year": (2019, 2020)}
    result: dict[str, Figure] = {"adjusted": (600_000_000, 690_000_000)}
    step = Step("shared.adjusted", "Any", "Law 41/2024/QH15 art. 73", day, day, given, result)
    with override("en"):
        (told,) = spoken([step])
    assert len(told.head) == 3
    assert told.head[0] == "Year of contribution"
    assert [len(row) for row in told.rows] == [3, 3]
    assert told.rows[1][0] == "2020"


@pytest.mark.parametrize(
    ("source", "cite"),
    [
        ("computed from Law 41/2024 art. 5(6), 66", "Luật 41/2024 Điều 5(6), 66"),
        ("Law 74/2025/QH15 art. 38, a day late", "Luật 74/2025/QH15 Điều 38"),
        ("Decree 134/2015/NĐ-CP art. 14, 30 % on its last day", "Nghị định 134/2015/NĐ-CP Điều 14"),
        (
            "Decision 595/QĐ-BHXH example 6; the sum was missing in the copy read",
            "Quyết định 595/QĐ-BHXH ví dụ 6",
        ),
        ("https://news.laodong.vn/xa-hoi/luong-huu.ldo", "news.laodong.vn"),
        ("rounded half up", ""),
    ],
)
def test_of_a_worked_case_the_acts_alone_are_cited(source: str, cite: str) -> None:
    assert citation(source) == cite


def test_no_source_of_a_worked_case_is_half_in_english() -> None:
    cases = [case for folder in benefit_folders() for case in worked_cases(folder)]
    told = {citation(str(case.get("source", ""))) for case in cases}
    assert not [one for one in told if ENGLISH.search(one)]
