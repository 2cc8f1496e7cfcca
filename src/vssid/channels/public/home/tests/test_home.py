"""The first page says what this is, and what it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cast.identities import Member

Browser = Callable[..., Client]


@pytest.fixture
def english(client: Client) -> Client:
    client.cookies["vssid_language"] = "en"
    return client


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


@pytest.mark.django_db
def test_a_visitor_costs_no_statement(
    english: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        english.get("/")


@pytest.mark.django_db
def test_only_reading_is_allowed(english: Client) -> None:
    assert english.post("/").status_code == 405
