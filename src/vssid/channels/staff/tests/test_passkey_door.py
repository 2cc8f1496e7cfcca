"""Staff show a passkey; where no app is let in, its codes open nothing and are not used up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client, override_settings
from tests.cast.identities import Member
from tests.cast.people import account_of, shows
from tests.environment.authenticator import SoftPasskey

from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.audit.models import AccessEvent
from vssid.channels.staff.tests.conftest import SECRET
from vssid.channels.staff.tests.test_activation import activated
from vssid.kit import clock
from vssid.kit.one_time_codes import code_at

__all__ = ["activated"]
CODE, ADD, HOME = "/accounts/staff/code/", "/accounts/passkey/add/", "/staff/"


@pytest.fixture(autouse=True)
def no_app() -> Iterator[None]:
    with override_settings(STAFF_APP_CODES=False):
        yield


def options_on(page: Any) -> str:
    return unescape(page.text.split('data-options="')[1].split('"')[0])


def with_passkey(browser: Client) -> SoftPasskey:
    passkey = SoftPasskey()
    answer = browser.post(ADD, {"credential": passkey.made(options_on(browser.get(ADD)))})
    assert answer.status_code in (200, 302)
    return passkey


def enter(browser: Client, passkey: SoftPasskey) -> Any:
    page = browser.get(CODE)
    assert 'name="code"' not in page.text
    return browser.post(CODE, {"credential": passkey.shown(options_on(page))})


def test_from_activation_to_work_with_a_passkey(activated: Client, tuan: Member) -> None:
    assert activated.get(CODE)["Location"] == "/accounts/staff/set-up/"
    assert activated.get("/accounts/staff/set-up/")["Location"] == ADD
    passkey = with_passkey(activated)
    assert activated.get(HOME)["Location"].startswith(CODE)
    assert enter(activated, passkey)["Location"] == HOME
    assert activated.get(HOME).status_code == 200
    entry = AccessEvent.objects.get(person_id=tuan.person_id, actor_kind="officer")
    assert entry.action == "sign_in"


def test_the_codes_of_an_app_open_nothing(password_only: Client, editor: Member, now: datetime) -> None:
    """They lead to adding a passkey: the code proves enough for that."""
    assert password_only.get(CODE)["Location"] == ADD
    assert password_only.post(CODE, {"code": code_at(SECRET, now)})["Location"] == ADD
    shows(password_only, account_of(editor), "password")
    asked = password_only.get(ADD)["Location"]
    assert asked.endswith("for=change_factors")
    assert password_only.post(asked, {"code": code_at(SECRET, now), "next": ADD})["Location"] == ADD
    passkey = with_passkey(password_only)
    assert enter(password_only, passkey)["Location"] == HOME
    later = now + timedelta(minutes=1)
    with clock.pinned(later):
        refused = password_only.post(CODE, {"code": code_at(SECRET, later)})
        assert refused.status_code == 403
        assert "passkey_needed" in refused.text
        used = factors_of(account_of(editor).pk).app
        assert used is not None
        assert used.last_used == now, "a code that is not let in is not used up"


def test_a_citizens_passkey_opens_no_door(
    password_only: Client, lan: Member, signed_in: Any, now: datetime
) -> None:
    browser = signed_in(lan)
    shows(browser, account_of(lan), "password", again=True)
    stolen = with_passkey(browser)
    question = Client().get("/accounts/passkey/login/").text
    with override_settings(STAFF_APP_CODES=True):
        answer = password_only.post(CODE, {"credential": stolen.shown(question)})
    assert "does not open an account here" in answer.text
    assert password_only.get(HOME)["Location"].startswith(CODE)
    assert browser.get(HOME).status_code == 403
