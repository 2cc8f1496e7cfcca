"""Passkeys at the door: made, shown, and every wrong answer refused with the same words."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.cast.people import shows
from tests.environment.authenticator import SoftPasskey, handle_of

from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.channels.identity.tests.conftest import LAN, MAI, SignIn
from vssid.channels.identity.tests.test_account_pages import request_of
from vssid.domain.values.actor import Assurance

pytestmark = pytest.mark.usefixtures("holders")
ADD, LOGIN, CONFIRM = "/accounts/passkey/add/", "/accounts/passkey/login/", "/accounts/reauthenticate/"
HOME = "/me/settings/devices/"


def account(person_id: int = LAN.person_id) -> Account:
    return Account.objects.get(person_id=person_id)


def options_on(page: Any) -> str:
    return unescape(page.content.decode().split('data-options="')[1].split('"')[0])


def add(client: Client, passkey: SoftPasskey, **wrong: Any) -> Any:
    answer = passkey.made(options_on(client.get(ADD)), **wrong)
    return client.post(ADD, {"credential": answer, "name": "Máy của Lan"})


def show(passkey: SoftPasskey, client: Client | None = None, **wrong: Any) -> HttpResponse:
    browser = client or Client()
    answer = passkey.shown(browser.get(LOGIN).content.decode(), **wrong)
    return browser.post(LOGIN, {"credential": answer, "next": HOME})  # type: ignore[return-value]


@pytest.fixture
def fresh(lan: Client) -> Client:
    """The password was just given again."""
    shows(lan, account(), "password", again=True)
    lan.cookies["vssid_language"] = "en"
    return lan


@pytest.fixture
def passkey(fresh: Client) -> SoftPasskey:
    """Added by Lan."""
    made = SoftPasskey()
    assert add(fresh, made).status_code == 200
    return made


def test_adding_asks_for_the_password_again_first(lan: Client) -> None:
    answer = lan.get(ADD)
    assert answer["Location"] == f"{CONFIRM}?next=%2Faccounts%2Fpasskey%2Fadd%2F&for=add_first_factor"
    assert lan.post(CONFIRM, {"password": LAN.password, "next": ADD})["Location"] == ADD
    assert lan.get(ADD).status_code == 200


def test_the_first_brings_recovery_codes_once(fresh: Client) -> None:
    page = add(fresh, SoftPasskey())
    assert len(page.context["codes"]) == 10
    assert not factors_of(account().pk).passkeys[0].vetted
    assert not set(page.context["codes"]) & set(fresh.get("/me/settings/sign-in/").content.decode().split())


@pytest.mark.parametrize(
    ("passkey", "wrong"),
    [
        (SoftPasskey(verifies=False), {}),
        (SoftPasskey(site="evil.example"), {}),
        (SoftPasskey(), {"origin": "https://evil.example"}),
        (SoftPasskey(), {"origin": "http://testserver"}),
        (SoftPasskey(), {"challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}),
    ],
    ids=["holder not checked", "another site", "foreign origin", "no https", "another question"],
)
def test_what_a_device_makes_wrongly_is_refused(
    fresh: Client, passkey: SoftPasskey, wrong: dict[str, str]
) -> None:
    answer = add(fresh, passkey, **wrong)
    assert "made no passkey that can be used" in answer.content.decode()
    assert not factors_of(account().pk).any


def test_it_opens_the_account_on_any_device(passkey: SoftPasskey) -> None:
    browser = Client()
    assert show(passkey, browser)["Location"] == HOME
    assert browser.get(HOME).status_code == 200
    assert request_of(browser).actor.assurance is Assurance.MEDIUM
    assert factors_of(account().pk).passkeys[0].last_used


def test_one_vetted_after_vneid_opens_everything(fresh: Client) -> None:
    shows(fresh, account(), "vneid")
    made = SoftPasskey()
    add(fresh, made)
    browser = Client()
    show(made, browser)
    assert request_of(browser).actor.fresh_assurance is Assurance.HIGH


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"},
        {"challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
        {"handle": "bm9ib2R5"},
        {"handle": ""},
        {"handle": "****"},
    ],
)
def test_a_wrong_answer_opens_nothing(passkey: SoftPasskey, wrong: dict[str, str]) -> None:
    browser = Client()
    answer = show(passkey, browser, **wrong)
    assert answer["Location"] == "/accounts/login/"
    browser.cookies["vssid_language"] = "en"
    assert "does not open an account here" in browser.get("/accounts/login/").content.decode()
    assert browser.get(HOME)["Location"].startswith("/accounts/login/")


def test_it_does_not_open_a_neighbours_account(passkey: SoftPasskey) -> None:
    answer = show(passkey, handle=handle_of(account(MAI.person_id).pk))
    assert answer["Location"] == "/accounts/login/"


def test_a_holder_who_was_not_checked_is_not_let_in(passkey: SoftPasskey) -> None:
    passkey.verifies = False
    assert show(passkey)["Location"] == "/accounts/login/"


def test_another_key_under_the_same_name_is_not_it(passkey: SoftPasskey) -> None:
    forged = SoftPasskey(identifier=passkey.identifier, handle=passkey.handle)
    assert show(forged)["Location"] == "/accounts/login/"


def test_an_answer_is_taken_once(passkey: SoftPasskey) -> None:
    browser = Client()
    answer = passkey.shown(browser.get(LOGIN).content.decode())
    assert browser.post(LOGIN, {"credential": answer, "next": HOME})["Location"] == HOME
    replayed = Client()
    replayed.get(LOGIN)
    assert replayed.post(LOGIN, {"credential": answer})["Location"] == "/accounts/login/"
    assert Client().post(LOGIN, {"credential": answer})["Location"] == "/accounts/login/", "nothing was asked"


@pytest.mark.parametrize(
    "garbage", ["", "{", "null", "[]", "7", '{"id": 1}', '{"response": {"userHandle": {}}}', '"x"']
)
def test_garbage_is_a_wrong_answer(garbage: str) -> None:
    browser = Client()
    browser.get(LOGIN)
    assert browser.post(LOGIN, {"credential": garbage})["Location"] == "/accounts/login/"


def test_a_closed_account_stays_closed(passkey: SoftPasskey) -> None:
    Account.objects.filter(person_id=LAN.person_id).update(is_active=False)
    assert show(passkey)["Location"] == "/accounts/login/"


def test_wrong_passwords_close_no_passkey(passkey: SoftPasskey, sign_in: SignIn) -> None:
    for _ in range(6):
        sign_in(Client(), LAN.insurance_number, "khong-phai-mat-khau")
    assert sign_in(Client(), LAN.insurance_number, LAN.password).status_code == 429
    assert show(passkey)["Location"] == HOME


def test_nobody_is_sent_elsewhere_after_it(passkey: SoftPasskey) -> None:
    browser = Client()
    answer = passkey.shown(browser.get(LOGIN).content.decode())
    wanted = {"credential": answer, "next": "https://evil.example/"}
    assert browser.post(LOGIN, wanted)["Location"] == "/me/"


def test_a_network_is_slowed_for_seconds() -> None:
    answers = [Client().post(LOGIN, {"credential": "{}"}) for _ in range(61)]
    assert [answer.status_code for answer in answers[:60]] == [302] * 60
    assert (answers[60].status_code, answers[60]["Retry-After"]) == (429, "10")


def test_it_is_the_fresh_proof_for_the_ways_in(passkey: SoftPasskey, fresh: Client) -> None:
    asked = fresh.get(ADD)["Location"]
    assert asked == f"{CONFIRM}?next=%2Faccounts%2Fpasskey%2Fadd%2F&for=change_factors"
    page = fresh.get(asked)
    assert not page.context["by_password"]
    answer = passkey.shown(options_on(page))
    assert fresh.post(asked, {"credential": answer, "next": ADD})["Location"] == ADD
    assert fresh.get(ADD).status_code == 200


def test_anothers_passkey_is_no_proof(passkey: SoftPasskey, client: Client, sign_in: SignIn) -> None:
    stranger = Client()
    sign_in(stranger, MAI.insurance_number, MAI.password)
    stranger.cookies["vssid_language"] = "en"
    question = Client().get(LOGIN).content.decode()
    answer = stranger.post(CONFIRM, {"credential": passkey.shown(question)})
    assert "does not open an account here" in answer.content.decode()
    assert request_of(stranger).actor.fresh_assurance is Assurance.NONE
