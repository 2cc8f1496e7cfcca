"""axe on every page: in Vietnamese, light, 320 px, and in one more look chosen by the page's address.

On every change a page is looked at with the first of the people below who comes to its address; at night in
every look, and in the sample with each of the others.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.environment.browser import OpenContext, sign_in
from tests.environment.demonstration import Demonstration
from tests.environment.visitor import Visitor, crawl

AXE = Path("node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FULL = bool(os.environ.get("VSSID_TEST_FULL"))
Look = tuple[str, str, int]
LOOKS: list[Look] = list(product(["vi", "en", "zh-hans", "ko", "ja"], ["light", "dark"], [320, 1280]))
FIRST: Look = ("vi", "light", 320)
PEOPLE: list[str | None] = [None, "lan", "hoa", "minjun"]


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_have_no_axe_finding(
    demonstration: Demonstration, new_context: OpenContext, person: str | None
) -> None:
    paths = _paths(demonstration, person)
    assert len(paths) > (12 if person else 4)
    earlier = {path for other in PEOPLE[: PEOPLE.index(person)] for path in _paths(demonstration, other)}
    page = new_context("vi").new_page()
    page.goto("/")
    if person:
        sign_in(page, demonstration.logins[person])
        page.goto("/accounts/reauthenticate/")
        page.fill("input[name=password]", demonstration.logins[person]["password"])
        page.click("main form .v-send")
    findings = [
        finding for path in paths for finding in _findings(page, path, _looks(path, seen=path in earlier))
    ]
    assert not findings, "\n".join(findings[:40])


def _paths(demonstration: Demonstration, person: str | None) -> list[str]:
    visitor = Visitor(demonstration.address)
    if person:
        visitor.sign_in(demonstration.logins[person])
        visitor.post("/accounts/reauthenticate/", password=demonstration.logins[person]["password"])
    return list(crawl(visitor, "/me/" if person else "/", "/accounts/login/", "/no-such-page/"))


def _looks(path: str, *, seen: bool) -> list[Look]:
    """The looks of one page; where an earlier person came, none on every change and the sample at night."""
    sample = [FIRST, LOOKS[int.from_bytes(hashlib.sha256(path.encode()).digest()[:4]) % len(LOOKS)]]
    if FULL:
        return sorted(sample) if seen else LOOKS
    return [] if seen else sample


def _findings(page: Page, path: str, looks: list[Look]) -> Iterator[str]:
    for language, group in groupby(looks, key=itemgetter(0)):
        page.context.add_cookies([{"name": "vssid_language", "value": language, "url": page.url}])
        page.goto(path)
        page.evaluate(AXE.read_text())
        for look in dict.fromkeys(group):
            yield from (f"{path} {look}: {finding}" for finding in _found(page, look))


def _found(page: Page, look: Look) -> list[str]:
    _language, theme, width = look
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 740})
    violations = page.evaluate(
        "rules => axe.run({runOnly: rules}).then(found => found.violations.map("
        "v => `${v.id}: ${v.nodes[0].html.slice(0, 140)}`))",
        RULES,
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*violations, *([f"scrolls sideways: {wide} px"] if wide > width else [])]
