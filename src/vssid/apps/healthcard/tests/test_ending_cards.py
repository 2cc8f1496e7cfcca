"""Cards that end: whose holders are told, when, and who is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from tests.cast.identities import Member

from vssid.apps.healthcard.models import Card
from vssid.apps.healthcard.services.tell_ending_cards import tell_ending_cards
from vssid.apps.notifications.models import Notice

TODAY = date(2026, 11, 22)


def ends(member: Member, days: int, group: str = "GD", **values: object) -> None:
    day = TODAY + timedelta(days=days)
    Card.objects.filter(person_id=member.person_id).update(valid_to=day, group_code=group, **values)


def told(member: Member) -> list[str]:
    return list(Notice.objects.filter(person_id=member.person_id).values_list("code", flat=True))


@pytest.mark.parametrize("days", [30, 10, 1])
def test_thirty_ten_and_one_day_before(lan: Member, now: datetime, days: int) -> None:
    ends(lan, days)
    assert tell_ending_cards(now=now) == 1
    assert tell_ending_cards(now=now) == 0
    assert told(lan) == ["card.expiring"]


@pytest.mark.parametrize("days", [31, 29, 11, 2, 0])
def test_not_on_other_days(lan: Member, now: datetime, days: int) -> None:
    ends(lan, days)
    assert tell_ending_cards(now=now) == 0


def test_each_of_the_three_days_is_told(lan: Member, now: datetime) -> None:
    ends(lan, 30)
    for later in (0, 20, 29):
        tell_ending_cards(now=now + timedelta(days=later))
    assert told(lan) == ["card.expiring"] * 3


def test_not_where_somebody_else_renews(lan: Member, now: datetime) -> None:
    ends(lan, 30, "DN")
    assert tell_ending_cards(now=now) == 0


def test_not_of_a_card_that_no_longer_counts(lan: Member, now: datetime) -> None:
    ends(lan, 30, withdrawn_on=date(2026, 11, 1))
    assert tell_ending_cards(now=now) == 0


def test_the_parent_is_told_of_the_child(the_cast: Mapping[str, Member], now: datetime) -> None:
    ends(the_cast["binh"], 60, "TE")
    assert tell_ending_cards(now=now) == 1
    notice = Notice.objects.get(person_id=the_cast["lan"].person_id)
    assert (notice.code, notice.about_id) == ("card.child_turns6", the_cast["binh"].person_id)
