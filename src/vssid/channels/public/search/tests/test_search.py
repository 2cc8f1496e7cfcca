"""Search shows the words found, leads on when nothing is, and repeats nothing unescaped."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("texts")


def test_words_are_marked_and_lead_to_their_page(english: Client) -> None:
    page = english.get("/search/", {"q": "how many years"}).text
    assert '<a class="v-row" href="/help/questions/d1/">' in page
    assert "<mark>How</mark> <mark>many</mark> <mark>years</mark>" in page
    assert 'value="how many years"' in page


def test_nothing_found_leads_to_topics_and_the_hotline(english: Client) -> None:
    page = english.get("/search/", {"q": "zzzz"}).text
    assert "Nothing found for “zzzz”" in page
    assert 'href="/help/topics/pension/"' in page
    assert "VND 1,000 a minute" in page


def test_an_empty_search_offers_the_topics(english: Client) -> None:
    page = english.get("/search/").text
    assert 'href="/help/topics/pension/"' in page
    assert "Nothing found" not in page


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><b>', "\0", "%", "a" * 5000])
def test_whatever_is_typed_is_harmless(english: Client, query: str) -> None:
    answer = english.get("/search/", {"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<b>" not in answer.text.split("<main")[1].split("</main>")[0]


def test_a_result_page_is_not_for_search_engines(english: Client) -> None:
    assert '<meta name="robots" content="noindex">' in english.get("/search/?q=x").text


def test_a_slow_search_has_words_to_say_so(english: Client) -> None:
    assert 'role="status" data-searching="Searching…"' in english.get("/search/").text
