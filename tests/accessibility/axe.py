"""axe on a page in a browser, and the looks a page is looked at in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path

from playwright.sync_api import Page

from tests.environment.nights import NIGHT
from vssid import ui
from vssid.ui.build import icons

AXE = Path("node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Look = tuple[str, str, int]
LOOKS: list[Look] = list(product(["vi", "en", "zh-hans", "ko", "ja"], ["light", "dark"], [320, 1280]))
ICONS = frozenset(icons.names(Path(ui.__file__).parent / "icons.txt"))
FIRST: Look = ("vi", "light", 320)
_FIRST_COMES_LAST = sorted(LOOKS, key=lambda look: (look[0] == FIRST[0], look == FIRST))


def looks(path: str, *, seen: bool = False) -> list[Look]:
    """The looks of one page; where an earlier person came, none on every change and the sample at night.

    ``FIRST`` comes last: in it the page stays. On every change one page of three gets a second look.
    """
    chance = int.from_bytes(hashlib.sha256(path.encode()).digest()[:4])
    sample = [LOOKS[chance % len(LOOKS)], FIRST]
    if NIGHT:
        return sample if seen else _FIRST_COMES_LAST
    if seen:
        return []
    return sample if chance % 3 == 0 else [FIRST]


def findings(page: Page, path: str, looks: list[Look]) -> Iterator[str]:
    """What is wrong with the page at ``path`` in the looks, opened once a language, left in the last."""
    for language, group in groupby(looks, key=itemgetter(0)):
        page.context.add_cookies([{"name": "vssid_language", "value": language, "url": page.url}])
        page.goto(path)
        for look in dict.fromkeys(group):
            _language, theme, width = look
            page.emulate_media(color_scheme=theme)
            page.set_viewport_size({"width": width, "height": 740})
            yield from findings_here(page, f"{path} {look}")


def findings_here(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands: axe's rules, icons that draw nothing, scrolling sideways."""
    if not page.evaluate("'axe' in window"):
        page.context.add_init_script(path=AXE)
        page.evaluate(AXE.read_text())
    violations = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations'], selectors: false}).then("
        "found => found.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 140)}`))",
        RULES,
    )
    wide, width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    sideways = [f"scrolls sideways: {wide} px"] if wide > width else []
    drawn = page.evaluate(
        "[...document.querySelectorAll('.icon use')].map(use => use.getAttribute('href').split('#')[1])"
    )
    empty = [f"no such icon: {icon}" for icon in sorted(set(drawn) - ICONS)]
    return [f"{name}: {finding}" for finding in [*violations, *empty, *sideways]]
