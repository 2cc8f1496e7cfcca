"""A right password on a new device opens nothing until a second thing is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from tests.cast.people import shows
from tests.environment.authenticator import SoftPasskey

from vssid.apps.accounts.models import Account, Activation, KnownDevice, OneTimeCode
from vssid.apps.accounts.sent_codes import CodePurpose, new_code
from vssid.apps.accounts.services.set_up_second_factor import begin_second_factor, confirm_second_factor
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications import ports
from vssid.apps.notifications.ports import Contact
from vssid.channels.identity.tests.conftest import LAN, MAI, UNKNOWN_NUMBER, SignIn
from vssid.channels.identity.tests.test_account_pages import request_of
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.kit import clock
from vssid.kit.one_time_codes import code_at

pytestmark = pytest.mark.usefixtures("holders")
PAGE, HOME, LOGIN = "/accounts/new-device/", "/me/settings/devices/", "/accounts/login/"


class Book:
    """Everybody has a telephone, Lan a mailbox too."""

    here = True

    def readers(self, person_ids: Any, *, today: Any) -> dict[int, int]:
        return {one: one for one in person_ids}

    def contacts(self, person_ids: Any) -> dict[int, Contact]:
        if not self.here:
            return {}
        return {one: Contact("vi", "+84912000345", "lan@vssid.example") for one in person_ids}


@pytest.fixture(autouse=True)
def book(monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    made = Book()
    monkeypatch.setattr(ports._joined, "contact_book", made)
    with override_settings(NEW_DEVICE_ASKS=True):
        yield made


@pytest.fixture
def waiting(client: Client, sign_in: SignIn) -> Client:
    """The password was right."""
    assert sign_in(client, LAN.insurance_number, LAN.password)["Location"] == PAGE
    client.cookies["vssid_language"] = "en"
    return client


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes made, in order."""
    codes: list[str] = []

    def remembered(purpose: CodePurpose) -> str:
        codes.append(new_code(purpose))
        return codes[-1]

    monkeypatch.setattr("vssid.apps.accounts.services.send_code.new_code", remembered)
    return codes


def account(person_id: int = LAN.person_id) -> Account:
    return Account.objects.get(person_id=person_id)


def app_of(person_id: int, now: datetime) -> tuple[str, tuple[str, ...]]:
    low = Assurance.LOW
    actor = Actor(
        kind=ActorKind.CITIZEN, id=str(person_id), person_id=person_id, assurance=low, fresh_assurance=low
    )
    secret = begin_second_factor(actor=actor, now=now)
    codes = confirm_second_factor(actor=actor, code=code_at(secret, now), current_key="", now=now)
    return secret, codes


def test_between_password_and_second_thing_nobody_is_signed_in(waiting: Client) -> None:
    assert waiting.get(HOME)["Location"].startswith(LOGIN)
    assert not any("_auth_user_id" in session.get_decoded() for session in Session.objects.all())
    assert not KnownDevice.objects.exists()
    assert not AccessEvent.objects.filter(person_id=LAN.person_id, action="sign_in").exists()


def test_a_code_by_text_message_opens_the_page_asked_for(waiting: Client, sent: list[str]) -> None:
    page = waiting.get(PAGE).text
    assert 'Code by text message to <span class="v-whole">…345</span>' in page
    assert 'Code by e-mail to <span class="v-whole">l…@vssid.example</span>' in page
    assert "weakest proof" in page
    page = waiting.post(PAGE, {"send": "sms"}).text
    assert "on its way to …345" in page
    assert waiting.post(PAGE, {"sent_code": sent[0]})["Location"] == HOME
    assert "passkey is safer" in waiting.get(HOME).text
    actor = request_of(waiting).actor
    assert (actor.assurance, actor.fresh_assurance) == (Assurance.LOW, Assurance.NONE)
    assert KnownDevice.objects.filter(account=account()).count() == 1


def test_the_device_is_known_from_then_on(waiting: Client, sent: list[str], sign_in: SignIn) -> None:
    waiting.post(PAGE, {"send": "email"})
    waiting.post(PAGE, {"sent_code": sent[0]})
    waiting.post("/accounts/logout/")
    assert sign_in(waiting, LAN.insurance_number, LAN.password)["Location"] == HOME
    assert sign_in(Client(), LAN.insurance_number, LAN.password)["Location"] == PAGE


def test_a_new_code_voids_the_one_before(waiting: Client, sent: list[str]) -> None:
    waiting.post(PAGE, {"send": "sms"})
    waiting.post(PAGE, {"send": "email"})
    if sent[0] != sent[1]:
        assert "no longer works" in waiting.post(PAGE, {"sent_code": sent[0]}).text
    assert waiting.post(PAGE, {"sent_code": sent[1]})["Location"] == HOME


def test_a_code_ends_and_has_five_tries(waiting: Client, sent: list[str], now: datetime) -> None:
    waiting.post(PAGE, {"send": "sms"})
    with clock.pinned(now + timedelta(minutes=10)):
        assert "no longer works" in waiting.post(PAGE, {"sent_code": sent[0]}).text
    for _ in range(5):
        answer = waiting.post(PAGE, {"sent_code": "abcdef"})
    assert "Five wrong tries" in waiting.post(PAGE, {"sent_code": sent[0]}).text
    assert answer.status_code == 200
    assert waiting.get(HOME)["Location"].startswith(LOGIN)


def test_codes_are_sent_so_often_and_no_more(waiting: Client, sent: list[str]) -> None:
    answers = [waiting.post(PAGE, {"send": "sms"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert "Too many codes were sent" in answers[-1].text
    assert int(answers[-1]["Retry-After"]) > 0
    assert len(sent) == 3
    assert waiting.post(PAGE, {"sent_code": sent[-1]})["Location"] == HOME, "the last one still works"


def test_nothing_typed_or_chosen_is_said_at_its_field(waiting: Client) -> None:
    for form in ({"sent_code": ""}, {"code": ""}, {"send": "pigeon"}, {"send": "push"}, {}):
        assert waiting.post(PAGE, form).status_code == 200
    assert "Enter the code" in waiting.post(PAGE, {"code": ""}).text
    assert not OneTimeCode.objects.exists()


def test_without_any_contact_it_says_where_to_go(waiting: Client, book: Book) -> None:
    book.here = False
    page = waiting.get(PAGE).text
    assert "no code can be sent" in page
    assert "social-insurance office" in page
    assert "1900" in page
    assert waiting.post(PAGE, {"send": "sms"}).status_code == 200
    assert not OneTimeCode.objects.exists()


def test_whoever_has_an_app_shows_it_and_no_text_message(
    client: Client, sign_in: SignIn, now: datetime
) -> None:
    secret, codes = app_of(LAN.person_id, now)
    client.cookies["vssid_language"] = "en"
    sign_in(client, LAN.insurance_number, LAN.password)
    assert "text message to" not in client.get(PAGE).text
    client.post(PAGE, {"send": "sms"})
    assert not OneTimeCode.objects.exists()
    assert client.post(PAGE, {"code": "000000"}).status_code == 200
    later = now + timedelta(seconds=30)
    with clock.pinned(later):
        assert client.post(PAGE, {"code": code_at(secret, later)})["Location"] == HOME
        assert request_of(client).actor.assurance is Assurance.MEDIUM
    other = Client()
    sign_in(other, LAN.insurance_number, LAN.password)
    assert other.post(PAGE, {"code": codes[0]})["Location"] == HOME
    assert request_of(other).actor.assurance is Assurance.MEDIUM


def test_a_passkey_is_the_second_thing_and_only_her_own(
    client: Client, sign_in: SignIn, lan_with_passkey: SoftPasskey
) -> None:
    sign_in(client, LAN.insurance_number, LAN.password)
    stranger = Client()
    sign_in(stranger, MAI.insurance_number, MAI.password)
    question = Client().get("/accounts/passkey/login/").text
    assert stranger.post(PAGE, {"credential": lan_with_passkey.shown(question)}).status_code == 200
    assert stranger.get(HOME)["Location"].startswith(LOGIN)
    options = unescape(client.get(PAGE).text.split('data-options="')[1].split('"')[0])
    assert client.post(PAGE, {"credential": lan_with_passkey.shown(options)})["Location"] == HOME


@pytest.fixture
def lan_with_passkey(sign_in: SignIn) -> SoftPasskey:
    browser, made = Client(), SoftPasskey()
    with override_settings(NEW_DEVICE_ASKS=False):
        sign_in(browser, LAN.insurance_number, LAN.password)
    shows(browser, account(), "password", again=True)
    options = unescape(browser.get("/accounts/passkey/add/").text.split('data-options="')[1].split('"')[0])
    browser.post("/accounts/passkey/add/", {"credential": made.made(options)})
    return made


def test_a_neighbours_code_is_none(waiting: Client, sent: list[str], sign_in: SignIn) -> None:
    mai = Client()
    sign_in(mai, MAI.insurance_number, MAI.password)
    mai.post(PAGE, {"send": "sms"})
    waiting.post(PAGE, {"send": "sms"})
    assert waiting.post(PAGE, {"sent_code": sent[0]}).status_code == (302 if sent[0] == sent[1] else 200)


def test_nobody_waits_for_long(waiting: Client) -> None:
    from unittest.mock import patch

    with patch("allauth.account.internal.stagekit.time.time", return_value=4_000_000_000):
        assert waiting.get(PAGE)["Location"] == LOGIN


def test_somebody_else_may_sign_in_instead(waiting: Client, sign_in: SignIn) -> None:
    assert waiting.get(LOGIN).status_code == 200
    assert waiting.post(PAGE, {"leave": "1"})["Location"] == LOGIN
    assert waiting.get(PAGE)["Location"] == LOGIN


def test_a_visitor_finds_nothing_there(client: Client) -> None:
    assert client.get(PAGE)["Location"] == LOGIN
    assert client.post(PAGE, {"send": "sms"})["Location"] == LOGIN


def test_up_to_the_right_password_nothing_differs(sign_in: SignIn) -> None:
    pages = []
    for number in (LAN.insurance_number, UNKNOWN_NUMBER):
        answer = sign_in(Client(), number, "khong-phai-mat-khau")
        page = re.sub(r'(nonce|value)="[^"]*"', "", answer.content.decode().replace(number, "NUMBER"))
        pages.append((answer.status_code, page, {*answer.cookies}))
    assert pages[0] == pages[1]


def test_staff_who_were_just_activated_go_on_to_their_passkey(sign_in: SignIn, now: datetime) -> None:
    Activation.objects.create(
        account=account(MAI.person_id), digest="x", accepted_at=now, expires_at=now + timedelta(hours=1)
    )
    assert sign_in(Client(), MAI.insurance_number, MAI.password)["Location"] == HOME
    with clock.pinned(now + timedelta(hours=1)):
        assert sign_in(Client(), MAI.insurance_number, MAI.password)["Location"] == PAGE
