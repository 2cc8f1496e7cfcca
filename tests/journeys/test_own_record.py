"""Lan looks at her own record, in Vietnamese and in Korean; pictures are kept in build/journeys/."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.environment.browser import DESK, PHONE, OpenContext, sign_in
from tests.environment.demonstration import Demonstration
from tests.environment.nights import NIGHT
from tests.journeys.steps.records import months_of_lan

PICTURES = Path("build/journeys")


def _picture(page: Page, name: str) -> Path:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready")
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path


@pytest.mark.parametrize(
    ("language", "viewport"),
    [(language, viewport) for language in ("vi", "ko") for viewport in (PHONE, DESK)]
    if NIGHT
    else [("vi", PHONE)],
)
def test_lan_sees_her_record(
    demonstration: Demonstration, new_context: OpenContext, language: str, viewport: dict[str, int]
) -> None:
    lan = demonstration.logins["lan"]
    tag = f"{language}-{viewport['width']}"
    page = new_context(language, viewport=viewport).new_page()
    page.goto("/accounts/login/")
    _picture(page, f"{tag}-01-sign-in")
    sign_in(page, lan)
    page.context.add_cookies([{"name": "vssid_language", "value": language, "url": demonstration.address}])
    _visit(page, "/me/", f"{tag}-02-home")
    expect(page.locator(".v-months li")).to_have_count(12)
    _visit(page, "/me/card/", f"{tag}-03-card")
    _visit(page, "/me/participation/", f"{tag}-04-participation")
    expect(page.locator("main")).to_contain_text(months_of_lan())
    _statement_is_a_pdf(page)
    _visit(page, "/me/benefits/", f"{tag}-05-benefits")
    page.goto("/me/visits/")
    _confirm_identity(page, lan["password"], f"{tag}-06-confirm")
    _visit(page, "/me/visits/", f"{tag}-07-visits")
    _visit(page, "/me/access-log/", f"{tag}-08-access-log")
    _visit(page, "/me/profile/", f"{tag}-09-profile")
    _visit(page, "/me/settings/", f"{tag}-10-settings")


def test_the_number_is_read_from_the_picture_of_the_card(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    page = new_context("vi").new_page()
    sign_in(page, demonstration.logins["lan"])
    page.goto("/me/card/")
    found = zxingcpp.read_barcodes(Image.open(_picture(page, "card-to-decode")))
    assert [code.text for code in found] == [demonstration.logins["lan"]["insurance_number"]]


def _visit(page: Page, path: str, name: str) -> None:
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200, f"{path}: {answer.status}"
    expect(page.locator("h1")).to_have_count(1)
    _picture(page, name)


def _statement_is_a_pdf(page: Page) -> None:
    with page.expect_download() as download:
        page.locator("form[action*=statement] button").first.click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"%PDF-")
    assert re.search(rb"pdfuaid:part", content), "the statement does not claim PDF/UA"


def _confirm_identity(page: Page, password: str, name: str) -> None:
    """Visits stay hidden until the password is given once more."""
    expect(page.locator("main")).not_to_contain_text("Bệnh viện Hoa Ban")
    page.click("main a[href^='/accounts/reauthenticate/']")
    _picture(page, name)
    page.fill("input[name=password]", password)
    page.click("main form .v-send")
    expect(page).to_have_url(re.compile("/me/visits/"))
    expect(page.locator("main")).to_contain_text("Bệnh viện Hoa Ban")
