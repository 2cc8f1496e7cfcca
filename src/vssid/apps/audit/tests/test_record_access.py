from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from vssid.apps.audit.models import AccessEvent, UnsealedEvent
from vssid.apps.audit.services.record_access import record_access, record_own_read
from vssid.domain.values.actor import Actor, ActorKind

pytestmark = pytest.mark.django_db
LAN = Actor(kind=ActorKind.CITIZEN, id="7", person_id=7, session="s1", channel="citizen")


def test_own_reads_are_one_row_a_session_and_group(now: datetime) -> None:
    for session, group in [("s1", "card"), ("s1", "card"), ("s1", "visits"), ("s2", "card")]:
        record_own_read(actor=replace(LAN, session=session), data_group=group, now=now)
    assert AccessEvent.objects.filter(person_id=7).count() == 3


def test_a_repeated_own_read_costs_one_query(now: datetime) -> None:
    record_own_read(actor=LAN, data_group="card", now=now)
    with CaptureQueriesContext(connection) as queries:
        record_own_read(actor=LAN, data_group="card", now=now + timedelta(minutes=3))
    assert len(queries) == 1


def test_a_session_over_the_end_of_a_month_is_still_one(now: datetime) -> None:
    record_own_read(actor=LAN, data_group="card", now=now.replace(day=30, hour=23, minute=59))
    record_own_read(actor=LAN, data_group="card", now=now.replace(month=12, day=1, hour=0))
    assert AccessEvent.objects.filter(person_id=7).count() == 1


def test_a_guardians_read_stands_in_the_childs_log(now: datetime) -> None:
    record_own_read(actor=LAN, data_group="card", now=now, person_id=8)
    [event] = AccessEvent.objects.filter(person_id=8)
    assert (event.purpose, event.bucket) == ("guardian", 8)


def test_no_row_holds_a_session_or_person_key(now: datetime) -> None:
    record_own_read(actor=replace(LAN, session="secret-session"), data_group="card", now=now)
    event = AccessEvent.objects.get(person_id=7)
    assert "secret-session" not in event.actor_ref
    assert len(event.actor_ref) == 43


@pytest.mark.parametrize("wrong", [{"action": "peek"}, {"data_group": "soul"}, {"purpose": "fun"}])
def test_refuses_words_nobody_declared(wrong: dict[str, str], now: datetime) -> None:
    words = {"action": "read", "data_group": "card", "purpose": "own"} | wrong
    action, data_group, purpose = words.values()
    with pytest.raises(ValueError, match="is not a valid"):
        record_access(actor=LAN, person_id=7, now=now, action=action, data_group=data_group, purpose=purpose)
    assert not UnsealedEvent.objects.exists()


def test_hides_only_by_a_ground_and_until_a_time(now: datetime) -> None:
    with pytest.raises(ValueError, match="recorded ground"):
        record_access(
            actor=LAN,
            person_id=7,
            action="read",
            data_group="card",
            purpose="inspection",
            now=now,
            delay_ground="Law 116/2025/QH15",
        )


def test_the_row_goes_with_the_callers_transaction(now: datetime) -> None:
    with transaction.atomic():
        record_own_read(actor=LAN, data_group="card", now=now)
        transaction.set_rollback(True)
    assert not AccessEvent.objects.filter(person_id=7).exists()
    assert not UnsealedEvent.objects.exists()
