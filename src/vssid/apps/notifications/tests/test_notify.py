"""An event is told once, to whoever reads it, in the transaction it belongs to."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from tests.cast.identities import Member
from tests.cast.people import account_of, takes_push

from vssid.apps.notifications.messages.loading import UnknownMessage
from vssid.apps.notifications.messages.rendering import WrongVariables
from vssid.apps.notifications.messages.values import WrongValue
from vssid.apps.notifications.models import Delivery, Notice, NoticeChoice
from vssid.apps.notifications.services.notify import Event, notify, notify_all
from vssid.apps.people.models import Person
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="test")
CARD: dict[str, object] = {
    "holder": "Nguyễn Thị Lan",
    "until": date(2026, 12, 31),
    "renewal": Sentence("Your health card still works."),
}


def tell_card(person_id: int, now: datetime, key: str = "2026-12-31 30") -> None:
    notify(actor=SYSTEM, person_id=person_id, code="card.expiring", values=CARD, key=key, now=now)


def deliveries(member: Member) -> dict[str, Delivery]:
    return {row.channel: row for row in Delivery.objects.filter(person_id=member.person_id)}


def test_the_same_event_writes_nothing_the_second_time(lan: Member, now: datetime) -> None:
    tell_card(lan.person_id, now)
    tell_card(lan.person_id, now + timedelta(days=20))  # another month
    assert Notice.objects.filter(person_id=lan.person_id).count() == 1
    assert Delivery.objects.filter(person_id=lan.person_id).count() == 1
    tell_card(lan.person_id, now, key="2026-12-31 10")
    assert Notice.objects.filter(person_id=lan.person_id).count() == 2


def test_nothing_is_told_of_what_did_not_happen(lan: Member, now: datetime) -> None:
    class Failure(Exception):
        pass

    @transaction.atomic
    def event() -> None:
        tell_card(lan.person_id, now)
        raise Failure

    with pytest.raises(Failure):
        event()
    assert not Notice.objects.filter(person_id=lan.person_id).exists()
    assert not Delivery.objects.filter(person_id=lan.person_id).exists()


def test_values_are_sealed_and_bound_to_their_row(lan: Member, now: datetime) -> None:
    tell_card(lan.person_id, now)
    sealed = Notice.objects.get(person_id=lan.person_id).values_sealed
    assert sealed.startswith("v1|")
    assert "Lan" not in sealed


def test_mistakes_of_the_caller_are_named(lan: Member, now: datetime) -> None:
    def tell(values: dict[str, object], code: str = "card.expiring", actor: Actor = SYSTEM) -> None:
        notify(actor=actor, person_id=lan.person_id, code=code, values=values, key="k", now=now)

    with pytest.raises(UnknownMessage, match=r"card\.expired"):
        tell(CARD, code="card.expired")
    with pytest.raises(WrongVariables, match="renewal"):
        tell({"holder": "Lan", "until": date(2026, 12, 31)})
    with pytest.raises(WrongValue):
        tell(CARD | {"until": "31/12"})
    with pytest.raises(ValueError, match="visitor"):
        tell(CARD, actor=ANONYMOUS)


def test_a_child_is_told_through_the_parent(lan: Member, binh: Member, now: datetime) -> None:
    tell_card(binh.person_id, now)
    tell_card(lan.person_id, now)
    notices = Notice.objects.filter(person_id=lan.person_id)
    assert sorted(notices.values_list("about_id", flat=True)) == sorted([binh.person_id, lan.person_id])
    assert not Notice.objects.filter(person_id=binh.person_id).exists()


def test_after_death_there_is_silence(hoa: Member, lan: Member, now: datetime) -> None:
    Person.objects.filter(person_id=hoa.person_id).update(died_on=date(2026, 11, 1))
    events = [Event(person.person_id, "k", CARD) for person in (hoa, lan)]
    assert notify_all(actor=SYSTEM, code="card.expiring", events=events, now=now) == 1
    assert not Notice.objects.filter(person_id=hoa.person_id).exists()


def test_push_only_for_somebody_who_took_it(lan: Member, now: datetime) -> None:
    tell_card(lan.person_id, now)
    assert set(deliveries(lan)) == {"sms"}
    takes_push(lan, now)
    tell_card(lan.person_id, now, key="other")
    assert set(deliveries(lan)) == {"sms", "push"}


def test_what_was_switched_off_stays_in_the_inbox(lan: Member, now: datetime) -> None:
    NoticeChoice.objects.create(person_id=lan.person_id, topic="card", channel="sms", wanted=False)
    tell_card(lan.person_id, now)
    assert Notice.objects.filter(person_id=lan.person_id).count() == 1
    assert deliveries(lan) == {}


def test_security_is_never_switched_off_and_never_waits(lan: Member) -> None:
    NoticeChoice.objects.create(person_id=lan.person_id, topic="security", channel="email", wanted=False)
    night = datetime(2026, 11, 22, 23, 5, tzinfo=VIETNAM)
    values = {"device": "Firefox", "at": night}
    notify(actor=SYSTEM, person_id=lan.person_id, code="auth.new_device", values=values, key="k", now=night)
    assert deliveries(lan)["email"].not_before == night


@pytest.mark.parametrize(
    ("hour", "minute", "day_of_sending", "at"),
    [
        (20, 59, 22, (20, 59)),
        (21, 0, 23, (7, 30)),
        (0, 1, 22, (7, 30)),
        (7, 29, 22, (7, 30)),
        (7, 30, 22, (7, 30)),
    ],
)
def test_nothing_else_is_sent_at_night(
    lan: Member, hour: int, minute: int, day_of_sending: int, at: tuple[int, int]
) -> None:
    moment = datetime(2026, 11, 22, hour, minute, tzinfo=VIETNAM)
    tell_card(lan.person_id, moment)
    assert deliveries(lan)["sms"].not_before == datetime(2026, 11, day_of_sending, *at, tzinfo=VIETNAM)


def test_the_fourth_of_a_day_waits_for_one_digest(lan: Member, now: datetime) -> None:
    for number in range(6):
        tell_card(lan.person_id, now, key=str(number))
    rows = Delivery.objects.filter(person_id=lan.person_id)
    assert rows.filter(code="card.expiring").count() == 3
    digest = rows.get(code="digest")
    assert (digest.digest_on, digest.not_before) == (
        date(2026, 11, 22),
        datetime(2026, 11, 22, 18, 0, tzinfo=VIETNAM),
    )
    waiting = Notice.objects.filter(person_id=lan.person_id, digest_on=date(2026, 11, 22))
    assert waiting.count() == 3
    evening = now.replace(hour=19)
    tell_card(lan.person_id, evening, key="evening")
    assert rows.filter(code="digest", digest_on=date(2026, 11, 23)).count() == 1


def test_the_account_decides_which_parent(lan: Member, binh: Member, now: datetime) -> None:
    account_of(lan)
    tell_card(binh.person_id, now)
    assert Notice.objects.get(person_id=lan.person_id).about_id == binh.person_id
