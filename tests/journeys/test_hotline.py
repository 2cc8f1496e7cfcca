"""From a keypad phone to the account: a call, a text message, a new password, signed in."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.environment.browser import OpenContext, arrive
from tests.environment.demonstration import VOICE_TOKEN, Demonstration
from tests.environment.nights import at_night
from tests.environment.telephone import code_sent
from tests.environment.telephony.house import answering
from tests.environment.telephony.phone import phone

NEW = "bay-con-co-trang-tren-dong"
CALLS = [("vi", "card_future"), ("en", "card_replaced")]
LOCKED_OUT = {person for _, person in CALLS}


@pytest.mark.parametrize(("language", "person"), [CALLS[0], pytest.param(*CALLS[1], marks=at_night)])
def test_a_call_opens_the_account(
    demonstration: Demonstration, new_context: OpenContext, tmp_path: Path, language: str, person: str
) -> None:
    login = demonstration.logins[person]
    with ThreadPoolExecutor(1) as beside:  # the browser has an event loop in this thread
        heard = beside.submit(asyncio.run, _calls(demonstration, tmp_path, language, login)).result()
    assert f"{language}/result" in heard
    page = new_context(language).new_page()
    page.goto("/accounts/recover/")
    page.click("main a[href='/accounts/recover/hotline/']")
    page.fill("[name=login]", login["insurance_number"])
    page.fill("[name=code]", code_sent(demonstration, login["phone"][-9:], digits=8))
    page.fill("[name=password]", NEW)
    page.click("main form:has([name=password]) .v-send")
    arrive(page, "/accounts/login/")
    _signs_in(page, login["insurance_number"])


async def _calls(
    demonstration: Demonstration, folder: Path, language: str, login: dict[str, str]
) -> list[str]:
    """Names of the prompts that were heard."""
    core = (demonstration.address, VOICE_TOKEN)
    async with (
        answering(folder, *core, pace=1.0, core_within_s=60.0) as house,
        phone(house.address, login["phone"], dialled="8", language=language) as caller,
    ):
        await caller.dial()
        await house.hears(caller, f"{language}/ask_number")
        await caller.press(login["insurance_number"] + "#")
        await house.hears(caller, f"{language}/confirm_options")
        await caller.press("1")
        await house.hears(caller, f"{language}/result")
        caller.hang_up()
        return house.said(caller.heard)


def _signs_in(page: Page, number: str) -> None:
    page.fill("[name=login]", number)
    page.fill("[name=password]", NEW)
    page.click("main form:has([name=password]) .v-send")
    arrive(page, "/me/*")
