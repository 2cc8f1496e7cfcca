"""An operator who lost every passkey is let in again by another one."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.errors import OtherOperatorNeeded
from vssid.apps.accounts.models import Activation
from vssid.apps.accounts.services.add_staff import add_staff
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.accounts.tests.test_codes import sent
from vssid.apps.audit.models import AccessEvent
from vssid.domain.values.actor import Actor, ActorKind

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="tests")


def test_by_another_who_has_a_key_for_an_hour_and_told(
    lan: Member, minh: Member, tuan: Member, now: datetime
) -> None:
    lost, other = account_of(tuan), account_of(minh)
    give = partial(add_staff, actor=SYSTEM, role="operator", office_code="", language="vi", now=now)
    again = partial(give, person_id=tuan.person_id)

    def lasts() -> timedelta:
        return Activation.objects.get(account=lost).expires_at - now

    again()
    assert lasts() == timedelta(days=3), "who becomes one has time"
    again()  # no other operator has a passkey: the shell alone is left
    give(person_id=minh.person_id)
    data = {"name": "Khóa", "credential": {"id": "x"}, "vetted": False}
    Authenticator.objects.create(user_id=other.pk, type="webauthn", data=data, created_at=now)
    sent(now)
    for by in (None, tuan.person_id, lan.person_id):
        with pytest.raises(OtherOperatorNeeded):
            again(by=by)
    again(by=minh.person_id)
    assert lasts() == timedelta(hours=1)
    giver = staff_actor(other, session="", channel="").id
    assert AccessEvent.objects.filter(person_id=tuan.person_id, action="change", actor_ref=giver).count() == 1
    assert {step.row.code for step in sent(now)} == {"auth.factors_changed"}
