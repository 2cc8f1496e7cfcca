"""The way back in: ask for a code, choose a new password, or stop what somebody else began."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests.cast.identities import Member
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.accounts.tests.test_reset import NOBODYS, OLD, decided, with_password
from vssid.apps.audit.models import Report
from vssid.kit import clock

RECOVER, BY_SMS, CHOOSE, NOT_ME = (
    "/accounts/recover/",
    "/accounts/recover/sms/",
    "/accounts/recover/new-password/",
    "/accounts/recover/not-me/",
)
NEW = "mot-khu-vuon-khac"


def asked(client: Client, number: str, now: datetime) -> str:
    """The address of the next page, once the worker has answered."""
    with clock.pinned(now):
        answer = client.post(BY_SMS, {"login": number})
    assert answer.status_code == 302
    decided(now)
    return str(answer["Location"])


def came(now: datetime) -> str:
    return [code_in(step) for step in sent(now) if step.row.code == "auth.code"][-1]


def test_every_way_back_stands_on_the_first_page(client: Client, db: None) -> None:
    page = client.get(RECOVER, headers={"accept-language": "en"}).content.decode()
    for address in (BY_SMS, "/accounts/recover/email/", NOT_ME, "/accounts/login/"):
        assert f'href="{address}"' in page
    assert "1900" in page


def test_code_and_new_password_and_then_sign_in(client: Client, lan: Member, now: datetime) -> None:
    account = with_password(lan)
    page = asked(client, lan.insurance_number, now)
    with clock.pinned(now):
        assert client.post(page, {"code": "00000000", "password": NEW}).status_code == 200
        assert client.post(page, {"code": "00000000", "password": "12345678"}).status_code == 200
        answer = client.post(page, {"code": came(now), "password": NEW})
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/")
    assert "_auth_user_id" not in client.session
    account.refresh_from_db()
    assert account.check_password(NEW)


def test_known_and_unknown_numbers_are_answered_alike(client: Client, lan: Member, now: datetime) -> None:
    account = with_password(lan)
    pages = []
    for number in (lan.insurance_number, NOBODYS):
        address = asked(client, number, now)
        with clock.pinned(now):
            first, wrong = client.get(address), client.post(address, {"code": "00000000", "password": NEW})
        assert (first.status_code, wrong.status_code) == (200, 200)
        assert number not in address
        pages.append([_without_secrets(page.content.decode()) for page in (first, wrong)])
    assert pages[0] == pages[1]
    account.refresh_from_db()
    assert account.check_password(OLD)


def _without_secrets(page: str) -> str:
    return "\n".join(
        line
        for line in page.splitlines()
        if "csrf" not in line and "nonce" not in line and "asked=" not in line
    )


def test_the_next_code_waits_two_minutes(client: Client, lan: Member, now: datetime) -> None:
    with_password(lan)
    page = asked(client, lan.insurance_number, now)
    with clock.pinned(now):
        assert 'name="again"' not in client.get(page).content.decode()
    later = now + timedelta(minutes=2)
    with clock.pinned(later):
        assert 'name="again"' in client.get(page).content.decode()
        answer = client.post(page, {"again": "1"})
    assert answer["Location"].startswith(CHOOSE)
    assert decided(later) == ["sent"]


@pytest.mark.parametrize("broken", ["", "?asked=", "?asked=abc"])
def test_without_having_asked_one_starts_again(client: Client, db: None, broken: str) -> None:
    assert client.get(f"{CHOOSE}{broken}")["Location"] == RECOVER


def test_a_stranger_stops_nothing(client: Client, lan: Member, mai: Member, now: datetime) -> None:
    with_password(lan)
    asked(client, lan.insurance_number, now)
    with clock.pinned(now):
        assert client.post(NOT_ME, {"login": mai.insurance_number, "code": came(now)}).status_code == 200
    assert not Report.objects.filter(person_id=lan.person_id).exists()


def test_who_got_a_code_unasked_stops_it(client: Client, lan: Member, now: datetime) -> None:
    with_password(lan)
    asked(client, lan.insurance_number, now)
    with clock.pinned(now):
        client.post(NOT_ME, {"login": lan.insurance_number, "code": came(now)})
    assert Report.objects.filter(person_id=lan.person_id).count() == 1


def test_signed_in_one_button_stops_it(lan: Member, signed_in: Callable[..., Client], now: datetime) -> None:
    browser = signed_in(lan)
    assert 'name="code"' not in browser.get(NOT_ME).content.decode()
    with clock.pinned(now):
        assert browser.post(NOT_ME).status_code == 200
    assert Report.objects.filter(person_id=lan.person_id).count() == 1
