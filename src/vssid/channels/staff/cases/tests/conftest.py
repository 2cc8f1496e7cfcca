"""Tuấn at work as an officer, and Lan with something to report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.channels.staff.tests.conftest import SECRET, with_factor
from vssid.kit.one_time_codes import code_at

AtDesk = Callable[..., Client]


@pytest.fixture
def at_desk(now: datetime, db: None) -> AtDesk:
    """``at_desk(tuan)``: a browser behind the staff door; ``office`` and ``role`` as the account has them."""

    def open_browser(member: Member, *, office: str = "00101", role: str = "officer") -> Client:
        with_factor(member, role, now)
        account = account_of(member)
        account.role, account.office_code = role, office
        account.save()
        browser = Client()
        browser.cookies["vssid_language"] = "en"
        browser.force_login(account)
        answer = browser.post("/accounts/staff/code/", {"code": code_at(SECRET, now)})
        assert answer.status_code == 302
        return browser

    return open_browser
