"""axe on every page: in Vietnamese, light, 320 px, and in one more look chosen by the page's address.

On every change a page is looked at once, with the first of the people below who comes to its address; at
night with each of them, in every look.
"""

from __future__ import annotations

import hashlib
import os
from itertools import product
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


def _looks(path: str) -> list[Look]:
    if FULL:
        return LOOKS
    chosen = int.from_bytes(hashlib.sha256(path.encode()).digest()[:4]) % len(LOOKS)
    return list(dict.fromkeys([FIRST, LOOKS[chosen]]))


PEOPLE = [None, "lan", "hoa", "minjun"]


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_have_no_axe_finding(
    demonstration: Demonstration, new_context: OpenContext, person: str | None
) -> None:
    paths = _paths(demonstration, person)
    assert len(paths) > (12 if person else 4)
    if not FULL:
        earlier = {path for other in PEOPLE[: PEOPLE.index(person)] for path in _paths(demonstration, other)}
        paths = [path for path in paths if path not in earlier]
    page = new_context("vi").new_page()
    page.goto("/")
    if person:
        sign_in(page, demonstration.logins[person])
        page.goto("/accounts/reauthenticate/")
        page.fill("input[name=password]", demonstration.logins[person]["password"])
        page.click("main form .v-send")
    findings = [finding for path in paths for look in _looks(path) for finding in _findings(page, path, look)]
    assert not findings, "\n".join(findings[:40])


def _paths(demonstration: Demonstration, person: str | None) -> list[str]:
    visitor = Visitor(demonstration.address)
    if person:
        visitor.sign_in(demonstration.logins[person])
        visitor.post("/accounts/reauthenticate/", password=demonstration.logins[person]["password"])
    return list(crawl(visitor, "/me/" if person else "/", "/accounts/login/", "/no-such-page/"))


def _findings(page: Page, path: str, look: Look) -> list[str]:
    language, theme, width = look
    page.context.add_cookies([{"name": "vssid_language", "value": language, "url": page.url}])
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path)
    page.evaluate(AXE.read_text())
    violations = page.evaluate(
        "rules => axe.run({runOnly: rules}).then(found => found.violations.map("
        "v => `${v.id}: ${v.nodes[0].html.slice(0, 140)}`))",
        RULES,
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    sideways = [f"scrolls sideways: {wide} px"] if wide > width else []
    return [f"{path} {look}: {finding}" for finding in [*violations, *sideways]]
