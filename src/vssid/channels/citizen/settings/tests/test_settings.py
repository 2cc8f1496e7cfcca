"""Language, text size and colours hold at once and are remembered in the account."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.apps.accounts.models import Account
from vssid.channels.citizen.tests.counting import MOST, statements

PAGE, THEME = "/me/settings/", "/me/settings/theme/"
Browser = Callable[..., Client]


def pressed(text: str) -> list[str]:
    return re.findall(r'value="([^"]+)" aria-pressed="true"', text)


def test_what_is_chosen_now_is_pressed(lan: Member, signed_in: Browser) -> None:
    assert pressed(signed_in(lan).get(PAGE).text)[:3] == ["en", "100", "auto"]


def test_dark_holds_at_once_and_is_remembered(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    answer = browser.post(THEME, {"theme": "dark"}, follow=True)
    assert 'data-bs-theme="dark"' in answer.text
    assert pressed(answer.text)[:3] == ["en", "100", "dark"]
    assert Account.objects.get(person_id=lan.person_id).theme == "dark"


def test_following_the_device_again_takes_the_choice_back(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.post(THEME, {"theme": "dark"})
    answer = browser.post(THEME, {"theme": "auto"}, follow=True)
    assert "data-bs-theme" not in answer.text


def test_language_and_text_size_come_back_here(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    for address, choice in (("/language/", {"language": "ko"}), ("/text-size/", {"size": "130"})):
        answer = browser.post(address, {**choice, "next": PAGE})
        assert (answer.status_code, answer["Location"]) == (302, PAGE)
    text = browser.get(PAGE).text
    assert '<html lang="ko"' in text
    assert pressed(text)[:3] == ["ko", "130", "auto"]


@pytest.mark.parametrize("theme", ["", "neon", "\x00", "a" * 999])
def test_garbage_is_named(lan: Member, signed_in: Browser, theme: str) -> None:
    answer = signed_in(lan).post(THEME, {"theme": theme})
    assert answer.status_code == 400
    assert "unknown_value" in answer.text


def test_one_person_s_choice_is_not_another_s(lan: Member, mai: Member, signed_in: Browser) -> None:
    signed_in(mai)
    signed_in(lan).post(THEME, {"theme": "dark"})
    assert Account.objects.get(person_id=mai.person_id).theme == "auto"


def test_doors_and_methods(client: Client, lan: Member, signed_in: Browser) -> None:
    assert client.get(PAGE)["Location"] == f"/accounts/login/?next={PAGE}"
    assert client.post(THEME)["Location"].startswith("/accounts/login/")
    assert signed_in(lan).get(THEME).status_code == 405
    assert signed_in(lan).post(PAGE).status_code == 405


def test_few_statements(lan: Member, signed_in: Browser) -> None:
    assert len(statements(signed_in(lan), PAGE)) <= MOST
