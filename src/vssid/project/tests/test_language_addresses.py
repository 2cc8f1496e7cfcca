"""Each language of a public page has an address of its own, which search engines are told."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vietnamese_first(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "vi"


@pytest.mark.parametrize("language", ["vi", "en", "zh-hans", "ko", "ja"])
def test_the_address_decides_the_language(client: Client, language: str) -> None:
    answer = client.get(f"/help/?hl={language}")
    assert f'<html lang="{language}"' in answer.text
    assert answer.cookies["vssid_language"].value == language
    assert f'<html lang="{language}"' in client.get("/policies/").text, "who came by it keeps it"


def test_a_choice_once_made_is_not_changed_by_a_link(client: Client) -> None:
    client.cookies["vssid_language"] = "ja"
    assert '<html lang="ko"' in client.get("/help/?hl=ko").text
    assert '<html lang="ja"' in client.get("/help/").text


@pytest.mark.parametrize("named", ["xx", "", "../en", "en\r\nSet-Cookie: a=b", "VI"])
def test_a_language_not_on_offer_is_no_language(client: Client, named: str) -> None:
    answer = client.get("/help/", {"hl": named})
    assert '<html lang="vi"' in answer.text
    assert "vssid_language" not in answer.cookies


def test_choosing_in_the_menu_overrules_the_address(client: Client) -> None:
    page = client.get("/search/?q=huu&hl=ko").text
    assert 'name="next" value="/search/?q=huu"' in page


def test_every_page_names_its_other_languages_and_its_main_address(client: Client) -> None:
    for path in ("/", "/help/", "/policies/", "/news/", "/whats-new/"):
        page = client.get(f"{path}?hl=ko&utm=x").text
        assert f'<link rel="canonical" href="http://testserver{path}?hl=ko">' in page
        named = dict(
            re.findall(r'rel="alternate" hreflang="([a-zA-Z-]+)" href="http://testserver([^"]+)"', page)
        )
        assert named == {
            "vi": path,
            "en": f"{path}?hl=en",
            "zh-hans": f"{path}?hl=zh-hans",
            "ko": f"{path}?hl=ko",
            "ja": f"{path}?hl=ja",
            "x-default": path,
        }
        description = re.search(r'<meta name="description" content="([^"]{15,300})">', page)
        assert description, path
