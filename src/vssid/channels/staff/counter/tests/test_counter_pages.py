"""The counter in a browser: what the officer sees, and what only the visitor's phone does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.counter.rules import visit_rules
from vssid.apps.accounts.holds import Act, HoldKind
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.add_passkey import add_passkey
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.notifications.models import AddressedMessage
from vssid.apps.people.models import Person
from vssid.channels.staff.cases.tests.conftest import AtDesk, at_desk
from vssid.channels.staff.counter import confirmed
from vssid.domain.values.actor import Assurance
from vssid.kit import clock

__all__ = ["at_desk"]

COUNTER = "/staff/counter/"


def test_a_new_password_from_the_counter(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    account = account_of(lan)
    officer = at_desk(tuan)
    assert COUNTER in officer.get("/staff/").text
    asked = {"number": lan.insurance_number, "paper": "citizen_card", "purpose": "password"}
    missing = officer.post(COUNTER, {**asked, "paper": ""})
    assert missing.status_code == 422
    assert "Choose the paper you have seen." in missing.text
    unknown = officer.post(COUNTER, {**asked, "number": "0100000009"})
    assert "Nobody on record has this number." in unknown.text
    visit = officer.post(COUNTER, asked)["Location"]
    page = officer.get(visit).text
    assert lan.name in page
    assert lan.phone not in page
    sent(now)
    done = officer.post(f"{visit}code/", {"channel": "sms"}, follow=True).text
    assert "A code is on its way to the visitor" in done
    (code,) = (code_in(step) for step in sent(now) if step.row.code == "auth.code")
    assert code not in officer.get(visit).text
    phone = Client()
    phone.cookies["vssid_language"] = "en"
    assert "/accounts/recover/counter/" in phone.get("/accounts/recover/").text
    given = {"login": lan.insurance_number, "code": "00000000", "password": "mot-khu-vuon-khac"}
    assert "no longer works" in phone.post("/accounts/recover/counter/", given).text
    answer = phone.post("/accounts/recover/counter/", {**given, "code": code})
    assert answer["Location"] == "/accounts/login/"
    account.refresh_from_db()
    assert account.check_password("mot-khu-vuon-khac")


def test_a_lost_telephone_waits_for_a_second_officer(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    account_of(lan)
    officer = at_desk(tuan)
    asked = {"number": lan.insurance_number, "paper": "passport", "purpose": "password"}
    visit = officer.post(COUNTER, asked)["Location"]
    bad = officer.post(f"{visit}contact/", {"channel": "sms", "address": "12"})
    assert bad.status_code == 422
    waiting = officer.post(f"{visit}contact/", {"channel": "sms", "address": "0900000077"}, follow=True)
    assert "A second officer has to confirm it." in waiting.text
    assert officer.post(f"{visit}confirm/").status_code == 302, "an officer alone is told no, and goes back"
    assert [step for step in sent(now) if step.row.code == "auth.code"] == []
    second = at_desk(minh, role="supervisor")
    assert visit in second.get(COUNTER).text
    assert lan.name in second.get(visit).text
    assert "The code is on its way." in second.post(f"{visit}confirm/", follow=True).text
    assert len([step for step in sent(now) if step.row.code == "auth.code"]) == 1
    lost = officer.post(COUNTER, {**asked, "purpose": "factors"})["Location"]
    assert "A second officer looks first" in officer.get(lost).text
    assert "Removed. The visitor is told." in second.post(f"{lost}confirm/", follow=True).text
    told = officer.get(lost).text
    assert "Lost passkeys and the app are removed" in told
    assert "For 72 hours the payout account cannot be changed. After that a change asks for VNeID" in told


@pytest.mark.parametrize("hours", [72, 96])
def test_lost_factors_of_somebody_without_contact_close_the_payout_account_until_a_visit(
    hoa: Member,
    minh: Member,
    tuan: Member,
    at_desk: AtDesk,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    hours: int,
) -> None:
    """Nobody could be told: the page names no time after which it opens, but the visit that opens it."""
    rules = replace(visit_rules(), seen_again_after=timedelta(hours=hours))
    monkeypatch.setattr(confirmed, "visit_rules", lambda: rules)
    Person.objects.filter(pk=hoa.person_id).update(phone_sealed="", email_sealed="")
    account = account_of(hoa)
    officer, second = at_desk(tuan), at_desk(minh, role="supervisor")
    asked = {"number": hoa.insurance_number, "paper": "passport", "purpose": "factors"}
    visit = officer.post(COUNTER, asked)["Location"]
    second.post(f"{visit}confirm/")
    assert closed(account.pk, Act.PAYOUT, now=now + timedelta(days=400))
    page = officer.get(visit).text
    assert f"two officers see the visitor again, in a visit that begins {hours} hours later or more" in page
    assert "a code by message" not in page
    assert "cannot be changed" not in page


def test_a_passkey_is_seen_and_confirmed_by_the_second_officer(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    account = account_of(lan)
    officer, second = at_desk(tuan), at_desk(minh, role="supervisor")
    asked = {"number": lan.insurance_number, "paper": "passport", "purpose": "passkey"}
    visit = officer.post(COUNTER, asked)["Location"]
    assert "A second officer looks first" in officer.get(visit).text
    assert "Passkeys added during this visit" not in officer.get(visit).text
    seen = second.post(f"{visit}confirm/", follow=True).text
    assert "None yet." in seen, "the second officer stays in the visit"
    themselves = citizen(lan, fresh_assurance=Assurance.LOW)
    add_passkey(actor=themselves, name="Điện thoại", credential={"id": "x"}, current_key="", now=clock.now())
    assert "Confirm this passkey" not in officer.get(visit).text
    key = re.search(r'name="passkey" value="(\w+)"', second.get(visit).text)
    assert key is not None
    assert officer.post(f"{visit}passkey/", {"passkey": key[1]}).status_code == 302
    assert not factors_of(account.pk).passkeys[0].vetted, "an officer alone is told no"
    told = second.post(f"{visit}passkey/", {"passkey": key[1]}, follow=True).text
    assert "The passkey is confirmed." in told
    assert factors_of(account.pk).passkeys[0].vetted


def test_a_payout_account_nobody_was_told_of_is_opened_by_two(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    account = account_of(lan)
    officer, second = at_desk(tuan), at_desk(minh, role="supervisor")
    asked = {"number": lan.insurance_number, "paper": "passport", "purpose": "payout"}
    assert "There is nothing to open." in officer.post(COUNTER, asked).text
    place_hold(account_id=account.pk, kind=HoldKind.UNTOLD, now=now)
    assert "Too early" in officer.post(COUNTER, asked).text
    place_hold(account_id=account.pk, kind=HoldKind.UNTOLD, now=now - timedelta(days=4))
    visit = officer.post(COUNTER, asked)["Location"]
    assert "Opened. The visitor is told." in second.post(f"{visit}confirm/", follow=True).text
    assert "The payout account can be changed again" in officer.get(visit).text


def test_mai_of_another_office_sees_no_visit(
    lan: Member, mai: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    account_of(lan)
    asked = {"number": lan.insurance_number, "paper": "passport", "purpose": "passkey"}
    visit = at_desk(tuan).post(COUNTER, asked)["Location"]
    stranger = at_desk(mai, office="07901", role="supervisor")
    assert stranger.get(visit).status_code == 404
    for act in ("code/", "confirm/", "passkey/"):
        assert stranger.post(f"{visit}{act}", {"channel": "sms"}).status_code == 404


def test_a_registration_begun_for_a_visitor(
    hoa: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    officer = at_desk(tuan)
    given = {"number": hoa.insurance_number, "paper": "citizen_card", "full_name": hoa.name, "language": "vi"}
    register = f"{COUNTER}register/"
    assert register in officer.get(COUNTER).text
    wrong = officer.post(register, {**given, "born_on": "31/02/1964", "email": "x"})
    assert wrong.status_code == 422
    assert "This is not a date." in wrong.text
    assert "Enter a phone number or an e-mail address" in officer.post(register, given).text
    begun = officer.post(register, {**given, "born_on": "20/5/1964", "phone": "0912 000 789"}).text
    assert re.search(r"VSSID-\d{8}-\d{6}", begun)
    assert not AddressedMessage.objects.exists(), "the visitor asks for the code"
