"""What the first visit of home costs a telephone: everything the page links, as it travels."""

from __future__ import annotations

import re
import urllib.request
from collections import Counter
from html.parser import HTMLParser
from pathlib import PurePath
from urllib.parse import urljoin, urlsplit

import brotli  # type: ignore[import-untyped]
import pytest

from tests.environment.demonstration import Demonstration
from tests.environment.visitor import Answer, Visitor

MOST = {"html": 20_000, "css": 40_000, "js": 40_000, "fonts": 60_000}
"""Bytes, brotli."""

_PROXY_QUALITY = 5
"""Pages are compressed as they are sent, by the proxy, which takes a quick setting."""

_SORTS = {".css": "css", ".js": "js", ".woff2": "fonts"}


@pytest.mark.parametrize("path", ["/", "/me/"])
def test_first_visit_is_small(demonstration: Demonstration, path: str) -> None:
    visitor = Visitor(demonstration.address)
    if path == "/me/":
        visitor.sign_in(demonstration.logins["lan"])
    page = visitor.get(path)
    assert (page.status, page.path) == (200, path)
    sizes = Counter({"html": len(brotli.compress(page.body, quality=_PROXY_QUALITY))})
    for address in _loaded(page):
        if sort := _SORTS.get(PurePath(urlsplit(address).path).suffix):
            sizes[sort] += _travelling(address)
    assert set(sizes) == set(MOST), "a page without its styles, script or fonts proves nothing"
    assert {sort: size for sort, size in sizes.items() if size > MOST[sort]} == {}


def _loaded(page: Answer) -> set[str]:
    """Addresses of what the page loads, and of what its style sheets load in turn."""
    links = _Links()
    links.feed(page.html)
    found = {urljoin(page.address, link) for link in links.found}
    for sheet in [address for address in found if address.endswith(".css")]:
        with urllib.request.urlopen(sheet, timeout=20) as answer:  # noqa: S310 - our own server
            named = re.findall(r"url\([\"']?([^\"')]+)", answer.read().decode())
        found |= {urljoin(sheet, name) for name in named if not name.startswith("data:")}
    return found


def _travelling(address: str) -> int:
    """Bytes of the body that a browser is sent, compressed or not."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own server
    with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310
        compressed = answer.headers.get("Content-Encoding") == "br"
        assert compressed or address.endswith(".woff2"), address
        return len(answer.read())


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get("src") if tag == "script" else given.get("href") if tag == "link" else None
        if address:
            self.found.append(address)
