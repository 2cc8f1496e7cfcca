from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils.translation import override

from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_in_words import counted, spoken
from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.trace import Figure, Step
from vssid.domain.law.parameters import parameters
from vssid.domain.values.months import Month

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (Unit.YES_NO, True, "yes"),
        (Unit.YES_NO, False, "no"),
        (Unit.DONG, 500_000, f"VND{NB}500,000"),
        (Unit.PPM, 45_000, "4.5%"),
        (Unit.PERCENT, 31, "31%"),
        (Unit.MONTHS, 30, f"2{NB}years{NB}6{NB}months"),
        (Unit.MONTHS, 3, f"3{NB}months"),
        (Unit.HALF_YEARS, 5, f"2{NB}years{NB}6{NB}months"),
        (Unit.MONTH, int(Month.of(2026, 7)), "July 2026"),
        (Unit.DATE, date(2026, 7, 1).toordinal(), f"1{NB}July 2026"),
        (Unit.HUNDREDTHS, 543, "5.43"),
        (Unit.HALF_DAYS, 3, "1.5"),
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
        "VND 5,000,000 · 2019 → VND 5",
        "VND 6,000,000 · 2020 – 2021 → VND 6",
        "VND 6,000,000 · 2023 → VND 6",
        "VND 7,000,000 · 2024 → VND 7",
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
    left = re.compile(
        r"\b(of|the|not|before|and|as|to|by|since|after|for|from|until|art|example|Law|Decree)s?\b"
    )
    assert {said for said in map(cited, (*rules, *figures)) if left.search(said)} == set()
