"""A sign-in on a device the account was never used on is told to its owner."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.models import AdoptionEvent
from vssid.apps.accounts.services.begin_session import begin_session
from vssid.apps.notifications.models import Delivery, Notice


def sign_in(member: Member, token: str, now: datetime, agent: str = "Firefox Android") -> str:
    return begin_session(
        account=account_of(member), actor=citizen(member), device_token=token, user_agent=agent, now=now
    )


def told(member: Member) -> int:
    return Notice.objects.filter(person_id=member.person_id, code="auth.new_device").count()


def test_only_a_new_device_is_news(lan: Member, now: datetime) -> None:
    account_of(lan)
    phone = sign_in(lan, "", now)
    assert told(lan) == 0, "the first device of all is no news"
    phone = sign_in(lan, phone, now)
    assert told(lan) == 0
    sign_in(lan, "", now)
    assert told(lan) == 1
    sign_in(lan, "planted by a stranger", now, agent="")
    assert told(lan) == 2
    sign_in(lan, phone, now)
    assert told(lan) == 2


def test_it_is_sent_at_once_whatever_the_hour(lan: Member, now: datetime) -> None:
    account_of(lan)
    night = now.replace(hour=23)
    sign_in(lan, "", night)
    sign_in(lan, "", night)
    assert Delivery.objects.get(person_id=lan.person_id, channel="email").not_before == night


def test_the_first_sign_in_and_the_first_of_a_month_are_counted(
    lan: Member, tuan: Member, now: datetime
) -> None:
    """The day, the door and the language; staff at work are no users."""
    account_of(lan)
    assert account_of(tuan).role == "officer"
    next_month = now + timedelta(days=10)
    for moment in (now, now + timedelta(hours=1), next_month, next_month + timedelta(hours=1)):
        sign_in(lan, "", moment)
        sign_in(tuan, "", moment)
    counted = AdoptionEvent.objects.order_by("pk").values_list("event", "day", "channel", "language")
    assert list(counted) == [
        ("first_sign_in", now.date(), "web", "vi"),
        ("active", now.date(), "web", "vi"),
        ("active", next_month.date(), "web", "vi"),
    ]
