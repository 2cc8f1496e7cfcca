"""What is due is sent once, tried again when it failed, and given up in the open."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
from django.conf import settings
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.notifications import ports
from vssid.apps.notifications.models import Delivery, NoticeChoice
from vssid.apps.notifications.ports import AddressGone, Outgoing, Receipt, TryLater
from vssid.apps.notifications.selectors.outbox_health import dead_letters, seconds_behind
from vssid.apps.notifications.services.finish_delivery import MOST_ATTEMPTS, mark_sent, pause
from vssid.apps.notifications.services.lease_deliveries import lease_deliveries
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.services.retry_dead import retry_dead
from vssid.apps.notifications.services.send_deliveries import send_deliveries
from vssid.apps.notifications.tests.test_notify import SYSTEM, tell_card
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.models import Person
from vssid.apps.retention.services.forget_due import forget_due
from vssid.kit import clock
from vssid.kit.sealing import seal

VIETNAM = clock.VIETNAM


class Post:
    """A sender that keeps what it is given and does what ``answer`` says."""

    def __init__(self, answer: Callable[[Outgoing], Receipt] = lambda outgoing: Receipt()) -> None:
        self.answer = answer
        self.sent: list[Outgoing] = []
        self._lock = threading.Lock()

    @contextmanager
    def open(self) -> Iterator[Callable[[Outgoing], Receipt]]:
        yield self._send

    def _send(self, outgoing: Outgoing) -> Receipt:
        with self._lock:
            self.sent.append(outgoing)
        return self.answer(outgoing)


def refuse(problem: Exception) -> Callable[[Outgoing], Receipt]:
    def answer(outgoing: Outgoing) -> Receipt:
        raise problem

    return answer


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    post = Post()
    monkeypatch.setattr(ports._joined, "senders", dict.fromkeys(Channel, post))
    return post


def only(member: Member) -> Delivery:
    return Delivery.objects.get(person_id=member.person_id)


def new_device(member: Member, now: datetime, key: str = "k") -> None:
    values = {"device": "Firefox", "at": now}
    notify(actor=SYSTEM, person_id=member.person_id, code="auth.new_device", values=values, key=key, now=now)


def test_sends_once_and_keeps_the_evidence(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    assert send_deliveries().sent == 1
    assert send_deliveries().taken == 0
    row = only(lan)
    assert (row.state, row.finished_at, row.address_masked) == ("sent", now, "…345")
    assert len(row.text_digest) == 64
    assert post.sent[0].addresses == ("+84912000345",)
    assert post.sent[0].text.startswith("BHXH: Co thong bao moi ve the BHYT.")


def test_nothing_personal_leaves_the_inbox(lan: Member, now: datetime, post: Post) -> None:
    new_device(lan, now)
    tell_card(lan.person_id, now)
    send_deliveries()
    outside = " ".join(f"{one.subject} {one.text}" for one in post.sent)
    assert len(post.sent) == 2
    for telling in ("Firefox", "Lan", "31/12", "2026"):
        assert telling not in outside


def test_speaks_the_language_of_the_account(minjun: Member, now: datetime, post: Post) -> None:
    Person.objects.filter(person_id=minjun.person_id).update(phone_sealed=_sealed_phone(minjun))
    account = account_of(minjun)
    account.language = "ko"
    account.save()
    tell_card(minjun.person_id, now)
    send_deliveries()
    assert "건강보험증" in post.sent[0].text


def _sealed_phone(member: Member) -> str:
    return seal("+84912000999", table="person", pk=member.person_id, field="phone")


def test_a_failure_is_tried_again_later_and_later(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    post.answer = refuse(TryLater("busy"))
    moment = now
    for attempt in range(1, MOST_ATTEMPTS):
        with clock.pinned(moment):
            assert send_deliveries().taken == 1
            assert only(lan).attempts == attempt
            assert only(lan).not_before == moment + pause(attempt)
            assert send_deliveries().taken == 0
        moment = datetime.combine((moment + pause(attempt)).date() + timedelta(days=1), now.time(), VIETNAM)
    with clock.pinned(moment):
        send_deliveries()
    dead = only(lan)
    assert (dead.state, dead.attempts, dead.why) == ("dead", MOST_ATTEMPTS, "busy")
    assert len({one.key for one in post.sent}) == 1


def test_waits_as_long_as_the_other_side_asks(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    post.answer = refuse(TryLater("busy", seconds=7200))
    send_deliveries()
    assert only(lan).not_before == now + timedelta(hours=2)


def test_an_unforeseen_failure_is_a_failure_like_any_other(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    post.answer = refuse(RuntimeError("bug"))
    send_deliveries()
    assert (only(lan).state, only(lan).why) == ("waiting", "RuntimeError")


def test_a_refused_address_is_not_tried_again(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    post.answer = refuse(AddressGone("unknown"))
    send_deliveries()
    assert (only(lan).state, only(lan).why) == ("dropped", "unknown")


@pytest.mark.parametrize("case", ["no address", "switched off", "nobody to tell"])
def test_drops_what_has_nowhere_to_go(lan: Member, now: datetime, post: Post, case: str) -> None:
    tell_card(lan.person_id, now)
    person = Person.objects.filter(person_id=lan.person_id)
    if case == "no address":
        person.update(phone_sealed="")
    elif case == "nobody to tell":
        person.update(died_on=date(2026, 11, 22))
    else:
        NoticeChoice.objects.create(person_id=lan.person_id, topic="card", channel="sms", wanted=False)
    send_deliveries()
    assert post.sent == []
    assert (only(lan).state, only(lan).why) == ("dropped", case)


def test_a_retry_that_falls_into_the_night_waits_for_morning(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    with clock.pinned(now.replace(hour=22)):
        send_deliveries()
    row = only(lan)
    assert (row.attempts, row.not_before) == (0, datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM))
    assert post.sent == []


def test_a_dead_worker_gives_back_after_the_lease(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    (lost,) = lease_deliveries(now=now)
    assert send_deliveries().taken == 0
    with clock.pinned(now + settings.DELIVERY_LEASE):
        assert send_deliveries().sent == 1
    before = only(lan)
    mark_sent(lost, address_masked="late", text_digest="late", now=now)  # the first holder wakes up
    assert only(lan).address_masked == before.address_masked


def test_many_are_sent_at_once_and_all_are_recorded(lan: Member, now: datetime, post: Post) -> None:
    for number in range(60):
        new_device(lan, now, key=str(number))
    assert send_deliveries().sent == 60
    assert Delivery.objects.filter(person_id=lan.person_id, state="sent").count() == 60
    assert len({one.key for one in post.sent}) == 60


def test_the_digest_is_one_neutral_pointer(lan: Member, now: datetime, post: Post) -> None:
    for number in range(6):
        tell_card(lan.person_id, now, key=str(number))
    send_deliveries()
    with clock.pinned(now.replace(hour=18)):
        send_deliveries()
    assert len(post.sent) == 4
    assert post.sent[-1].text != post.sent[0].text


def test_the_operator_sees_and_retries_what_was_given_up(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    assert seconds_behind(now=now + timedelta(minutes=3)) == 180
    Delivery.objects.filter(person_id=lan.person_id).update(
        state="dead", attempts=MOST_ATTEMPTS, finished_at=now, why="busy"
    )
    assert [(group.channel, group.why, group.count) for group in dead_letters()] == [("sms", "busy", 1)]
    assert retry_dead(actor=SYSTEM, now=now + timedelta(days=4), newer_than=timedelta(days=3)) == 0
    assert retry_dead(actor=SYSTEM, now=now, newer_than=timedelta(days=3)) == 1
    assert send_deliveries().sent == 1
    assert dead_letters() == ()
    assert seconds_behind(now=now) == 0


def test_what_is_over_is_forgotten(lan: Member, now: datetime, post: Post) -> None:
    tell_card(lan.person_id, now)
    assert forget_due(now=now + timedelta(days=179)) == {}
    assert forget_due(now=now + timedelta(days=180))["notices"] == 1
    assert not Delivery.objects.filter(person_id=lan.person_id).exists()
