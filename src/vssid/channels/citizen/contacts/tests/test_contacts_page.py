"""The page of telephone and e-mail: read by anybody signed in, changed after the strongest proof alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, shows

from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.accounts.tests.test_contacts import NEW, phone_of
from vssid.kit import clock

PAGE = "/me/settings/contacts/"
CHANGE, CONFIRM, STOP = f"{PAGE}sms/", f"{PAGE}sms/confirm/", f"{PAGE}sms/stop/"
Browser = Callable[..., Client]


@pytest.fixture
def proven(lan: Member, signed_in: Browser, now: datetime) -> Client:
    """Lan has just come from VNeID."""
    with clock.pinned(now):
        browser = signed_in(lan)
        shows(browser, account_of(lan), "vneid")
    return browser


def codes(now: datetime) -> dict[str, str]:
    return {step.outgoing.addresses[0]: code_in(step) for step in sent(now) if step.row.code == "auth.code"}


def test_contacts_are_masked(lan: Member, signed_in: Browser) -> None:
    page = signed_in(lan).get(PAGE).text
    assert lan.phone[-3:] in page
    assert lan.phone not in page
    assert lan.phone[3:] not in page
    assert lan.email not in page


@pytest.mark.parametrize("address", [CHANGE, CONFIRM])
def test_a_password_is_not_enough(lan: Member, signed_in: Browser, address: str) -> None:
    answer = signed_in(lan).get(address)
    assert answer["Location"].startswith("/accounts/reauthenticate/")


def test_both_codes_change_the_number(lan: Member, proven: Client, now: datetime) -> None:
    with clock.pinned(now):
        assert proven.post(CHANGE, {"value": "not a number"}).status_code == 200
        assert proven.post(CHANGE, {"value": "0912 999 888"})["Location"] == CONFIRM
        got = codes(now)
        assert proven.post(CONFIRM, {"new_code": "1", "old_code": "1"}).status_code == 200
        done = proven.post(CONFIRM, {"new_code": got[NEW], "old_code": got[lan.phone]})
        assert done["Location"] == PAGE
        assert "The new address stands" in proven.get(PAGE).text
    assert phone_of(lan) == NEW


def test_a_waiting_change_says_when_and_is_stopped_by_a_button(
    lan: Member, proven: Client, now: datetime
) -> None:
    with clock.pinned(now):
        proven.post(CHANGE, {"value": "0912 999 888"})
        assert f'href="{CONFIRM}"' in proven.get(PAGE).text
        proven.post(CONFIRM, {"new_code": codes(now)[NEW]})
    with clock.pinned(now + timedelta(minutes=6)):
        page = proven.get(PAGE).text
        assert "stands from" in page
        assert proven.post(STOP)["Location"] == PAGE
        assert "stands from" not in proven.get(PAGE).text
    assert phone_of(lan) == lan.phone
