"""The ways in: listed, named, taken away after a fresh proof; and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.accounts.selectors.factors import own_factors
from vssid.apps.accounts.services.add_passkey import add_passkey
from vssid.domain.values.actor import Assurance

PAGE = "/me/settings/sign-in/"
Browser = Callable[..., Client]


@pytest.fixture
def key(lan: Member, now: datetime) -> str:
    """Lan's one passkey."""
    account_of(lan)
    actor = citizen(lan, fresh_assurance=Assurance.LOW)
    add_passkey(actor=actor, name="Máy của Lan", credential={"id": "x"}, current_key="", now=now)
    return own_factors(actor).passkeys[0].id


@pytest.fixture
def proven(lan: Member, key: str, signed_in: Browser) -> Client:
    """Lan has just shown her passkey."""
    browser = signed_in(lan)
    shows(browser, account_of(lan), "webauthn", again=True)
    return browser


def test_with_a_password_alone_it_says_so(lan: Member, signed_in: Browser) -> None:
    page = signed_in(lan).get(PAGE)
    assert "The password alone opens the account" in page.text
    assert "Make new codes" not in page.text


def test_what_was_added_stands_there_with_its_times(proven: Client) -> None:
    page = proven.get(PAGE).text
    assert "The password and 1 more" in page
    assert "Máy của Lan" in page
    assert "09:00" in page
    assert "Not used yet" in page
    assert "10 codes left" in page


def test_it_is_renamed(proven: Client, key: str) -> None:
    address = f"{PAGE}name/?way={key}"
    assert 'value="Máy của Lan"' in proven.get(address).text
    assert "Enter a name" in proven.post(f"{PAGE}name/", {"way": key, "name": " "}).text
    assert proven.post(f"{PAGE}name/", {"way": key, "name": "Máy mới"}).status_code == 302
    assert "Máy mới" in proven.get(PAGE).text


def test_removing_the_last_one_warns_and_then_does_it(proven: Client, key: str) -> None:
    assert "last strong way" in proven.get(f"{PAGE}remove/?way={key}").text
    assert "last strong way" not in proven.get(f"{PAGE}remove/?way=codes").text
    assert proven.post(f"{PAGE}remove/", {"way": key})["Location"] == PAGE
    assert "The password alone opens the account" in proven.get(PAGE).text


@pytest.mark.parametrize("what", ["remove", "name"])
def test_a_password_is_not_enough(lan: Member, key: str, signed_in: Browser, what: str) -> None:
    browser = signed_in(lan)
    shows(browser, account_of(lan), "password", again=True)
    for answer in (
        browser.get(f"{PAGE}{what}/?way={key}"),
        browser.post(f"{PAGE}{what}/", {"way": key, "name": "x"}),
    ):
        assert answer["Location"].startswith("/accounts/reauthenticate/?next=")
        assert answer["Location"].endswith("for=change_factors")


@pytest.mark.parametrize("what", ["remove", "name"])
def test_mai_cannot(mai: Member, key: str, signed_in: Browser, what: str) -> None:
    stranger = signed_in(mai)
    shows(stranger, account_of(mai), "vneid", again=True)
    assert stranger.get(f"{PAGE}{what}/?way={key}").status_code == 404
    assert stranger.post(f"{PAGE}{what}/", {"way": key, "name": "x"}).status_code == 404
    assert "Máy của Lan" not in stranger.get(PAGE).text


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(PAGE)["Location"] == f"/accounts/login/?next={PAGE}"
