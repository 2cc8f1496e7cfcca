"""A report on its way: the office asks, the person answers on a telephone, the office decides."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.environment.browser import OpenContext, sign_in, sign_in_staff
from tests.environment.demonstration import Demonstration
from tests.environment.nights import at_night

WORDS = "Phiếu lương số 08/2026."


@pytest.mark.parametrize(
    ("person", "language", "asked", "answered"),
    [
        ("card_expired", "vi", "Cơ quan hỏi", "Thông tin sai đã được sửa."),
        pytest.param(
            "card_withdrawn", "ko", "사무소의 질문", "잘못된 정보를 바로잡았습니다.", marks=at_night
        ),
    ],
)
def test_from_the_question_to_the_answer(
    demonstration: Demonstration,
    new_context: OpenContext,
    person: str,
    language: str,
    asked: str,
    answered: str,
) -> None:
    me = new_context(language).new_page()
    sign_in(me, demonstration.logins[person])
    # the account's own language came with signing in
    me.context.add_cookies([{"name": "vssid_language", "value": language, "url": demonstration.address}])
    number = _number_of_the_report(me)
    desk = new_context("vi", viewport={"width": 1280, "height": 800}).new_page()
    sign_in_staff(desk, demonstration.logins["tuan"])
    desk.goto(f"/staff/cases/{number}/")
    claim = desk.locator(f"form[action$='/{number}/claim/'] button")
    if claim.count():  # the officer may have taken it on another page
        claim.click()
    _send(desk, "ask", "Cần số phiếu lương.")
    me.reload()
    assert asked in me.locator("main").inner_text()
    assert "Cần số phiếu lương." in me.locator("main").inner_text()
    me.fill("textarea[name=words]", WORDS)
    me.locator("main form .v-send").click()
    me.wait_for_selector(".v-notice.good")
    desk.goto(f"/staff/cases/{number}/")
    assert WORDS in desk.locator(".d-history").inner_text()
    _send(desk, "decide", "")
    me.reload()
    assert answered in me.locator("main").inner_text()
    me.goto("/me/inbox/")
    assert number in me.locator("main").inner_text()
    me.goto("/me/access-log/")
    assert number in me.locator("main").inner_text(), "every look at it can be read"


def _number_of_the_report(me: Page) -> str:
    me.goto("/me/report/asked/")
    me.locator(".v-row").first.click()
    me.wait_for_url(re.compile(r"/me/report/asked/\w+/"))
    found = re.search(r"\d{3}-\d{4}-\d{6}", me.locator("main").inner_text())
    assert found
    return found[0]


def _send(desk: Page, act: str, words: str) -> None:
    """The first reason, the preview, and away."""
    form = desk.locator(f".d-act:has(form[action$='/{act}/'])").first
    form.locator("summary").click()
    form.locator("input[type=radio]").first.check()
    form.locator("textarea").fill(words)
    form.locator(".v-send").click()
    desk.wait_for_selector(".d-preview")
    desk.locator("main form .v-send").click()
    desk.wait_for_selector(".v-notice.good")
