"""From the operator's command to a first working day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from click.testing import CliRunner
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.errors import UnknownRole
from vssid.apps.accounts.models import Account, Activation, RecoveryCode, SecondFactor
from vssid.apps.accounts.services.add_staff import add_staff
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit import clock
from vssid.kit.one_time_codes import code_at
from vssid.project.commands.staff import command

ACTIVATE, SET_UP = "/accounts/staff/activate/", "/accounts/staff/set-up/"
PASSWORD = "mot-con-duong-nho-ven-song"
SYSTEM = Actor(kind=ActorKind.SYSTEM, id="tests")


def add(member: Member, role: str = "editor") -> str:
    told = CliRunner().invoke(command, ["add", member.national_id, "--role", role, "--office", "00101"])
    assert told.exit_code == 0, told.output
    assert PASSWORD not in told.output
    found = re.search(r"activation code: (\S+)", told.output)
    assert found
    return found[1]


def activate(browser: Client, member: Member, code: str, password: str = PASSWORD):  # type: ignore[no-untyped-def]
    return browser.post(ACTIVATE, {"login": member.national_id, "code": code, "password": password})


@pytest.fixture
def activated(tuan: Member, client: Client) -> Client:
    """Activated and signed in with the new password."""
    assert activate(client, tuan, add(tuan)).status_code == 302
    answer = client.post(
        "/accounts/login/", {"login": tuan.national_id, "password": PASSWORD, "next": "/staff/"}
    )
    assert answer["Location"] == "/staff/"
    return client


def test_the_whole_way(activated: Client, tuan: Member, now: datetime) -> None:
    assert activated.get("/staff/")["Location"].startswith("/accounts/staff/code/")
    assert activated.get("/accounts/staff/code/")["Location"] == SET_UP
    page = activated.get(SET_UP)
    secret = page.context["secret"].replace(" ", "")
    assert "<svg" in page.content.decode()
    assert activated.post(SET_UP, {"code": "000000"}).status_code == 200
    done = activated.post(SET_UP, {"code": code_at(secret, now)})
    codes = done.context["codes"]
    assert (len(codes), len(set(codes))) == (10, 10)
    assert activated.get("/staff/admin/").status_code == 200
    account = Account.objects.get(person_id=tuan.person_id)
    kept = " ".join(RecoveryCode.objects.values_list("digest", flat=True))
    assert not any(code.replace("-", "") in kept for code in codes)
    assert secret not in SecondFactor.objects.get(account=account).secret_sealed
    assert activated.get(SET_UP).status_code == 409, "shown once"
    assert not Activation.objects.exists()


def test_a_code_works_once_for_its_person_and_for_three_days(
    tuan: Member, mai: Member, now: datetime
) -> None:
    code = add(tuan)
    assert activate(Client(), mai, code).status_code == 200
    with clock.pinned(now + timedelta(days=3)):
        assert activate(Client(), tuan, code).status_code == 200
    assert activate(Client(), tuan, code.lower()).status_code == 302
    assert activate(Client(), tuan, code).status_code == 200


def test_a_new_code_replaces_the_old_one_and_ends_the_old_factor(
    activated: Client, tuan: Member, now: datetime
) -> None:
    secret = activated.get(SET_UP).context["secret"].replace(" ", "")
    activated.post(SET_UP, {"code": code_at(secret, now)})
    first, second = add(tuan), add(tuan)
    assert activate(Client(), tuan, first).status_code == 200
    assert activated.get("/staff/").status_code == 200, "until the new code is used nothing changes"
    assert activate(Client(), tuan, second).status_code == 302
    assert activated.get("/staff/")["Location"].startswith("/accounts/login/")
    assert not SecondFactor.objects.exists()


def test_guessing_is_stopped(tuan: Member) -> None:
    code = add(tuan)
    answers = [activate(Client(), tuan, "AAAA-BBBB-CCCC-DDDD").status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert activate(Client(), tuan, code).status_code == 429


def test_a_closing_does_not_tell_who_has_an_account(tuan: Member) -> None:
    """A number nobody has is closed after as many tries as one of staff, and closes no other number."""
    add(tuan)
    nobody = {"login": "001099999999", "code": "AAAA-BBBB-CCCC-DDDD", "password": PASSWORD}
    answers = [Client().post(ACTIVATE, nobody).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    spaced = {**nobody, "login": "001 099 999 999"}
    assert Client().post(ACTIVATE, spaced).status_code == 429
    assert Client().post(ACTIVATE, {**nobody, "login": "001099999998"}).status_code == 200
    assert activate(Client(), tuan, "AAAA-BBBB-CCCC-DDDD").status_code == 200


@pytest.mark.parametrize("weak", ["short-one-1", "123456789012345", "password1234"])
def test_a_weak_password_keeps_the_code_good(tuan: Member, weak: str) -> None:
    code = add(tuan)
    answer = activate(Client(), tuan, code, weak)
    if weak != "password1234":
        assert answer.status_code == 200
        assert activate(Client(), tuan, code).status_code == 302


def test_a_stolen_password_does_not_set_up_a_factor(tuan: Member) -> None:
    add(tuan)
    thief = Client()
    thief.force_login(account_of(tuan))
    assert thief.get(SET_UP).status_code == 403
    assert thief.get("/accounts/staff/code/")["Location"] == ACTIVATE


def test_the_way_from_password_to_factor_is_short(activated: Client, now: datetime) -> None:
    with clock.pinned(now + timedelta(minutes=29)):
        assert activated.get(SET_UP).status_code == 200
    Activation.objects.update(expires_at=now)
    assert activated.get(SET_UP).status_code == 403


def test_removed_staff_are_out_at_once(activated: Client, tuan: Member, now: datetime) -> None:
    secret = activated.get(SET_UP).context["secret"].replace(" ", "")
    activated.post(SET_UP, {"code": code_at(secret, now)})
    told = CliRunner().invoke(command, ["leave", tuan.national_id])
    assert told.exit_code == 0, told.output
    assert activated.get("/staff/")["Location"].startswith("/accounts/login/")
    assert Account.objects.get(person_id=tuan.person_id).role == "citizen"
    assert CliRunner().invoke(command, ["leave", tuan.national_id]).exit_code == 1
    assert CliRunner().invoke(command, ["add", "0194999999", "--role", "editor"]).exit_code == 1


def test_only_the_operator_makes_staff(lan: Member, now: datetime) -> None:
    officer = Actor(kind=ActorKind.OFFICER, id="x", roles=frozenset({"officer"}))
    values = {"person_id": lan.person_id, "office_code": "", "language": "vi", "now": now}
    for actor in (ANONYMOUS, officer):
        with pytest.raises(NotAllowed):
            add_staff(actor=actor, role="editor", **values)  # type: ignore[arg-type]
    with pytest.raises(UnknownRole):
        add_staff(actor=SYSTEM, role="owner", **values)  # type: ignore[arg-type]
