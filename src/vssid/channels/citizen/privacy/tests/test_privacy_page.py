"""The page of what is held, and the file behind a fresh proof."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, shows

pytestmark = pytest.mark.django_db
PAGE, COPY = "/me/privacy/", "/me/privacy/copy/"


def test_every_group_leads_to_its_page(lan: Member, signed_in: Callable[..., Client]) -> None:
    browser = signed_in(lan)
    page = browser.get(PAGE).content.decode()
    assert "1 year, then erased · against misuse" in page
    assert "Clinic visits" in page
    for address in (
        "profile",
        "card",
        "participation",
        "benefits",
        "visits",
        "papers",
        "inbox",
        "access-log",
    ):
        assert f'href="/me/{address}/"' in page


def test_the_file_is_for_whoever_just_proved_it(lan: Member, signed_in: Callable[..., Client]) -> None:
    browser = signed_in(lan)
    refused = browser.post(COPY)
    assert refused["Content-Type"] != "application/json"
    assert lan.insurance_number not in refused.content.decode()
    shows(browser, account_of(lan), "vneid", again=True)
    assert "Save for other programs" in browser.get(COPY).content.decode()
    answer = browser.post(COPY)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"].startswith('attachment; filename="vssid-')
    assert (
        answer.json()["groups"]["identity"]["person"]["rows"][0]["insurance_number"] == lan.insurance_number
    )
