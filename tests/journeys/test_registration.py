"""Somebody registers from a picture of a card, an officer approves, the account is activated and opens.

Pictures are kept in build/journeys/.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import polars
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import Page, expect

from tests.environment.browser import DESK, OpenContext, sign_in_staff, until
from tests.environment.demonstration import Demonstration, without_account
from tests.environment.telephone import code_sent
from vssid.ui.tests.test_photo_advice import card

PICTURES = Path("build/journeys")
ROOT = "/accounts/register/"
PASSWORD = "nam-chiec-la-tren-mai"
PROVINCE, OFFICE = "01", "00199"
"""Where Tuấn works."""
_ORIENTATION = 0x0112
ON = "main form:not([action]) .v-send"


@pytest.mark.parametrize(("language", "place", "photographed"), [("vi", 0, False), ("en", 1, True)])
def test_from_a_picture_of_the_card_to_the_first_sign_in(
    demonstration: Demonstration, new_context: OpenContext, language: str, place: int, photographed: bool
) -> None:
    person = _grown_ups(demonstration, agree=not photographed)[place]
    phone = f"091200090{place}"
    page = new_context(language).new_page()
    _fill_in(page, demonstration, person, phone, language)
    if photographed:
        _photograph(page)
        page.check("[name=commitment]")
        page.click(ON)
    page.wait_for_url("**/status/")
    _picture(page, f"{language}-register-4-receipt")
    found = re.search(r"VSSID-\d{8}-\d{6}", page.inner_text("main"))
    assert found is not None
    number = found[0]
    _approve(new_context(language, viewport=DESK).new_page(), demonstration, person["full_name"], language)
    if photographed:
        _confirm(new_context(language, viewport=DESK).new_page(), demonstration, language)
    page.goto(f"{ROOT}status/")
    expect(page.locator("main")).to_contain_text(number)
    _picture(page, f"{language}-register-5-approved")
    page.click("main a.btn-primary")
    page.fill("[name=login]", person["national_id"])
    page.fill("[name=code]", code_sent(demonstration, phone[1:], digits=8))
    page.fill("[name=password]", PASSWORD)
    _picture(page, f"{language}-register-6-activate")
    page.click(ON)
    page.wait_for_url("**/accounts/login/")
    page.fill("[name=login]", person["national_id"])
    page.fill("[name=password]", PASSWORD)
    page.click("main form:has(input[name=password]) .v-send")
    page.wait_for_url("**/me/**")
    _picture(page, f"{language}-register-7-in")


def _fill_in(
    page: Page, demonstration: Demonstration, person: dict[str, Any], phone: str, language: str
) -> None:
    """Up to the declaration, and sent."""
    page.goto(ROOT)
    page.click("main form .v-send")
    page.set_input_files("[name=picture]", files=[_card(person)])
    page.click("form[action$='scan/'] .v-send")
    expect(page.locator("[name=full_name]")).to_have_value(person["full_name"])
    _picture(page, f"{language}-register-1-scanned")
    page.click(ON)
    page.goto(f"{ROOT}province/")
    page.select_option("[name=province]", PROVINCE)
    page.click(ON)
    page.select_option("[name=ward]", index=1)
    page.fill("[name=street]", "Số 5, ngõ Hoa Chanh")
    page.click(ON)
    page.fill("[name=phone]", phone)
    page.click(ON)
    page.fill("[name=phone]", code_sent(demonstration, phone[1:], digits=6))
    _picture(page, f"{language}-register-2-code")
    page.click(ON)
    page.select_option("[name=office]", OFFICE)
    page.click(ON)
    expect(page.locator("main")).to_contain_text(person["full_name"])
    page.check("[name=commitment]")
    _picture(page, f"{language}-register-3-check")
    page.click(ON)


def _photograph(page: Page) -> None:
    """The phone says what is wrong before anything is sent; a good photo goes upright and smaller."""
    said = page.locator("[data-photo] [role=status]")
    page.set_input_files("[name=photo]", files=[_photo(blur=12)])
    expect(said).to_contain_text("The photo looks blurred.")
    expect(said).to_contain_text("It can also be sent as it is.")
    _picture(page, "en-register-photo-blurred")
    sharp = _photo()
    for kind in ("front", "back", "portrait"):
        page.wait_for_url(f"**/photos/?photo={kind}")
        page.set_input_files("[name=photo]", files=[sharp])
        expect(said).to_contain_text("sharp and without glare")
        until(page, "document.querySelector('[name=photo]').files[0].name === 'photo.jpg'")
        preview = page.locator("[data-photo] canvas").bounding_box()
        assert preview is not None
        assert preview["height"] > preview["width"], "the camera was held upright"
        _picture(page, f"en-register-photo-{kind}")
        sent = page.evaluate("document.querySelector('[name=photo]').files[0].size")
        assert 10_000 < sent < len(sharp["buffer"]) / 2
        page.click(ON)
    page.wait_for_url("**/check/")


def _photo(blur: int = 0) -> dict[str, Any]:
    """As a phone held upright writes it: lying, with a note which way is up."""
    photo = card().resize((3200, 2400)).filter(ImageFilter.GaussianBlur(blur))
    held, notes = BytesIO(), Image.Exif()
    notes[_ORIENTATION] = 6
    photo.convert("RGB").save(held, "JPEG", quality=97, exif=notes)
    return {"name": "IMG_2026.jpg", "mimeType": "image/jpeg", "buffer": held.getvalue()}


def _approve(page: Page, demonstration: Demonstration, name: str, language: str) -> None:
    sign_in_staff(page, demonstration.logins["tuan"])
    page.goto("/staff/cases/?kind=account_registration")
    page.click("[data-claim]")
    page.wait_for_url(re.compile(r"/staff/cases/\d"))
    expect(page.locator(".d-compare")).to_contain_text(name)
    _picture(page, f"{language}-register-case")
    page.click(".d-act summary >> nth=0")
    page.check(".d-act[open] [name=reason][value=data_agree]")
    page.click(".d-act[open] .v-send")
    page.click("main form .v-send")
    page.wait_for_url("**/staff/cases/")


def _confirm(page: Page, demonstration: Demonstration, language: str) -> None:
    """What differs from the register a supervisor looks at too, with the photos."""
    sign_in_staff(page, demonstration.logins["thao"])
    page.goto("/staff/cases/?view=second&kind=account_registration")
    page.click("main tbody a[data-open] >> nth=0")
    page.wait_for_url(re.compile(r"/staff/cases/\d"))
    expect(page.locator(".d-photos img")).to_have_count(3)
    _picture(page, f"{language}-register-second")
    page.click("form[action$='/confirm/'] .v-send")
    page.wait_for_url("**/staff/cases/")


def _grown_ups(demonstration: Demonstration, *, agree: bool) -> list[dict[str, Any]]:
    """People on record without an account. ``agree``: whom the population register knows as we do, so that no
    photos are asked."""
    grown = without_account(demonstration.home).filter(
        (polars.col("nationality") == "VN") & (polars.col("national_id").str.ends_with("9") != agree)
    )
    return [row for row in grown.to_dicts() if _born(row).year < 2000][1:]


def _born(person: dict[str, Any]) -> date:
    return date.fromisoformat(str(person["birth_date"]))


def _card(person: dict[str, Any]) -> dict[str, Any]:
    """The QR of the person's chip card as a picture."""
    sex = "Nam" if person["sex"] == "male" else "Nữ"
    text = f"{person['national_id']}||{person['full_name']}|{_born(person):%d%m%Y}|{sex}||01012022"
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=6)
    held = BytesIO()
    Image.fromarray(drawn).convert("L").save(held, "PNG")
    return {"name": "card.png", "mimeType": "image/png", "buffer": held.getvalue()}


def _picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
