"""News in order of effect, as pages and as a feed; nothing before its day."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("texts")
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_list_shows_what_is_in_force(english: Client) -> None:
    page = english.get("/news/").text
    assert "The base rises [en]" in page
    assert "Not yet [en]" not in page
    assert 'type="application/atom+xml"' in page


def test_one_item_is_a_page(english: Client) -> None:
    page = english.get("/news/base/").text
    assert "Summary of The base rises." in page
    assert english.get("/news/soon/").status_code == 404


def test_the_feed_is_atom_in_one_language(english: Client) -> None:
    answer = english.get("/news/feed.atom?hl=ko")
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own feed
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "The base rises [ko]"
    links = entry.findall(f"{ATOM}link")
    assert [link.get("href") for link in links] == ["http://testserver/news/base/?hl=ko"]
    assert entry.findtext(f"{ATOM}id") == "http://testserver/news/base/"


def test_the_notes_of_a_release_stand_on_one_page(english: Client) -> None:
    page = english.get("/whats-new/").text
    assert 'id="v1-0"' in page
    assert "Version 1 [en]" in page
