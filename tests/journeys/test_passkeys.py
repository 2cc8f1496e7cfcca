"""A passkey from beginning to end, on a telephone that checks its holder (a virtual authenticator).

Keys are bound to a name, so the product is called by one: a bare address can have none, and says so.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import OpenContext, arrive, sign_in
from tests.environment.demonstration import Demonstration
from tests.environment.nights import at_night
from tests.journeys.steps.doors import sign_out
from tests.journeys.steps.passkeys import Phone, add_passkey, phone_of

WORDS = {
    "vi": ("Thêm khóa truy cập", "Mật khẩu và 1 cách khác", "Chỉ mật khẩu mở tài khoản"),
    "ko": ("패스키 추가", "비밀번호 외 1가지", "비밀번호만으로 계정이 열립니다"),
}
PEOPLE = {"vi": "lan", "ko": "minjun"}


@pytest.fixture(params=["vi", pytest.param("ko", marks=at_night)])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def phone(new_context: OpenContext, demonstration: Demonstration, language: str) -> Phone:
    address = demonstration.address.replace("127.0.0.1", "localhost")
    context = new_context(language, base_url=address)
    context.add_cookies([{"name": "vssid_language", "value": language, "url": address}])
    return phone_of(context)


def test_added_used_and_removed(phone: Phone, demonstration: Demonstration, language: str) -> None:
    page, login = phone.page, demonstration.logins[PEOPLE[language]]
    add, one_more, alone = WORDS[language]
    sign_in(page, login)
    page.goto("/me/settings/sign-in/")
    expect(page.locator("main h2").first).to_have_text(alone)

    _to_adding(page, login)
    expect(page.locator("h1")).to_have_text(add)
    page.click("form[data-passkey=create] .v-send")
    expect(page.locator("main .v-codes li")).to_have_count(10)
    page.click("main .v-send")
    expect(page.locator("main h2").first).to_have_text(one_more)

    sign_out(page)
    page.goto("/accounts/login/?next=/me/settings/sign-in/")
    page.click("form[data-passkey=offer] .v-send")
    arrive(page, "/me/settings/sign-in/")

    page.click("main a[href*='remove/?way=']:not([href*='codes']) >> nth=0")
    page.click("main form.v-buttons .v-send")
    expect(page.locator("main h2").first).to_have_text(alone)


def test_it_is_offered_under_the_number_and_asked_for_before_the_ways_in_change(
    phone: Phone, demonstration: Demonstration, language: str
) -> None:
    page, login = phone.page, demonstration.logins["hoa" if language == "vi" else "no_card"]
    sign_in(page, login)
    _to_adding(page, login)
    add_passkey(page)

    sign_out(page)
    page.goto("/accounts/login/")
    page.focus("input[name=login]")
    arrive(page, "/me/")

    sign_out(page)
    phone.answers(at_once=False)
    sign_in(page, login)
    phone.answers(at_once=True)
    page.goto("/accounts/app/add/")
    expect(page.locator("input[name=password]")).to_have_count(0)
    page.click("form[data-passkey=get] .v-send")
    expect(page.locator(".v-factor svg")).to_be_visible()


def test_a_bare_address_offers_none(new_context: OpenContext) -> None:
    page = new_context("vi").new_page()
    page.goto("/accounts/login/")
    expect(page.locator("form[data-passkey]")).to_be_hidden()
    expect(page.locator("input[name=password]")).to_be_visible()


def _to_adding(page: Page, login: dict[str, str]) -> None:
    page.goto("/accounts/passkey/add/")
    page.fill("input[name=password]", login["password"])
    page.click("main form:has(input[name=password]) .v-send")
