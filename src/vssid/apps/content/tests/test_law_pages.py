"""What a page of the law says of days, of what a figure follows from, and of every act it rests on."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils.translation import override

from vssid.apps.content.law_pages import Figure, FigureRow, RuleRow, Standing, law_folders, law_page
from vssid.domain.law.folders import SHARED_LAW
from vssid.kit.languages import LANGUAGE_NAMES

NB = "\N{NO-BREAK SPACE}"
TODAY = date(2026, 11, 30)


def figure(folder: str, name: str, on: date = TODAY, language: str = "en") -> Figure:
    with override(language):
        page = law_page(folder, on=on)
    (found,) = (one for one in page.figures if one.place.anchor == f"figure.{name}")
    return found


def rule(folder: str, code: str, on: date = TODAY) -> RuleRow:
    with override("en"):
        page = law_page(folder, on=on)
    (found,) = (one for one in page.rules if one.place.anchor == code)
    return found


def plain(text: str) -> str:
    return text.replace(NB, " ")


def reckoned(row: FigureRow) -> str:
    return " ".join(f"{term.before}{term.title}" for term in row.terms)


def test_a_figure_that_has_ended_says_its_last_day() -> None:
    long_illness = figure("sickness", "sickness.long_illness_days")
    (row,) = long_illness.rows
    assert plain(row.days.span) == "1 January 2016 – 30 June 2025"
    assert (row.days.standing, long_illness.ended) == (Standing.ENDED, True)


def test_it_was_in_force_to_that_day_and_ahead_before_the_first() -> None:
    standing = {
        day: figure("sickness", "sickness.long_illness_days", day).rows[0].days.standing
        for day in (date(2015, 12, 31), date(2016, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
    }
    assert list(standing.values()) == ["ahead", "in force", "in force", "ended"]


def test_an_entry_ends_where_the_next_begins_and_the_figure_goes_on() -> None:
    rate = figure("sickness", "sickness.rate")
    assert [plain(row.days.span) for row in rate.rows] == ["", "1 January 2016 – 30 June 2025"]
    assert [row.days.in_force for row in rate.rows] == [True, False]
    assert not rate.ended


def test_a_rule_tells_the_days_of_its_versions() -> None:
    limit = rule("sickness", "sickness.limit")
    assert [plain(version.days.span) for version in limit.versions] == ["", "1 January 2016 – 30 June 2025"]
    assert not limit.ended
    long_leave = rule("sickness", "sickness.long_leave")
    assert [plain(version.days.span) for version in long_leave.versions] == ["1 January 2016 – 30 June 2025"]
    assert long_leave.ended
    assert not rule("sickness", "sickness.long_leave", date(2025, 6, 30)).ended


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("pension", {"pension.coal_age", "pension.commune_women_years"}),
        ("unemployment", {"unemployment.monthly_cap_state_scale"}),
        ("late_payment", {"late_payment.yields"}),
    ],
)
def test_what_ended_in_other_parts_is_known_too(folder: str, names: set[str]) -> None:
    assert {name for name in names if figure(folder, name).ended} == names


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_a_span_is_written_as_the_language_writes_it(language: str) -> None:
    span = figure("sickness", "sickness.long_illness_days", language=language).rows[0].days.span
    assert span.count("2016") == span.count("2025") == 1
    assert ("January" in span) is (language == "en")


def test_a_figure_says_what_it_follows_from_and_every_act_behind_it() -> None:
    row = figure("survivors", "survivors.funeral").rows[0]
    assert reckoned(row).startswith("10 × Reference level, a month")
    assert row.terms[0].place.below == "shared/#figure.reference_level"
    assert [source.text for source in row.sources] == [
        "Luật 41/2024/QH15 Điều 85-89",
        "Luật 41/2024/QH15 Điều 141(13); Nghị định 158/2025/NĐ-CP Điều 5",
        "Nghị định 161/2026/NĐ-CP",
    ]
    assert reckoned(figure("survivors", "survivors.monthly").rows[0]).startswith("50% × Reference level")


def test_of_once_a_figure_stands_its_title_alone_and_a_sum_has_a_plus() -> None:
    assert reckoned(figure(SHARED_LAW, "reference_level").rows[0]).startswith("Base salary, a month")
    summed = figure(SHARED_LAW, "rates_vn_employee.bhxh.employer").rows[0]
    assert [term.before for term in summed.terms] == ["", "+ "]


def test_the_day_after_the_last_is_one_on_which_something_changed() -> None:
    with override("en"):
        changed = law_page("pension", on=TODAY).changed
    assert f"1{NB}January 2022" in changed  # the supplement for women, 2018 to 2021
    assert len(set(changed)) == len(changed)


@pytest.mark.parametrize("folder", law_folders())
def test_every_entry_of_a_figure_has_a_source(folder: str) -> None:
    with override("en"):
        figures = law_page(folder, on=TODAY).figures
    assert all(row.sources for one in figures for row in one.rows)


@pytest.mark.parametrize("language", ["zh-hans", "ja"])
def test_no_line_of_a_file_leaves_a_space_between_chinese_or_japanese_letters(language: str) -> None:
    for folder in law_folders():
        with override(language):
            text = law_page(folder, on=date(2026, 12, 1)).text
        assert not re.search(r"[\u3040-\u9fff]\n[\u3040-\u9fff]", text)
