"""An estimate follows what is entered: what is wrong, slow or lost is said, and only what matches is kept."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.environment.browser import DESK, OpenContext, sign_in
from tests.environment.demonstration import Demonstration
from tests.journeys.steps.pictures import picture

QUESTION = "/me/estimates/retirement/"
FIGURE = "[data-answer=head] .figure-big"
BUSY = "[data-answer=head][aria-busy=true]"


@pytest.fixture
def page(demonstration: Demonstration, new_context: OpenContext) -> Page:
    """Lan's question, in English; the clock stands still until it is moved."""
    opened = new_context("en").new_page()
    sign_in(opened, demonstration.logins["lan"])
    opened.context.add_cookies([{"name": "vssid_language", "value": "en", "url": demonstration.address}])
    opened.clock.install()
    opened.goto(f"{QUESTION}?more=16&wage=11200000")
    opened.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    return opened


def type_years(page: Page, years: str) -> None:
    page.fill("#id_more", years)
    page.locator("#id_more").dispatch_event("change")


def test_a_wrong_value_is_told_at_its_field_and_nothing_old_is_kept(page: Page) -> None:
    before = page.inner_text(FIGURE)
    type_years(page, "99")
    expect(page.locator(".v-errors a")).to_have_attribute("href", "#id_more")
    expect(page.locator(".v-lead .v-err")).to_be_visible()
    expect(page.locator("#id_more")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-state]")).to_contain_text("Not computed: a value has to be corrected")
    expect(page.locator("[data-answer=head]")).to_have_attribute("data-stale", "")
    expect(page.locator("[data-keep]")).to_be_disabled()
    expect(page.locator("[data-why]")).to_be_visible()
    assert page.inner_text(FIGURE) == before
    picture(page, "estimate-wrong")
    type_years(page, "20")
    expect(page.locator(".v-errors, .v-err")).to_have_count(0)
    expect(page.locator(FIGURE)).not_to_have_text(before)
    expect(page.locator("#id_more")).not_to_have_attribute("aria-invalid", re.compile(".*"))
    expect(page.locator("[data-keep]")).to_be_enabled()
    assert "more=20" in page.url
    with page.expect_navigation():
        page.click("[data-keep]")
    expect(page.locator(".v-notice").first).to_contain_text("Kept on")


def test_what_was_answered_already_is_good_again_when_it_is_put_back(page: Page) -> None:
    type_years(page, "99")
    expect(page.locator(".v-errors")).to_be_visible()
    type_years(page, "16")
    expect(page.locator(".v-errors, .v-err")).to_have_count(0)
    expect(page.locator("[data-keep]")).to_be_enabled()


def test_a_slow_answer_is_busy_at_once_says_so_later_and_gives_way_to_a_newer_one(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"retirement/\?.*more=(17|18)"), lambda route: held.append(route))
    given_up: list[str] = []
    page.on("requestfailed", lambda request: given_up.append(request.url))
    with page.expect_request(re.compile("more=17")):
        type_years(page, "17")
    expect(page.locator(BUSY)).to_have_count(1)
    expect(page.locator("[data-keep]")).to_be_disabled()
    expect(page.locator("[data-state]")).to_be_empty()
    page.clock.run_for(299)
    expect(page.locator("[data-state]")).to_be_empty()
    page.clock.run_for(2)
    expect(page.locator("[data-state]")).to_have_text("Computing…")
    with page.expect_event("requestfailed"), page.expect_request(re.compile("more=18")):
        type_years(page, "18")
    assert "more=17" in given_up[0]
    expect(page.locator(BUSY)).to_have_count(1)
    held[1].continue_()
    expect(page.locator(BUSY)).to_have_count(0)
    expect(page.locator("[data-keep]")).to_be_enabled()
    expect(page.locator("[data-state]")).to_be_empty()
    assert "more=18" in page.url


def test_without_a_network_it_says_that_nothing_was_computed(page: Page) -> None:
    page.route(re.compile(r"retirement/\?.*more=19"), lambda route: route.abort())
    type_years(page, "19")
    expect(page.locator("[data-trouble] .v-notice")).to_contain_text("Not computed")
    expect(page.locator(BUSY)).to_have_count(0)
    expect(page.locator("[data-keep]")).to_be_disabled()
    picture(page, "estimate-lost")
    type_years(page, "20")
    expect(page.locator("[data-trouble] .v-notice")).to_have_count(0)
    expect(page.locator("[data-keep]")).to_be_enabled()


def test_buttons_and_slider_ask_once_when_they_rest(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "more=" in request.url else None)
    for _ in range(3):
        page.click("[data-by='1']")
    slider = page.locator(".v-lead .v-slider")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^19\syears$"))
    expect(page.locator("#id_more")).to_have_value("19")
    expect(page.locator("[data-keep]")).to_be_disabled()
    assert asked == []
    page.clock.run_for(250)
    expect(page.locator("[data-keep]")).to_be_enabled()
    assert len(asked) == 1
    slider.press("ArrowLeft")
    page.clock.run_for(250)
    expect(page.locator("[data-keep]")).to_be_enabled()
    assert "more=18" in page.url


def test_on_a_desk_the_answer_stays_in_sight_beside_the_form(page: Page) -> None:
    page.set_viewport_size(DESK)
    answer, form = page.locator(".v-answer"), page.locator("form#supposed")
    left, right = answer.bounding_box(), form.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    form.locator(".v-send").scroll_into_view_if_needed()
    expect(page.locator(FIGURE)).to_be_in_viewport()
