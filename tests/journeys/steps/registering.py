"""An application from the card to the first sign-in, and the officer's part of it."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.environment.browser import arrive, sign_in_staff
from tests.environment.demonstration import Demonstration
from tests.environment.telephone import code_sent
from tests.journeys.steps.doors import type_password
from tests.journeys.steps.pictures import picture

ROOT = "/accounts/register/"
PROVINCE, OFFICE = "01", "00199"
"""Where Tuấn works."""
ON = "main form:not([action]) .v-send"


def fill_in(
    page: Page, demonstration: Demonstration, person: dict[str, Any], phone: str, name: str, email: str = ""
) -> None:
    """Up to the declaration, and sent. ``name``: how its pictures are called."""
    page.goto(ROOT)
    page.click("main form .v-send")
    page.set_input_files("[name=picture]", files=[_card(person)])
    page.click("form[action$='scan/'] .v-send")
    expect(page.locator("[name=full_name]")).to_have_value(person["full_name"])
    picture(page, f"{name}-1-scanned")
    page.click(ON)
    page.goto(f"{ROOT}province/")
    page.select_option("[name=province]", PROVINCE)
    page.click(ON)
    page.select_option("[name=ward]", index=1)
    page.fill("[name=street]", "Số 5, ngõ Hoa Chanh")
    page.click(ON)
    page.fill("[name=phone]", phone)
    if email:
        page.fill("[name=email]", email)
    page.click(ON)
    page.fill("[name=phone]", code_sent(demonstration, phone[1:], digits=6))
    if email:
        page.fill("[name=email]", code_sent(demonstration, email, digits=6))
    picture(page, f"{name}-2-code")
    page.click(ON)
    page.select_option("[name=office]", OFFICE)
    page.click(ON)
    expect(page.locator("main")).to_contain_text(person["full_name"])
    page.check("[name=commitment]")
    picture(page, f"{name}-3-check")
    page.click(ON)


def receipt(page: Page, name: str) -> str:
    """The number of the application that was sent."""
    arrive(page, "*/status/")
    picture(page, f"{name}-4-receipt")
    found = re.search(r"VSSID-\d{8}-\d{6}", page.inner_text("main"))
    assert found is not None
    return found[0]


def approve(page: Page, demonstration: Demonstration, applicant: str, name: str) -> None:
    """What waits first in the queue is the application of ``applicant``."""
    sign_in_staff(page, demonstration.logins["tuan"])
    page.goto("/staff/cases/?kind=account_registration")
    page.click("[data-claim]")
    page.wait_for_url(re.compile(r"/staff/cases/\d"))
    expect(page.locator(".d-compare")).to_contain_text(applicant)
    picture(page, f"{name}-case")
    page.click(".d-act summary >> nth=0")
    page.check(".d-act[open] [name=reason][value=data_agree]")
    page.click(".d-act[open] .v-send")
    page.click("main form .v-send")
    arrive(page, "/staff/cases/")


def activate(
    page: Page, demonstration: Demonstration, number: str, phone: str, password: str, name: str
) -> None:
    """From the page of an approved application to the account."""
    page.click("main a.btn-primary")
    page.fill("[name=login]", number)
    page.fill("[name=code]", code_sent(demonstration, phone[1:], digits=8))
    page.fill("[name=password]", password)
    picture(page, f"{name}-6-activate")
    page.click(ON)
    arrive(page, "/accounts/login/")
    type_password(page, number, password)
    picture(page, f"{name}-7-in")


def born(person: dict[str, Any]) -> date:
    return date.fromisoformat(str(person["birth_date"]))


def _card(person: dict[str, Any]) -> dict[str, Any]:
    """The QR of the person's chip card as a picture."""
    sex = "Nam" if person["sex"] == "male" else "Nữ"
    text = f"{person['national_id']}||{person['full_name']}|{born(person):%d%m%Y}|{sex}||01012022"
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=6)
    held = BytesIO()
    Image.fromarray(drawn).convert("L").save(held, "PNG")
    return {"name": "card.png", "mimeType": "image/png", "buffer": held.getvalue()}
