"""The law pages: rules by date, figures with sources and doubts, examples step by step."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.translation import override

from vssid.apps.content.law_pages import law_folders, law_page
from vssid.channels.public.law.page import address, overview
from vssid.domain.law.catalogue import all_rules, folder_of
from vssid.domain.law.folders import SHARED_LAW
from vssid.domain.law.parameters import parameters
from vssid.kit import clock
from vssid.kit.formats.sentences import unbroken
from vssid.kit.vietnamese_order import sort_key

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("folder", law_folders())
def test_every_benefit_has_a_page(english: Client, folder: str) -> None:
    answer = english.get(address(folder))
    assert answer.status_code == 200
    assert "Rules by date" in answer.text
    assert address(folder) in english.get("/policies/law/").text


def test_a_page_names_rules_figures_sources_and_steps(english: Client) -> None:
    page = english.get("/policies/law/social-pension/").text
    assert unbroken("Luật 41/2024/QH15 Điều 21") in page
    assert f"VND{NB}500,000" in page or f"500,000{NB}" in page
    assert unbroken("Nghị định 176/2025/NĐ-CP") in page
    assert "Example 1 · " in page
    assert "SOCPEN-1" not in page


def test_no_page_of_what_is_not_computed(english: Client) -> None:
    assert english.get("/policies/law/weather/").status_code == 404


def test_neighbouring_lines_of_a_table_that_say_the_same_are_one(english: Client) -> None:
    page = english.get("/policies/law/health-care/").text
    assert "By line: Route" in page
    assert ">1.1 – 2: 100%<" in page
    assert ">3.1: 40%<" in page
    assert "101:" not in page


@pytest.mark.parametrize("folder", law_folders())
def test_every_rule_and_figure_has_its_place(english: Client, folder: str) -> None:
    page = english.get(address(folder)).text
    found = re.findall(r'\bid="([^"]+)"', page)
    rules = [code for code in all_rules() if folder_of(code) == folder]
    figures = [f"figure.{name}" for name in parameters() if folder_of(name) == folder]
    assert [place for place in (*rules, *figures) if found.count(place) != 1] == []
    assert len(found) == len(set(found))


def test_what_is_shared_has_a_page_without_examples(english: Client) -> None:
    page = english.get(address(SHARED_LAW)).text
    assert "Reference level" in page
    assert "Worked examples" not in page


def test_what_has_ended_says_so_in_words_and_with_its_last_day(english: Client) -> None:
    page = english.get("/policies/law/sickness/").text
    told = re.sub(r"<[^>]+>|\s+", " ", page).replace(NB, " ")
    assert "1 January 2016 – 30 June 2025" in told
    figure = page[page.index("Days of a long illness at the full rate") :].partition("</summary>")[0]
    assert "No longer in force" in figure
    rule = page[page.index('id="sickness.by_months"') :].partition("</dd>")[0]
    assert "No longer in force" in rule
    assert "No longer in force" not in page[page.index('id="sickness.limit"') :].partition("</dd>")[0]


@pytest.mark.parametrize("folder", law_folders())
def test_every_page_marks_what_has_ended_and_nothing_else(english: Client, folder: str) -> None:
    with override("en"):
        told = law_page(folder, on=clock.today())
    ended = sum(rule.ended for rule in told.rules) + sum(figure.ended for figure in told.figures)
    assert english.get(address(folder)).text.count("No longer in force") == ended


def test_only_what_is_in_force_is_bold(english: Client) -> None:
    page = english.get("/policies/law/sickness/").text
    rate = page[page.index('id="figure.sickness.rate"') :].partition("</dl>")[0]
    assert rate.count('<b class="num">75%</b>') == 1
    assert rate.count('<span class="num">75%</span>') == 1


def test_a_figure_leads_to_what_it_follows_from(english: Client) -> None:
    page = english.get("/policies/law/survivors/").text
    funeral = page[page.index('id="figure.survivors.funeral"') :].partition("</dl>")[0]
    assert 'href="/policies/law/shared/#figure.reference_level"' in funeral
    assert unbroken("Nghị định 161/2026/NĐ-CP") in funeral


def test_the_list_is_in_the_order_of_a_vietnamese_dictionary() -> None:
    with override("vi"):
        titles = [row.title for row in overview()]
    assert titles == sorted(titles, key=sort_key)
    assert titles != sorted(titles)


@pytest.mark.parametrize("language", ["vi", "ko", "ja", "zh-hans"])
def test_an_example_has_a_result_in_its_title_and_no_english_beside_it(language: str) -> None:
    for folder in law_folders():
        with override(language):
            shown = law_page(folder, on=clock.today()).examples
        assert all(" · " in one.title for one in shown)
        assert not [one.source for one in shown if re.search(r"\b(the|of|and|not|from|art)\b", one.source)]


def test_figures_stand_in_the_order_of_their_files() -> None:
    with override("en"):
        caps = [
            one.title for one in law_page("unemployment", on=clock.today()).figures if "region" in one.title
        ]
    assert caps == sorted(caps)
    assert len(caps) == 4
