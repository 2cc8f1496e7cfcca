"""How long a device keeps copies is chosen on the device, and outlives sign-out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.channels.citizen.tests.counting import MOST, statements

PAGE = "/me/settings/offline/"
Browser = Callable[..., Client]


def pressed(text: str) -> list[str]:
    return re.findall(r'value="([^"]+)" aria-pressed="true"', text)


def test_seven_days_unless_chosen_otherwise(lan: Member, signed_in: Browser) -> None:
    assert pressed(signed_in(lan).get(PAGE).text) == ["7"]


@pytest.mark.parametrize("keep", ["off", "1", "30"])
def test_the_choice_is_the_device_s(lan: Member, mai: Member, signed_in: Browser, keep: str) -> None:
    browser = signed_in(lan)
    answer = browser.post(PAGE, {"keep": keep})
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert not answer.cookies["vssid_offline"]["httponly"]
    assert pressed(browser.get(PAGE).text) == [keep]
    browser.post("/accounts/logout/")
    assert browser.cookies["vssid_offline"].value == keep
    assert pressed(signed_in(mai).get(PAGE).text) == ["7"]


@pytest.mark.parametrize("keep", ["", "365", "\x00", "7 "])
def test_garbage_is_named(lan: Member, signed_in: Browser, keep: str) -> None:
    answer = signed_in(lan).post(PAGE, {"keep": keep})
    assert answer.status_code == 400
    assert "unknown_value" in answer.text


def test_every_page_that_may_be_kept_is_listed_and_no_other(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(PAGE).text
    named = re.search(r'data-pages="([^"]*)"', text)
    assert named is not None
    assert re.findall(r'data-kept="([^"]+)"', text) == [entry.split("|")[0] for entry in named[1].split()]


def test_who_keeps_nothing_is_offered_no_lock(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.post(PAGE, {"keep": "off"})
    text = browser.get(PAGE).text
    assert "data-kept" not in text
    assert "data-lock" not in text


def test_settings_lead_here(lan: Member, signed_in: Browser) -> None:
    assert f'href="{PAGE}"' in signed_in(lan).get("/me/settings/").text


def test_few_statements(lan: Member, signed_in: Browser) -> None:
    assert len(statements(signed_in(lan), PAGE)) <= MOST
