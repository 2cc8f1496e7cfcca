"""``vssid staff``: an operator who lost every passkey is let in again by another, who is named."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from allauth.mfa.models import Authenticator
from click.testing import CliRunner
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.services.add_staff import add_staff
from vssid.domain.values.actor import Actor, ActorKind
from vssid.project.commands.staff import command

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="tests")


def test_the_command_asks_who_gives_the_code(minh: Member, tuan: Member, now: datetime) -> None:
    give = partial(add_staff, actor=SYSTEM, role="operator", office_code="", language="vi", now=now)
    for member in (tuan, minh):
        give(person_id=member.person_id)
    data = {"name": "Khóa", "credential": {"id": "x"}, "vetted": False}
    key = Authenticator(user_id=account_of(minh).pk, type="webauthn", data=data, created_at=now)
    key.save()
    asked = ["add", tuan.national_id, "--role", "operator"]
    alone = CliRunner().invoke(command, asked)
    assert alone.exit_code == 1
    assert "Another operator" in alone.output
    named = CliRunner().invoke(command, [*asked, "--by", minh.national_id])
    assert "activation code" in named.output
