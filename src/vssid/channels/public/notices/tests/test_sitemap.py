"""sitemap.xml lists every page and text anybody may read, in every language, and nothing else."""

from __future__ import annotations

import re

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture
def listed(client: Client, texts: None) -> str:
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    return answer.content.decode()


def test_pages_and_texts_stand_in_it(listed: str) -> None:
    for path in ("/", "/lookup/offices/", "/help/topics/contributions/", "/policies/pension/", "/news/base/"):
        assert f"<loc>{SITE}{path}</loc>" in listed


def test_each_names_its_other_languages(listed: str) -> None:
    assert f"<loc>{SITE}/policies/pension/?hl=ko</loc>" in listed
    assert f'hreflang="ja" href="{SITE}/policies/pension/?hl=ja"' in listed
    assert f'hreflang="x-default" href="{SITE}/policies/pension/"' in listed
    assert listed.count("<loc>") % len(configured.LANGUAGES) == 0


def test_what_holds_later_or_is_personal_does_not(listed: str) -> None:
    assert "/news/soon/" not in listed
    assert not re.search("/(me|accounts|staff|api|search|verify)/", listed)


def test_every_address_opens(client: Client, listed: str) -> None:
    for path in re.findall(rf"<loc>{SITE}([^<?]+)</loc>", listed):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert 'content="noindex"' not in answer.content.decode(), path


def test_robots_txt_names_it_but_not_of_a_demonstration(client: Client, settings: Settings) -> None:
    assert "Sitemap" not in client.get("/robots.txt").text
    settings.DEMO = False
    assert client.get("/robots.txt").text.endswith(f"Sitemap: {SITE}/sitemap.xml\n")
