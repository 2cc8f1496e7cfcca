"""Help is true, dated, says what a call costs, and keeps its old addresses."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.usefixtures("texts")


def test_the_hub_leads_to_guides_topics_and_the_hotline(english: Client) -> None:
    page = english.get("/help/").text
    for way in ("/help/late-month/", "/help/topics/pension/", "/policies/", "/news/", "/whats-new/"):
        assert f'href="{way}"' in page
    assert 'href="/help/topics/death/"' not in page, "a topic without questions has no page to show"
    assert 'action="/search/"' in page
    assert "2 questions" in page


def test_an_old_address_still_finds_its_guide(english: Client) -> None:
    assert re.search(
        r'<a class="v-row" id="late-month" href="/help/late-month/">', english.get("/help/").text
    )


@pytest.mark.parametrize("path", ["/help/", "/help/topics/pension/", "/search/?q=zzzz"])
def test_the_hotline_is_never_named_without_its_price(english: Client, path: str) -> None:
    text = english.get(path).text.split('id="contact"')[1].split("</section>", maxsplit=1)[0]
    assert "tel:19009068" in text
    assert "VND 1,000 a minute" in text


def test_an_answer_shows_basis_date_and_the_readers_own_data(english: Client) -> None:
    page = english.get("/help/questions/d1/").text
    assert "As of 22\N{NO-BREAK SPACE}November 2026" in page
    assert 'Law on Social Insurance <span lang="vi" translate="no">41/2024/QH15</span>, article 64' in page
    assert 'href="/me/participation/"' in page
    assert "not legal advice" in page
    assert "Who decides?" in page, "the next question of the topic"
    assert "Body of How many years?" in page


def test_what_is_not_certain_says_so(english: Client) -> None:
    assert "Sources contradict each other." in english.get("/help/questions/d2/").text
    assert "contradict" not in english.get("/help/questions/d1/").text


def test_a_topic_shows_its_questions_and_rules(english: Client) -> None:
    page = english.get("/help/topics/pension/").text
    assert page.index("How many years?") < page.index("Who decides?")
    assert 'href="/policies/pension/"' in page
    assert "Months missing?" not in page


@pytest.mark.parametrize("path", ["/help/topics/weather/", "/help/questions/zz/", "/help/zz/"])
def test_what_does_not_exist_is_said(english: Client, path: str) -> None:
    assert english.get(path).status_code == 404


def test_a_page_costs_two_statements(
    english: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Only whether the copy in memory is current, once for the text and once for what stands around it."""
    english.get("/help/")
    for path in ("/help/", "/help/questions/d1/", "/help/topics/pension/"):
        with django_assert_num_queries(2):
            english.get(path)


def test_only_reading_is_allowed(english: Client) -> None:
    for path in ("/help/", "/help/questions/d1/", "/help/topics/pension/"):
        assert english.post(path).status_code == 405
