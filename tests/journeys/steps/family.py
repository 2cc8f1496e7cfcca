"""A child's account, a child's record under one sign-in, an authorisation."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.environment.browser import arrive
from tests.journeys.steps.pictures import picture

LOOKED_AT = {"vi": "Đang xem hồ sơ của", "ko": "의 기록을 보고 있습니다"}


def ask_for_an_account(page: Page, name: str) -> None:
    """For the child that stands first. And opened again: how it stands."""
    page.goto("/me/family/")
    page.click("main a[href*='/family/child/'] >> nth=0")
    asked = page.url
    page.check("[name=commitment]")
    picture(page, f"{name}-asked")
    page.click("main form .v-send")
    arrive(page, "/me/family/")
    page.goto(asked)
    expect(page.locator("form[action$='/withdraw/']")).to_be_visible()


def approve_what_is_waived(page: Page, name: str) -> None:
    page.goto("/staff/cases/waived/?all")
    page.click("main form button.btn-primary")
    expect(page.locator("main [name=case]").first).to_be_checked()
    picture(page, f"{name}-waived")
    with page.expect_navigation():
        page.click("main form button.btn-primary")
    picture(page, f"{name}-approved")


def look_at_the_child(page: Page, child: str, language: str, name: str) -> None:
    page.goto("/me/family/")
    picture(page, f"{name}-family")
    page.click("main a[href$='/months/'] >> nth=0")
    expect(page.locator("main")).to_contain_text(LOOKED_AT[language])
    expect(page.locator("main")).to_contain_text(child)
    picture(page, f"{name}-child")
    page.click("main .v-notice a")
    arrive(page, "/me/family/")


def authorise(page: Page, receiver: dict[str, str], name: str) -> None:
    page.goto("/me/family/authorise/")
    page.fill("[name=number]", receiver["insurance_number"])
    page.fill("[name=full_name]", receiver["name"])
    page.check("[name=scopes][value=participation]")
    picture(page, f"{name}-authorise")
    page.click("main form .v-send")
    arrive(page, "/me/family/")


def accept(page: Page, giver: str, language: str, name: str) -> str:
    """The address at which the receiver sees the months of the giver."""
    page.goto("/me/family/")
    expect(page.locator("main")).to_contain_text(giver)
    page.click("form[action$='/family/accept/'] button")
    page.click("main a[href$='/months/']")
    expect(page.locator("main")).to_contain_text(LOOKED_AT[language])
    picture(page, f"{name}-months")
    return page.url


def end_authorisation(page: Page) -> None:
    page.goto("/me/family/")
    with page.expect_navigation():
        page.click("form[action$='/family/end/'] button")
