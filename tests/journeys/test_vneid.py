"""Signing in with VNeID in a real browser, at a real provider; pictures are kept in build/journeys/."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.environment.browser import DESK, PHONE, OpenContext, arrive, sign_in
from tests.environment.canaille import LEVEL, canaille
from tests.environment.demonstration import Demonstration, free_port, served
from tests.environment.nights import at_night
from tests.journeys.steps.doors import on_the_telephone, to_vneid
from tests.journeys.steps.pictures import picture
from vssid.integrations.vneid.faults import Fault


@pytest.mark.parametrize(("language", "viewport"), [("vi", PHONE), pytest.param("ja", DESK, marks=at_night)])
def test_no_password_is_needed(
    with_vneid: Demonstration, new_context: OpenContext, language: str, viewport: dict[str, int]
) -> None:
    page = new_context(language, viewport=viewport, base_url=with_vneid.address).new_page()
    page.goto("/accounts/login/?next=/me/visits/")
    picture(page, f"vneid-{language}-01-sign-in")
    to_vneid(page)
    arrive(page, "*/telephone/*")
    expect(page.locator("html")).to_have_attribute("lang", "vi" if language == "vi" else "en")
    picture(page, f"vneid-{language}-02-telephone")
    on_the_telephone(page, "lan")
    arrive(page, "/me/visits/")
    page.context.add_cookies([{"name": "vssid_language", "value": language, "url": with_vneid.address}])
    page.goto("/me/settings/sign-in/")
    picture(page, f"vneid-{language}-03-ways")
    page.click("a[href='/accounts/vneid/']")
    expect(page.locator("main a[href='/accounts/vneid/unlink/']")).to_be_visible()
    picture(page, f"vneid-{language}-04-link")


def test_link_and_take_the_link_off(with_vneid: Demonstration, new_context: OpenContext) -> None:
    page = new_context("vi", base_url=with_vneid.address).new_page()
    minh = with_vneid.logins["minh"]
    sign_in(page, minh)
    page.goto("/accounts/vneid/")
    picture(page, "vneid-vi-05-not-linked")
    to_vneid(page)
    on_the_telephone(page, "hoa")
    expect(page.locator("[data-code=eid_of_another]")).to_be_visible()
    picture(page, "vneid-vi-06-of-another")
    page.goto("/accounts/vneid/")
    to_vneid(page)
    on_the_telephone(page, "minh")
    arrive(page, "/accounts/vneid/")
    page.click("main a[href='/accounts/vneid/unlink/']")
    picture(page, "vneid-vi-07-unlink")
    page.click("main .btn-refuse")
    arrive(page, "/accounts/vneid/")
    expect(page.locator("main form[action='/accounts/vneid/login/']")).to_be_visible()
    page.goto("/me/inbox/")
    expect(page.locator("main")).to_contain_text("VNeID")


def test_whoever_says_no_is_back_at_the_other_ways(
    with_vneid: Demonstration, new_context: OpenContext
) -> None:
    page = new_context("vi", base_url=with_vneid.address).new_page()
    page.goto("/accounts/login/")
    to_vneid(page)
    on_the_telephone(page, "lan", "no")
    expect(page.locator("input[name=password]")).to_be_visible()
    picture(page, "vneid-vi-08-declined")


@pytest.mark.parametrize(("language", "viewport"), [("vi", PHONE), pytest.param("ko", DESK, marks=at_night)])
def test_vneid_is_down(
    demonstration: Demonstration, new_context: OpenContext, language: str, viewport: dict[str, int]
) -> None:
    gone = {
        "VSSID_VNEID_ISSUER": f"http://127.0.0.1:{free_port()}",
        "VSSID_VNEID_CLIENT_ID": "vssid-sandbox",
        "VSSID_VNEID_ACR": "urn:vneid:level:2",
    }
    with served(demonstration.home, **gone) as product:
        page = new_context(language, viewport=viewport, base_url=product.address).new_page()
        page.goto("/accounts/login/")
        to_vneid(page)
        page.wait_for_url("**vneid=silent**")
        expect(page.locator(".v-notice").first).to_contain_text("VNeID")
        picture(page, f"vneid-{language}-09-silent")
        sign_in(page, demonstration.logins["lan"])


@at_night
@pytest.mark.parametrize("level", [LEVEL, ""], ids=["with a level", "as shipped, without a level"])
def test_a_second_provider_of_other_hands(
    demonstration: Demonstration, new_context: OpenContext, level: str
) -> None:
    """Every other check has passed when the missing level is refused."""
    port = free_port()
    person = {"login": "phone-of-hoa", "password": "mot-hai-ba-vneid-99", **_HOA}
    product_address = f"http://127.0.0.1:{port}"
    with (
        canaille(product=product_address, person=person, level=level) as settings,
        served(demonstration.home, port=port, **settings) as product,
    ):
        page = new_context("vi", base_url=product.address).new_page()
        page.goto("/accounts/login/?next=/me/card/")
        to_vneid(page)
        page.fill("input[name=login]", person["login"])
        page.click("main button[type=submit], form button[type=submit]")
        page.fill("input[name=password]", person["password"])
        page.click("main button[type=submit], form button[type=submit]")
        if level:
            arrive(page, "/me/card/")
            expect(page.locator("main")).to_contain_text("PHẠM THỊ HOA", ignore_case=True)
        else:
            expect(page.locator(f"[data-code={Fault.ACR_MISSING}]")).to_be_visible()
        picture(page, f"vneid-vi-10-canaille-{'in' if level else 'refused'}")


_HOA = {"name": "Phạm Thị Hoa", "national_id": "001164000789", "birthdate": "1964-05-20"}
