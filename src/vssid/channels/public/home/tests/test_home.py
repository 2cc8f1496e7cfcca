"""The first page says what this is, and what it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cast.identities import Member

Browser = Callable[..., Client]


@pytest.mark.django_db
def test_a_visitor_learns_what_this_is_and_how_to_get_in(english: Client) -> None:
    page = english.get("/")
    assert page.status_code == 200
    assert "It is not the agency's own app." in page.text
    assert "every person, employer and amount in it is invented" in page.text
    assert "Demonstration. Not a service of Vietnam Social Security." in page.text
    for way in ("/accounts/login/", "/verify/", "/help/"):
        assert f'href="{way}"' in page.text


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "en", "zh-hans", "ko", "ja"])
def test_every_language_is_one_press_away(english: Client, language: str) -> None:
    assert f'name="language" value="{language}"' in english.get("/").text
    english.post("/language/", {"language": language, "next": "/"})
    assert f'<html lang="{language}"' in english.get("/").text


def test_who_is_signed_in_goes_straight_on(lan: Member, signed_in: Browser) -> None:
    page = signed_in(lan).get("/")
    assert "Open my pages" in page.text
    assert 'href="/accounts/login/"' not in page.text
    assert lan.name not in page.text


def test_a_visitor_costs_two_statements(
    english: Client, texts: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Only whether the questions and the news in memory are current."""
    english.get("/")
    with django_assert_num_queries(2):
        english.get("/")


def test_questions_and_news_lead_on(english: Client, texts: None) -> None:
    page = english.get("/").text
    assert 'href="/help/questions/b1/"' in page
    assert 'href="/news/base/"' in page
    assert "Not yet [en]" not in page
    assert 'action="/search/"' in page
    assert "VND 1,000 a minute" in page


@pytest.mark.django_db
def test_without_any_text_the_page_stands(english: Client) -> None:
    page = english.get("/")
    assert page.status_code == 200
    assert 'id="questions"' not in page.text
    assert 'id="news"' not in page.text


@pytest.mark.django_db
def test_only_reading_is_allowed(english: Client) -> None:
    assert english.post("/").status_code == 405
