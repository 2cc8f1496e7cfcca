"""News is told to those who agreed to it, once, while it is news."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import citizen
from tests.cast.texts import load, manuscript, shipped

from vssid.apps.consents.purposes import Purpose
from vssid.apps.consents.services.give_consent import give_consent
from vssid.apps.consents.services.restrict_use import restrict_use
from vssid.apps.content.services.tell_news import tell_news
from vssid.apps.content.vocabulary import Kind
from vssid.apps.notifications.models import Delivery

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _written(member: Member) -> list[str]:
    """The channels that point at it."""
    return sorted(Delivery.objects.filter(person_id=member.person_id).values_list("channel", flat=True))


def test_who_agreed_is_told_once_in_their_language(
    lan: Member, mai: Member, hoa: Member, now: datetime
) -> None:
    for member in (lan, hoa):
        give_consent(actor=citizen(member), purpose=Purpose.NEWS_EMAIL, now=now)
    restrict_use(person_id=hoa.person_id, purposes=[Purpose.NEWS_EMAIL], case="1", now=now)
    rise = manuscript(Kind.NEWS, "Base salary rises", effective_from=now.date())
    policy = manuscript(Kind.POLICY, "Pension", effective_from=now.date())
    later = manuscript(Kind.NEWS, "Pension rises", effective_from=now.date() + 3 * DAY)
    load([shipped("rise", rise), shipped("pension", policy), shipped("later", later)])
    assert (tell_news(now=now), tell_news(now=now + DAY)) == (1, 0)
    assert _written(lan) == ["email"]
    assert _written(mai) == _written(hoa) == []
    assert tell_news(now=now + 3 * DAY) == 1
    assert len(_written(lan)) == 2


def test_what_is_known_for_a_week_is_no_news(lan: Member, now: datetime) -> None:
    load([shipped("rise", manuscript(Kind.NEWS, "Base salary rises", effective_from=date(2026, 7, 1)))])
    assert tell_news(now=now + 7 * DAY) == 0
    give_consent(actor=citizen(lan), purpose=Purpose.NEWS_EMAIL, now=now)
    assert tell_news(now=now + 7 * DAY) == 0
    assert tell_news(now=now + 6 * DAY) == 1
