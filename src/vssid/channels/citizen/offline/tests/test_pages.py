"""What a device may keep, and what a copy has to say on the days it may be opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.kit import clock

Browser = Callable[..., Client]


def kept(text: str) -> tuple[str, list[str]]:
    found = re.search(
        r'id="v-keep" hidden data-person="([a-z2-7]{16})" data-pages="([^"]*)" data-province="\d*"', text
    )
    assert found is not None
    return found[1], [entry.partition("|")[0] for entry in found[2].split()]


def test_every_page_named_opens_and_is_one_of_three_kinds(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    _, pages = kept(browser.get("/me/").text)
    assert {browser.get(page).status_code for page in pages} == {200}
    assert {page.split("/")[2] for page in pages} == {"card", "participation", "benefits"}


def test_the_cards_of_the_family_are_among_them(lan: Member, signed_in: Browser) -> None:
    _, pages = kept(signed_in(lan).get("/me/").text)
    assert sum(page.startswith("/me/card/") for page in pages) > 1


@pytest.mark.parametrize("page", ["/me/visits/", "/me/profile/", "/me/access-log/"])
def test_pages_that_are_not_kept_are_not_named_on_themselves(
    lan: Member, signed_in: Browser, page: str
) -> None:
    _, pages = kept(signed_in(lan).get(page).text)
    assert page not in pages


def test_the_mark_is_one_a_person_and_says_nothing(lan: Member, mai: Member, signed_in: Browser) -> None:
    lans, _ = kept(signed_in(lan).get("/me/").text)
    assert kept(signed_in(lan).get("/me/card/").text)[0] == lans
    mais, pages = kept(signed_in(mai).get("/me/").text)
    assert mais != lans
    assert str(lan.person_id) not in lans
    assert pages


def test_pages_around_sign_in_name_the_person_too(lan: Member, signed_in: Browser, client: Client) -> None:
    lans, _ = kept(signed_in(lan).get("/me/").text)
    assert f'data-person="{lans}"' in signed_in(lan).get("/accounts/logout/").text
    assert "v-keep" not in client.get("/accounts/login/").text


def test_a_card_that_holds_for_long_says_nothing_of_later(lan: Member, signed_in: Browser) -> None:
    with clock.pinned(datetime(2026, 6, 1, 9, 0, tzinfo=clock.VIETNAM)):
        assert "data-from" not in signed_in(lan).get("/me/card/").text


def test_a_card_says_today_that_it_will_have_expired(lan: Member, signed_in: Browser) -> None:
    with clock.pinned(datetime(2026, 12, 20, 9, 0, tzinfo=clock.VIETNAM)):
        text = signed_in(lan).get("/me/card/").text
    now, later = text.split('<template data-from="2027-01-01">')
    assert "v-pass expiring" in now
    assert "v-pass expired" in later
    assert "v-qr" not in later


def test_sign_out_leaves_the_mark_that_removes_copies(lan: Member, signed_in: Browser) -> None:
    answer = signed_in(lan).post("/accounts/logout/")
    assert answer.cookies["vssid_forget"].value == "1"
    assert not answer.cookies["vssid_forget"]["httponly"]
    assert answer.cookies["vssid_owner"].value == ""


def test_signing_out_everywhere_leaves_it_too(lan: Member, signed_in: Browser) -> None:
    assert (
        signed_in(lan).post("/me/settings/devices/", {"everywhere": ""}).cookies["vssid_forget"].value == "1"
    )
