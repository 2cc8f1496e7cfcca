"""The law pages: rules by date, figures with sources and doubts, examples step by step."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from vssid.apps.content.law_pages import law_folders
from vssid.channels.public.law.page import address
from vssid.domain.law.catalogue import all_rules, folder_of
from vssid.domain.law.folders import SHARED_LAW
from vssid.domain.law.parameters import parameters

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("folder", law_folders())
def test_every_benefit_has_a_page(english: Client, folder: str) -> None:
    answer = english.get(address(folder))
    assert answer.status_code == 200
    assert "Rules by date" in answer.text
    assert address(folder) in english.get("/policies/law/").text


def test_a_page_names_rules_figures_sources_and_steps(english: Client) -> None:
    page = english.get("/policies/law/social-pension/").text
    assert "Luật 41/2024/QH15 Điều 21" in page
    assert f"VND{NB}500,000" in page or f"500,000{NB}" in page
    assert "Nghị định 176/2025/NĐ-CP" in page
    assert "SOCPEN-1" in page


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
