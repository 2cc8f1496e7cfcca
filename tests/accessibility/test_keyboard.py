"""Without a pointer and at 400 % zoom: every page is walked with the Tab key alone, in a window of 320 × 256.

That window is what 1280 × 1024 leaves at 400 % (WCAG 2.2, 1.4.10). Focus must go on, come back to the page's
start at the end, stay in sight (2.4.11), be drawn (2.4.7) and stand on something with a name (4.1.2).
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility.sample import sampled
from tests.environment.browser import OpenContext, sign_in
from tests.environment.demonstration import Demonstration
from tests.environment.visitor import Visitor, crawl

ZOOMED = {"width": 320, "height": 256}
MOST_STOPS = 400

_HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y =>
    [box.left + box.width * x, box.top + box.height * y]));
  const seen = points.filter(([x, y]) => inside(x, y)).some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at));
  });
  at.dataset.walked = String(1 + Number(at.dataset.walked || 0));
  const drawn = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none" || at.matches("iframe");
  return {what: at.outerHTML.slice(0, 160), seen, drawn, again: at.dataset.walked !== "1"};
}"""

_LEFT_OUT = """() => [...document.querySelectorAll(
    "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary")]
  .filter(e => !e.dataset.walked && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true})
    && !(e.type === "radio") && !e.closest("[inert]"))
  .map(e => e.outerHTML.slice(0, 160))"""


@dataclass(frozen=True)
class _Stop:
    what: str
    seen: bool
    drawn: bool
    again: bool


@pytest.mark.parametrize("person", [None, "lan"])
def test_every_page_is_walked_with_the_keyboard(
    demonstration: Demonstration, new_context: OpenContext, person: str | None
) -> None:
    visitor = Visitor(demonstration.address)
    if person:
        visitor.sign_in(demonstration.logins[person])
    paths = sampled(crawl(visitor, "/me/" if person else "/", "/accounts/login/"), most=1)
    page = new_context("vi", viewport=ZOOMED).new_page()
    if person:
        sign_in(page, demonstration.logins[person])
    findings = [finding for path in paths for finding in _walk(page, path)]
    assert not findings, "\n".join(findings[:40])


def _walk(page: Page, path: str) -> list[str]:
    page.goto(path)
    findings, stops = [], 0
    while (stop := _next(page)) and not stop.again:
        stops += 1
        if stops > MOST_STOPS:
            return [f"{path}: the focus does not come to an end"]
        if not stop.seen:
            findings.append(f"{path}: focus out of sight on {stop.what}")
        if not stop.drawn:
            findings.append(f"{path}: focus not drawn on {stop.what}")
    findings += [f"{path}: the keyboard does not reach {what}" for what in page.evaluate(_LEFT_OUT)]
    return findings + [f"{path}: a {role} without a name" for role, name in _focusable(page) if not name]


def _next(page: Page) -> _Stop | None:
    page.keyboard.press("Tab")
    found = page.evaluate(_HERE)
    return _Stop(**found) if found else None


def _focusable(page: Page) -> list[tuple[str, str]]:
    """Role and name, as a screen reader would say them, of everything that takes the focus."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")).strip())
        for node in nodes
        if not node.get("ignored")
        and node.get("role", {}).get("value") not in {"RootWebArea", "main", "region", "generic", "group"}
        and any(
            prop["name"] == "focusable" and prop["value"].get("value") for prop in node.get("properties", ())
        )
    ]


def test_lan_does_everything_with_the_keyboard(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    """Sign in, open the card, change the language, come back and sign out: no pointer, 400 % zoom."""
    page = new_context("vi", viewport=ZOOMED).new_page()
    lan = demonstration.logins["lan"]
    page.goto("/accounts/login/")
    _reach(page, "input[name=login]")
    page.keyboard.type(lan["username"])
    _reach(page, "input[name=password]")
    page.keyboard.type(lan["password"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/me/**")
    _reach(page, "a[href$='/me/card/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/me/card/**")
    expect(page.locator("main")).to_contain_text(lan["name"].split()[-1])
    page.goto("/me/settings/")
    _reach(page, "button[name=language][value=en]")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    # her account keeps the choice, and others look at her pages after this test
    _reach(page, "button[name=language][value=vi]")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.goto("/me/profile/")
    _reach(page, "form[action*=logout] button")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/me/" not in address)


def _reach(page: Page, selector: str) -> None:
    """Presses Tab until ``selector`` has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector} on {page.url}")
