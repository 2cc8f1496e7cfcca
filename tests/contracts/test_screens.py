"""The list of pages to be pictured can be read, and each address leads somewhere."""

from __future__ import annotations

import tomllib
from urllib.parse import urlsplit

from django.urls import resolve

from tests.environment.screens import LISTED


def test_every_listed_page_has_a_route() -> None:
    pages = tomllib.loads(LISTED.read_text())
    assert len({(page["path"], page.get("person"), page.get("theme")) for page in pages.values()}) == len(
        pages
    )
    for page in pages.values():
        resolve(urlsplit(page["path"]).path)
