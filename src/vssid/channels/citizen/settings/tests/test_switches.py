"""The switches: each holds at once, is kept in browser and account, and does what it says."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.apps.accounts.models import Account
from vssid.ui.appearance import EASE_COOKIE, EASES

PAGE = "/me/settings/"
Browser = Callable[..., Client]
NO_BREAK = "\N{NO-BREAK SPACE}"
MARKS = re.compile("[\ue000-\uf8ff]")


def switch(browser: Client, name: str, value: str = "on") -> None:
    answer = browser.post(f"{PAGE}switch/{name}/", {"value": value})
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}#{name}")


@pytest.mark.parametrize(
    ("name", "attribute"),
    [("contrast", 'data-contrast="more"'), ("motion", 'data-motion="less"'), ("saver", "data-saver")],
)
def test_a_switch_is_on_the_page_in_the_browser_and_in_the_account(
    lan: Member, signed_in: Browser, name: str, attribute: str
) -> None:
    browser = signed_in(lan)
    assert attribute not in browser.get(PAGE).text.partition("<head>")[0]
    switch(browser, name)
    assert attribute in browser.get("/").text.partition("<head>")[0], "before sign-in too"
    assert Account.objects.get(person_id=lan.person_id).eases == name
    switch(browser, name, "off")
    assert attribute not in browser.get(PAGE).text.partition("<head>")[0]
    assert Account.objects.get(person_id=lan.person_id).eases == ""


def test_switches_do_not_undo_each_other_nor_text_and_theme(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.post(f"{PAGE}theme/", {"theme": "dark"})
    for name in EASES:
        switch(browser, name)
    browser.post("/text-size/", {"size": "130", "next": PAGE})
    assert browser.cookies[EASE_COOKIE].value == "contrast.motion.saver.discreet"
    head = browser.get(PAGE).text.partition("<head>")[0]
    for attribute in ('data-bs-theme="dark"', 'data-text="130"', 'data-contrast="more"', "data-saver"):
        assert attribute in head


@pytest.mark.parametrize("header", [{"save-data": "on"}, {"save-data": " On"}])
def test_a_browser_that_saves_data_gets_no_fonts_and_is_told(
    lan: Member, signed_in: Browser, header: dict[str, str]
) -> None:
    browser = signed_in(lan)
    assert 'as="font"' in browser.get(PAGE).text
    text = browser.get(PAGE, headers=header).text
    assert 'as="font"' not in text
    assert "data-saver" in text.partition("<head>")[0]
    assert "The browser asks to save data" in text


def test_discreet_hides_amounts_and_facilities_and_says_hidden(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    switch(browser, "discreet")
    for address in ("/me/participation/", "/me/participation/contributions/", "/me/benefits/", "/me/card/"):
        text = browser.get(address).text.replace(NO_BREAK, " ")
        assert not MARKS.search(text)
        assert "Amounts and facilities are hidden." in text, address
        seen = re.sub(r'<(t?span) class="shown">[^<]*</t?span>', "", text)
        assert not re.search(r"VND \d|\d million|Phòng khám An Phú", seen), address
    assert "Amounts and facilities are hidden." not in browser.get("/me/access-log/").text


def test_the_way_to_show_a_page_works_without_script(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    switch(browser, "discreet")
    address = "/me/participation/?fund=bhyt"
    found = re.search(r'class="v-law" href="([^"]+)"[^>]*>Show on this page', browser.get(address).text)
    assert found
    shown = browser.get(found[1].replace("&amp;", "&")).text
    assert 'v-hush"' not in shown
    assert "Amounts and facilities are shown on this page." in shown
    assert f'href="{address}"' in shown, "and back"


def test_files_are_complete(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    before = browser.get("/me/participation/participation.csv").content
    switch(browser, "discreet")
    assert browser.get("/me/participation/participation.csv").content == before


@pytest.mark.parametrize(("name", "value", "status"), [("discreet", "maybe", 400), ("loud", "on", 404)])
def test_garbage_is_refused(lan: Member, signed_in: Browser, name: str, value: str, status: int) -> None:
    assert signed_in(lan).post(f"{PAGE}switch/{name}/", {"value": value}).status_code == status


def test_a_stranger_s_switch_is_not_another_s(lan: Member, mai: Member, signed_in: Browser) -> None:
    signed_in(lan)
    switch(signed_in(mai), "discreet")
    assert Account.objects.get(person_id=lan.person_id).eases == ""


def test_a_visitor_signs_in_first(db: None) -> None:
    answer = Client().post(f"{PAGE}switch/discreet/", {"value": "on"})
    assert answer["Location"].startswith("/accounts/login/")
