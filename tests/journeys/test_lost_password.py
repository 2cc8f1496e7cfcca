"""The password is lost: back by text message, by e-mail, and without any password by VNeID."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.environment.browser import OpenContext
from tests.environment.demonstration import Demonstration
from tests.environment.telephone import code_sent

NEW = "nam-chiec-la-tren-mai"
ASKING = [("vi", "sms", "wei"), ("vi", "email", "haruka"), ("en", "sms", "grace")]
LOCKED_OUT = {person for *_, person in ASKING}


@pytest.mark.parametrize(("language", "channel", "person"), ASKING)
def test_back_by_a_code(
    demonstration: Demonstration, new_context: OpenContext, language: str, channel: str, person: str
) -> None:
    login = demonstration.logins[person]
    address = login["phone"][-9:] if channel == "sms" else f"{person}@vssid.example"
    page = new_context(language).new_page()
    page.goto("/accounts/recover/")
    page.click(f"main a[href='/accounts/recover/{channel}/']")
    page.fill("[name=login]", login["insurance_number"])
    page.click("main form .v-send")
    page.wait_for_url("**/new-password/**")
    page.fill("[name=code]", code_sent(demonstration, address, digits=8))
    page.fill("[name=password]", NEW)
    page.click("main form:has([name=password]) .v-send")
    page.wait_for_url("**/accounts/login/")
    _signs_in(page, login["insurance_number"], NEW)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_back_without_a_password(with_vneid: Demonstration, new_context: OpenContext, language: str) -> None:
    page = new_context(language, base_url=with_vneid.address).new_page()
    page.goto("/accounts/recover/")
    page.click("form[action='/accounts/vneid/login/'] button")
    page.wait_for_url("**/telephone/**")
    page.select_option("select[name=person]", "sandbox-lan")
    page.click("button[value=yes]")
    page.wait_for_url("**/me/**")


def _signs_in(page: Page, number: str, password: str) -> None:
    """The code came to the account's own address: this browser is asked for nothing more."""
    page.fill("[name=login]", number)
    page.fill("[name=password]", password)
    page.click("main form:has([name=password]) .v-send")
    page.wait_for_url("**/me/**")
