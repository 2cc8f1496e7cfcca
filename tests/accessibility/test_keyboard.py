"""One who uses no pointer, at 400 % zoom, does what she came for; each page is walked by test_every_page."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.accessibility.keyboard import MOST_STOPS, ZOOMED
from tests.environment.browser import OpenContext, arrive
from tests.environment.demonstration import Demonstration


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
    arrive(page, "/me/*")
    _reach(page, "a[href$='/me/card/']")
    page.keyboard.press("Enter")
    arrive(page, "/me/card/*")
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
