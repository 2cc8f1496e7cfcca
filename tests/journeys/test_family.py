"""An account asked for a child and taken back. What follows a yes: test_whole_life.py."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.environment.browser import OpenContext
from tests.environment.demonstration import Demonstration
from tests.environment.nights import at_night
from tests.journeys.steps.doors import sign_in_with_vneid, speak
from tests.journeys.steps.family import ask_for_an_account


@at_night
def test_asked_for_the_child_and_taken_back(with_vneid: Demonstration, new_context: OpenContext) -> None:
    lan = new_context("en", base_url=with_vneid.address).new_page()
    sign_in_with_vneid(lan, "lan")
    speak(lan, "en")
    ask_for_an_account(lan, "en-family")
    with lan.expect_navigation():
        lan.click("form[action$='/withdraw/'] button")
    lan.goto("/me/family/")
    expect(lan.locator("main a[href*='/family/child/']").first).to_be_visible()
