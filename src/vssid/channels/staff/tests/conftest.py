"""Tuấn, an editor with a second factor; his browser before and after the code."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, shows

from vssid.apps.accounts.models import Activation, SecondFactor
from vssid.apps.accounts.services.set_up_second_factor import enrol, sealed_secret
from vssid.kit.one_time_codes import code_at

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
RECOVERY = ("ABCD2345", "EFGH6723")


def with_factor(member: Member, role: str, now: datetime) -> None:
    account = account_of(member)
    account.role, account.office_code = role, "00101"
    account.save()
    Activation.objects.filter(account=account).delete()
    SecondFactor.objects.create(account=account, secret_sealed=sealed_secret(account.pk, SECRET))
    enrol(account.pk, RECOVERY, step=0, now=now)


@pytest.fixture
def editor(tuan: Member, now: datetime) -> Member:
    with_factor(tuan, "editor", now)
    return tuan


@pytest.fixture
def password_only(editor: Member, client: Client) -> Client:
    """The password was given, the code not yet."""
    client.cookies["vssid_language"] = "en"
    client.force_login(account_of(editor))
    shows(client, account_of(editor), "password")
    return client


@pytest.fixture
def at_work(password_only: Client, now: datetime) -> Client:
    answer = password_only.post("/accounts/staff/code/", {"code": code_at(SECRET, now)})
    assert answer.status_code == 302
    return password_only
