"""Looks by others outside a case are told once a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.messages.rendering import plain
from vssid.apps.notifications.models import Notice
from vssid.apps.notifications.selectors.inbox import inbox, notice_of, opened
from vssid.apps.notifications.services.tell_looks import tell_looks
from vssid.domain.values.actor import Actor, ActorKind

OFFICER = Actor(kind=ActorKind.OFFICER, id="S-1", channel="staff")


def look(member: Member, at: datetime, *, actor: Actor = OFFICER, case: str = "") -> None:
    record_access(
        actor=actor,
        person_id=member.person_id,
        action="read",
        data_group="participation",
        purpose="support",
        actor_name="Cán bộ, BHXH cơ sở",
        case=case,
        now=at,
    )


def test_yesterdays_looks_in_one_notice(lan: Member, minh: Member, now: datetime) -> None:
    yesterday = now - timedelta(days=1)
    look(lan, yesterday)
    look(lan, yesterday + timedelta(hours=1))
    look(minh, yesterday, case="HS-1")
    look(minh, now)
    look(minh, yesterday, actor=citizen(minh))
    assert tell_looks(now=now) == 1
    assert tell_looks(now=now) == 0
    (row,) = inbox(citizen(lan), language="en").rows
    assert row.topic == "security"
    notice = notice_of(citizen(lan), row.id)
    for language, told in (("ko", "담당 직원, BHXH cơ sở"), ("vi", "Cán bộ, BHXH cơ sở")):
        assert told in "".join(map(plain, opened(notice, language=language).text.body))
    assert not Notice.objects.filter(person_id=minh.person_id).exists()
