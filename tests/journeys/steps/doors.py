"""In with VNeID or a password, and out again."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Page

from tests.environment.browser import arrive


def to_vneid(page: Page) -> None:
    page.click("form[action='/accounts/vneid/login/'] button")


def on_the_telephone(page: Page, person: str, answer: str = "yes") -> None:
    arrive(page, "*/telephone/*")
    page.select_option("select[name=person]", f"sandbox-{person}")
    page.click(f"button[value={answer}]")
    page.wait_for_load_state()


def sign_in_with_vneid(page: Page, person: str) -> None:
    page.goto("/accounts/login/?next=/me/")
    to_vneid(page)
    on_the_telephone(page, person)
    arrive(page, "/me/")


def type_password(page: Page, number: str, password: str) -> None:
    """On the page of signing in, which stands open."""
    page.fill("[name=login]", number)
    page.fill("[name=password]", password)
    page.click("main form:has(input[name=password]) .v-send")
    arrive(page, "/me/*")


def speak(page: Page, language: str) -> None:
    """The account remembers another language; this browser speaks this one."""
    site = urljoin(page.url, "/")
    page.context.add_cookies([{"name": "vssid_language", "value": language, "url": site}])


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    with page.expect_navigation():
        page.click("main form .v-send")
