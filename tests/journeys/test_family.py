"""An account for the child, the child's record under one sign-in; an authorisation from request to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import DESK, OpenContext, sign_in, sign_in_staff
from tests.environment.demonstration import Demonstration

PICTURES = Path("build/journeys")
LOOKED_AT = {"vi": "Đang xem hồ sơ của", "ko": "의 기록을 보고 있습니다"}


@pytest.mark.parametrize("language", LOOKED_AT)
def test_switch_to_the_child_authorise_and_end(
    with_vneid: Demonstration, new_context: OpenContext, language: str
) -> None:
    lan = new_context(language, base_url=with_vneid.address).new_page()
    _sign_in_with_vneid(lan, "lan")
    _speak(lan, with_vneid, language)
    _ask_for_an_account(lan, language)
    if language == "vi":
        with lan.expect_navigation():
            lan.click("form[action$='/withdraw/'] button")
    else:
        officer = new_context(language, base_url=with_vneid.address, viewport=DESK).new_page()
        sign_in_staff(officer, with_vneid.logins["tuan"])
        _approve_what_is_waived(officer, language)
        lan.reload()
        expect(lan.locator("main .v-notice.good")).to_be_visible()
        _picture(lan, f"{language}-family-0-opened")
    _look_at_the_child(lan, language)
    minh = new_context(language, base_url=with_vneid.address).new_page()
    sign_in(minh, with_vneid.logins["minh"])
    _speak(minh, with_vneid, language)

    _authorise(lan, with_vneid.logins["minh"], language)
    minh.goto("/me/family/")
    expect(minh.locator("main")).to_contain_text(with_vneid.logins["lan"]["name"])
    minh.click("form[action$='/family/accept/'] button")
    minh.click("main a[href$='/months/']")
    expect(minh.locator("main")).to_contain_text(LOOKED_AT[language])
    _picture(minh, f"{language}-family-4-months")
    seen = minh.url

    lan.goto("/me/access-log/")
    expect(lan.locator("main")).to_contain_text(with_vneid.logins["minh"]["name"])
    _picture(lan, f"{language}-family-5-log")
    lan.goto("/me/family/")
    lan.click("form[action$='/family/end/'] button")
    answer = minh.goto(seen)
    assert answer is not None
    assert answer.status == 404
    minh.goto("/me/family/")
    assert with_vneid.logins["lan"]["name"] not in minh.inner_text("main")


def _ask_for_an_account(page: Page, language: str) -> None:
    """And opened again: how it stands."""
    page.goto("/me/family/")
    page.click("main a[href*='/family/child/'] >> nth=0")
    asked = page.url
    page.check("[name=commitment]")
    _picture(page, f"{language}-family-0-account")
    page.click("main form .v-send")
    page.wait_for_url("**/me/family/")
    page.goto(asked)
    expect(page.locator("form[action$='/withdraw/']")).to_be_visible()


def _approve_what_is_waived(page: Page, language: str) -> None:
    page.goto("/staff/cases/waived/?all")
    page.click("main form button.btn-primary")
    expect(page.locator("main [name=case]").first).to_be_checked()
    _picture(page, f"{language}-family-0-waived")
    with page.expect_navigation():
        page.click("main form button.btn-primary")
    _picture(page, f"{language}-family-0-approved")


def _look_at_the_child(page: Page, language: str) -> None:
    page.goto("/me/family/")
    _picture(page, f"{language}-family-1")
    page.click("main a[href$='/months/'] >> nth=0")
    expect(page.locator("main")).to_contain_text(LOOKED_AT[language])
    expect(page.locator("main")).to_contain_text("Bình")
    _picture(page, f"{language}-family-2-child")
    page.click("main .v-notice a")
    page.wait_for_url("**/me/family/")


def _authorise(page: Page, receiver: dict[str, str], language: str) -> None:
    page.goto("/me/family/authorise/")
    page.fill("[name=number]", receiver["insurance_number"])
    page.fill("[name=full_name]", receiver["name"])
    page.check("[name=scopes][value=participation]")
    _picture(page, f"{language}-family-3-authorise")
    page.click("main form .v-send")
    page.wait_for_url("**/me/family/")


def _sign_in_with_vneid(page: Page, person: str) -> None:
    page.goto("/accounts/login/?next=/me/")
    page.click("form[action='/accounts/vneid/login/'] button")
    page.wait_for_url("**/telephone/**")
    page.select_option("select[name=person]", f"sandbox-{person}")
    page.click("button[value=yes]")
    page.wait_for_url("**/me/")


def _speak(page: Page, product: Demonstration, language: str) -> None:
    """The account remembers another language; this browser speaks this one."""
    page.context.add_cookies([{"name": "vssid_language", "value": language, "url": product.address}])


def _picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
