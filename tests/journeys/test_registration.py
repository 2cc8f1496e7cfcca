"""Somebody registers with photos, because the population register knows them otherwise; an officer approves.

Without photos it is the beginning of a whole life (test_whole_life.py).
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import polars
from PIL import Image, ImageFilter
from playwright.sync_api import Page, expect

from tests.environment.browser import DESK, OpenContext, arrive, sign_in_staff, until
from tests.environment.demonstration import Demonstration, without_account
from tests.environment.nights import at_night
from tests.journeys.steps.pictures import picture
from tests.journeys.steps.registering import ON, ROOT, activate, approve, born, fill_in, receipt
from vssid.ui.tests.test_photo_advice import card

PASSWORD = "nam-chiec-la-tren-mai"
_ORIENTATION = 0x0112


@at_night
def test_from_a_picture_of_the_card_to_the_first_sign_in(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    person, phone, name = _known_otherwise(demonstration), "0912000901", "en-register"
    page = new_context("en").new_page()
    fill_in(page, demonstration, person, phone, name)
    _photograph(page)
    page.check("[name=commitment]")
    page.click(ON)
    number = receipt(page, name)
    approve(new_context("en", viewport=DESK).new_page(), demonstration, person["full_name"], name)
    _confirm(new_context("en", viewport=DESK).new_page(), demonstration, name)
    page.goto(f"{ROOT}status/")
    expect(page.locator("main")).to_contain_text(number)
    picture(page, f"{name}-5-approved")
    activate(page, demonstration, person["national_id"], phone, PASSWORD, name)


def _photograph(page: Page) -> None:
    """The phone says what is wrong before anything is sent; a good photo goes upright and smaller."""
    said = page.locator("[data-photo] [role=status]")
    page.set_input_files("[name=photo]", files=[_photo(blur=12)])
    expect(said).to_contain_text("The photo looks blurred.")
    expect(said).to_contain_text("It can also be sent as it is.")
    picture(page, "en-register-photo-blurred")
    sharp = _photo()
    for kind in ("front", "back", "portrait"):
        page.wait_for_url(f"**/photos/?photo={kind}")
        page.set_input_files("[name=photo]", files=[sharp])
        expect(said).to_contain_text("sharp and without glare")
        until(page, "document.querySelector('[name=photo]').files[0].name === 'photo.jpg'")
        preview = page.locator("[data-photo] canvas").bounding_box()
        assert preview is not None
        assert preview["height"] > preview["width"], "the camera was held upright"
        picture(page, f"en-register-photo-{kind}")
        sent = page.evaluate("document.querySelector('[name=photo]').files[0].size")
        assert 10_000 < sent < len(sharp["buffer"]) / 2
        page.click(ON)
    arrive(page, "*/check/")


def _photo(blur: int = 0) -> dict[str, Any]:
    """As a phone held upright writes it: lying, with a note which way is up."""
    photo = card().resize((3200, 2400)).filter(ImageFilter.GaussianBlur(blur))
    held, notes = BytesIO(), Image.Exif()
    notes[_ORIENTATION] = 6
    photo.convert("RGB").save(held, "JPEG", quality=97, exif=notes)
    return {"name": "IMG_2026.jpg", "mimeType": "image/jpeg", "buffer": held.getvalue()}


def _confirm(page: Page, demonstration: Demonstration, name: str) -> None:
    """What differs from the register a supervisor looks at too, with the photos."""
    sign_in_staff(page, demonstration.logins["thao"])
    page.goto("/staff/cases/?view=second&kind=account_registration")
    page.click("main tbody a[data-open] >> nth=0")
    page.wait_for_url(re.compile(r"/staff/cases/\d"))
    expect(page.locator(".d-photos img")).to_have_count(3)
    picture(page, f"{name}-second")
    page.click("form[action$='/confirm/'] .v-send")
    arrive(page, "/staff/cases/")


def _known_otherwise(demonstration: Demonstration) -> dict[str, Any]:
    """On record without an account; the population register tells something else: photos are asked."""
    grown = without_account(demonstration.home).filter(
        (polars.col("nationality") == "VN") & polars.col("national_id").str.ends_with("9")
    )
    return next(row for row in grown.to_dicts() if born(row).year < 2000)
