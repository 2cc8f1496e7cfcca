"""A passkey from beginning to end, on a telephone that checks its holder (a virtual authenticator).

Keys are bound to a name, so the product is called by one: a bare address can have none, and says so.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import OpenContext, sign_in
from tests.environment.demonstration import Demonstration

WORDS = {
    "vi": ("Thêm khóa truy cập", "Mật khẩu và 1 cách khác", "Chỉ mật khẩu mở tài khoản"),
    "ko": ("패스키 추가", "비밀번호 외 1가지", "비밀번호만으로 계정이 열립니다"),
}
PEOPLE = {"vi": "lan", "ko": "minjun"}


@pytest.fixture(params=["vi", "ko"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def phone(new_context: OpenContext, demonstration: Demonstration, language: str) -> Page:
    """A telephone that keeps passkeys, on the site by its name."""
    address = demonstration.address.replace("127.0.0.1", "localhost")
    context = new_context(language, base_url=address)
    context.add_cookies([{"name": "vssid_language", "value": language, "url": address}])
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def test_added_used_shown_again_and_removed(phone: Page, demonstration: Demonstration, language: str) -> None:
    login = demonstration.logins[PEOPLE[language]]
    add, one_more, alone = WORDS[language]
    sign_in(phone, login)
    phone.goto("/me/settings/sign-in/")
    expect(phone.locator("main h2").first).to_have_text(alone)

    phone.click("main .btn-primary")
    phone.fill("input[name=password]", login["password"])
    phone.click("main form .v-send")
    expect(phone.locator("h1")).to_have_text(add)
    phone.click("form[data-passkey=create] .v-send")
    expect(phone.locator("main .v-codes li")).to_have_count(10)
    phone.click("main .v-send")
    expect(phone.locator("main h2").first).to_have_text(one_more)

    _sign_out(phone)
    phone.goto("/accounts/login/?next=/me/settings/sign-in/")
    phone.click("form[data-passkey=offer] .v-send")
    phone.wait_for_url("**/me/settings/sign-in/")

    phone.click("main a[href*='remove/?way=']:not([href*='codes']) >> nth=0")
    phone.click("main form.v-buttons .v-send")
    expect(phone.locator("main h2").first).to_have_text(alone)


def test_it_is_shown_again_before_the_ways_in_change(
    phone: Page, demonstration: Demonstration, language: str
) -> None:
    """A password that opened the session is no proof for this, nor is one given again."""
    login = demonstration.logins["hoa" if language == "vi" else "grace"]
    sign_in(phone, login)
    phone.goto("/accounts/passkey/add/")
    phone.fill("input[name=password]", login["password"])
    phone.click("main form .v-send")
    phone.click("form[data-passkey=create] .v-send")
    phone.locator("main .v-codes").wait_for()
    _sign_out(phone)
    sign_in(phone, login)
    phone.goto("/accounts/app/add/")
    expect(phone.locator("form[data-passkey=get]")).to_be_visible()
    expect(phone.locator("input[name=password]")).to_have_count(0)
    phone.click("form[data-passkey=get] .v-send")
    expect(phone.locator(".v-factor svg")).to_be_visible()


def test_a_bare_address_offers_none(new_context: OpenContext) -> None:
    page = new_context("vi").new_page()
    page.goto("/accounts/login/")
    expect(page.locator("form[data-passkey]")).to_be_hidden()
    expect(page.locator("input[name=password]")).to_be_visible()


def _sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    with page.expect_navigation():
        page.click("main form .v-send")
