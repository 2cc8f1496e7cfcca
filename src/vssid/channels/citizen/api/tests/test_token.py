"""Trading a session for a token: by whom, how, and what the person can read of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of
from tests.security.signed_in import settled

from vssid.apps.audit.models import AccessEvent

TOKEN, SUMMARY = "/api/v1/token", "/api/v1/me/summary"

SignedIn = Callable[..., Client]


def test_a_session_gives_a_token_that_reads_the_summary(lan: Member, signed_in: SignedIn) -> None:
    answer = signed_in(lan).post(TOKEN)
    assert answer.status_code == 201
    assert answer.json()["expires_at"] == "2026-11-22T02:10:00+00:00"
    read = Client(headers={"authorization": f"Bearer {answer.json()['token']}"}).get(SUMMARY)
    assert read.json()["card"]["number"].endswith(lan.insurance_number)


def test_the_issue_is_in_the_access_log(lan: Member, signed_in: SignedIn) -> None:
    signed_in(lan).post(TOKEN)
    event = AccessEvent.objects.get(person_id=lan.person_id)
    assert (event.action, event.data_group, event.purpose) == ("issue", "summary", "own")


def test_the_token_shows_nothing_of_the_person(lan: Member, signed_in: SignedIn) -> None:
    made = signed_in(lan).post(TOKEN).json()["token"]
    assert str(lan.person_id) not in made
    assert lan.insurance_number not in made


def test_everybody_reads_their_own(lan: Member, mai: Member, signed_in: SignedIn) -> None:
    made = signed_in(mai).post(TOKEN).json()["token"]
    answer = Client(headers={"authorization": f"Bearer {made}"}).get(SUMMARY)
    assert answer.json() == {"as_of": "2026-11-22", "card": None, "spans": []}


def _ended(browser: Client, other: Client, way: str) -> None:
    if way == "sign-out":
        browser.post("/accounts/logout/")
    else:
        other.post("/me/settings/devices/", {way: "1"})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["sign-out", "others", "everywhere"])
def test_it_ends_with_its_session(
    lan: Member, mai: Member, signed_in: SignedIn, now: datetime, way: str
) -> None:
    browser, other, stranger = (settled(one, signed_in, now) for one in (lan, lan, mai))
    reads = {one: _reader(one) for one in (browser, other, stranger)}
    assert [read.get(SUMMARY).status_code for read in reads.values()] == [200, 200, 200]
    _ended(browser, other, way)
    ended = {browser, other} if way == "everywhere" else {browser}
    for one, read in reads.items():
        assert read.get(SUMMARY).status_code == (401 if one in ended else 200)


def _reader(browser: Client) -> Client:
    return Client(headers={"authorization": f"Bearer {browser.post(TOKEN).json()['token']}"})


def test_a_visitor_gets_none(db: None) -> None:
    answer = Client().post(TOKEN)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")


def test_only_post(lan: Member, signed_in: SignedIn) -> None:
    answer = signed_in(lan).get(TOKEN)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")


def test_another_site_cannot_ask_for_one(lan: Member, now: datetime) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account_of(lan))
    assert browser.post(TOKEN).status_code == 403
