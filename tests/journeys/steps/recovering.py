"""The password is lost, and there is another one."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.environment.browser import arrive
from tests.environment.demonstration import Demonstration
from tests.environment.telephone import code_sent
from tests.journeys.steps.doors import type_password
from tests.journeys.steps.pictures import picture


def recover(
    page: Page,
    demonstration: Demonstration,
    *,
    channel: str,
    address: str,
    number: str,
    password: str,
    name: str,
) -> None:
    """By a code to ``address`` (its end is enough). It came to the account's own address, so this browser is
    asked for nothing more at the sign-in that follows."""
    page.goto("/accounts/recover/")
    picture(page, f"{name}-1-ways")
    page.click(f"main a[href='/accounts/recover/{channel}/']")
    page.fill("[name=login]", number)
    picture(page, f"{name}-2-number")
    page.click("main form .v-send")
    arrive(page, "*/new-password/*")
    page.fill("[name=code]", code_sent(demonstration, address, digits=8))
    page.fill("[name=password]", password)
    picture(page, f"{name}-3-code")
    page.click("main form:has([name=password]) .v-send")
    arrive(page, "/accounts/login/")
    type_password(page, number, password)
