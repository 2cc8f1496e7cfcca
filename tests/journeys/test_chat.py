"""Help from the chat: a question, a choice, an approved answer and its page, an officer who answers in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.environment.browser import DESK, OpenContext, arrive, sign_in_staff, until
from tests.environment.demonstration import Demonstration
from tests.environment.nights import at_night
from tests.environment.telephone import code_sent
from tests.journeys.steps.pictures import picture

CHAT = "/help/chat/"
FIRST_ANSWER = 60_000
"""Milliseconds: the first question of a process makes the index."""
ANSWER = "Hồ sơ đang được xem, kết quả có trong tuần này."
ASKED = {"vi": "lương hưu", "en": "pension"}

_HEAR = """() => {
  const log = document.querySelector("[data-log]");
  window.heard = [];
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    if (node.textContent.trim()) window.heard.push(node.textContent.replace(/\\s+/g, " ").trim());
  }))).observe(log, {childList: true, subtree: true});
}"""
"""What a screen reader is given: whatever is added to the live region while the page stands."""


@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=at_night)])
def test_asked_chosen_answered_and_handed_to_an_officer(
    demonstration: Demonstration, new_context: OpenContext, language: str
) -> None:
    page = new_context(language).new_page()
    page.clock.install()
    page.goto(CHAT)
    page.evaluate(_HEAR)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    _ask_and_see_that_it_is_looked_for(page, ASKED[language])
    choices = page.locator(".v-turn.assistant .v-chips button")
    expect(choices).to_have_count(3)
    chosen = choices.first.inner_text()
    choices.first.click()
    answer = page.locator(".v-turn.assistant").last
    expect(answer.locator(".strong")).to_have_text(chosen)
    expect(choices).to_have_count(0)
    assert page.evaluate("heard.length") > 0, "the page was not loaded anew"
    page.locator(".v-answers form[action$='person/'] button").click()
    expect(page.locator("[data-below]")).to_have_attribute("data-state", "waiting")
    before = page.evaluate("heard.length")
    _officer_answers(demonstration, new_context)
    page.clock.run_for(5_000)
    expect(log.locator(".v-turn.officer")).to_contain_text(ANSWER)
    heard = page.evaluate(f"heard.slice({before})")
    assert [line for line in heard if ANSWER in line] == heard[-1:], "announced once, and by itself"
    page.goto(str(answer.locator(".v-cite a").get_attribute("href")))
    expect(page.get_by_role("heading", level=1)).to_have_text(chosen)


@pytest.mark.parametrize("language", ["vi", pytest.param("ja", marks=at_night)])
def test_the_box_is_in_sight_before_the_first_question_and_beside_a_long_answer(
    demonstration: Demonstration, new_context: OpenContext, language: str
) -> None:
    page = new_context(language, viewport={"width": 360, "height": 740}).new_page()
    page.goto(CHAT)
    _box_stands_above_the_tabs(page)
    page.locator(".v-chips button[value='a1']").click()
    answer = page.locator(".v-turn.assistant")
    expect(answer.locator(".v-cite a")).to_have_count(1)
    seen = answer.bounding_box()
    assert seen
    assert seen["height"] > 500, "a long answer"
    _box_stands_above_the_tabs(page)


def test_without_a_script_the_forms_do_the_same(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    page = new_context("en", java_script_enabled=False).new_page()
    page.goto(CHAT)
    page.get_by_role("textbox").fill(ASKED["en"])
    page.click(".v-ask .v-send")
    assert page.url.endswith(f"{CHAT}#last")
    page.locator(".v-turn.assistant .v-chips button").first.click()
    expect(page.locator(".v-turn.assistant .v-cite a")).to_have_count(1)
    page.locator(".v-answers form[action$='person/'] button").click()
    expect(page.locator("[data-below]")).to_have_attribute("data-state", "waiting")
    _officer_answers(demonstration, new_context)
    page.get_by_role("link", name="Look for an answer").click()
    expect(page.locator(".v-turn.officer")).to_contain_text(ANSWER)
    page.locator(".v-answers form[action$='end/'] button").click()
    expect(page.locator(".v-turn")).to_have_count(0)


def test_an_officer_offers_a_new_way_in_and_sees_neither_number_nor_code(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    login = demonstration.logins["card_expiring"]
    page = new_context("vi").new_page()
    page.goto(CHAT)
    _ask_and_see_that_it_is_looked_for(page, ASKED["vi"])
    page.locator(".v-answers form[action$='person/'] button").click()
    desk = _take(demonstration, new_context)
    desk.locator("form[action$='/new-way/'] button").click()
    page.goto(CHAT)
    form = page.locator("form[action$='/new-way/']")
    form.locator("[name=number]").fill(login["insurance_number"])
    picture(page, "chat-vi-new-way")
    form.locator(".v-send").click()
    expect(form).to_have_count(0)
    code = code_sent(demonstration, login["phone"][-9:], digits=8)
    desk.reload()
    picture(desk, "chat-vi-new-way-desk")
    for seen in (page.content(), desk.content()):
        assert login["insurance_number"] not in seen
        assert code not in seen
    page.click(".v-turn a[href='/accounts/recover/chat/']")
    expect(page.locator("[name=code]")).to_be_visible()


def _box_stands_above_the_tabs(page: Page) -> None:
    tabs = page.locator(".v-tabs").bounding_box()
    assert tabs
    for part in (page.locator(".v-ask textarea"), page.locator(".v-ask .v-send")):
        expect(part).to_be_in_viewport(ratio=1)
        place = part.bounding_box()
        assert place
        assert place["y"] + place["height"] <= tabs["y"]


def _ask_and_see_that_it_is_looked_for(page: Page, words: str) -> None:
    """The question is held on its way, as on a slow network."""
    held: list[Route] = []
    page.route("**/help/chat/said/", lambda route: held.append(route))
    box = page.get_by_role("textbox")
    box.fill(words)
    box.press("Enter")
    expect(page.locator("[data-log] .v-thinking")).to_be_visible()
    expect(page.locator("[data-chat]")).to_have_attribute("aria-busy", "true")
    expect(box).to_have_value("")
    held[0].continue_()
    page.unroute("**/help/chat/said/")
    expect(page.locator(".v-turn.person")).to_contain_text(words, timeout=FIRST_ANSWER)
    expect(page.locator(".v-thinking")).to_have_count(0)
    expect(page.locator("[data-chat]")).to_have_attribute("aria-busy", "false")
    until(page, "document.activeElement === document.querySelector('.v-ask textarea')")


def _officer_answers(demonstration: Demonstration, new_context: OpenContext) -> None:
    desk = _take(demonstration, new_context)
    desk.locator("#answer textarea").fill(ANSWER)
    desk.locator("#answer .v-send").click()
    expect(desk.locator(".d-said")).to_contain_text(ANSWER)


def _take(demonstration: Demonstration, new_context: OpenContext) -> Page:
    """The desk of an officer who has taken the latest chat."""
    desk = new_context("vi", viewport=DESK).new_page()
    sign_in_staff(desk, demonstration.logins["diep"])
    desk.goto("/staff/desk/")
    desk.locator("form[action$='/take/'] button").last.click()
    arrive(desk, "/staff/desk/*/")
    expect(desk.locator(".d-said")).to_be_visible()
    return desk
