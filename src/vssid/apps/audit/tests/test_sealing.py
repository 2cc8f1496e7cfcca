from datetime import datetime, timedelta

import pytest

from vssid.apps.audit.canonical import BEFORE_THE_FIRST, canonical, link
from vssid.apps.audit.models import AccessEvent, Seal, UnsealedEvent
from vssid.apps.audit.selectors.readiness import oldest_unsealed_seconds
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.services.seal_events import seal_events
from vssid.domain.values.actor import Actor, ActorKind

pytestmark = pytest.mark.django_db
CLINIC = Actor(kind=ActorKind.CLINIC, id="79024", channel="clinic")


def record(person_id: int, now: datetime) -> None:
    record_access(
        actor=CLINIC,
        person_id=person_id,
        action="read",
        data_group="card",
        purpose="treatment",
        now=now,
        actor_name="Phòng khám An Phú",
    )


def chain(bucket: int) -> list[tuple[int, int, str]]:
    links = Seal.objects.filter(bucket=bucket).order_by("position")
    return list(links.values_list("position", "seq", "hash"))


def test_links_events_of_a_bucket_in_order(now: datetime) -> None:
    for second, person_id in enumerate([1, 65, 1]):
        record(person_id, now + timedelta(seconds=second))
    assert seal_events() == 3
    assert [position for position, _, _ in chain(1)] == [1, 2, 3]
    numbers = [seq for _, seq, _ in chain(1)]
    assert numbers == sorted(numbers)


def test_a_link_is_what_the_document_says(now: datetime) -> None:
    record(1, now)
    seal_events()
    event = AccessEvent.objects.get(person_id=1)
    form = (
        f'[1,{event.seq},"2026-11-22T02:00:00Z",null,{2026 * 12 + 10},1,"read","card","clinic","79024",'
        '"Phòng khám An Phú","treatment","","clinic",""]'
    )
    [(_, _, sealed)] = chain(1)
    assert sealed == link(BEFORE_THE_FIRST, eval_json(form))
    assert canonical(eval_json(form)) == form.encode()


def eval_json(text: str) -> list[object]:
    import json

    values: list[object] = json.loads(text)
    return values


def test_an_event_whose_transaction_commits_late_is_sealed_later(now: datetime) -> None:
    record(1, now)
    seal_events()
    record(1, now - timedelta(hours=3))
    assert seal_events() == 1
    numbers = [seq for _, seq, _ in chain(1)]
    assert numbers[1] < numbers[0]
    assert not UnsealedEvent.objects.exists()


def test_nothing_waits_twice(now: datetime) -> None:
    record(1, now)
    assert (seal_events(), seal_events()) == (1, 0)


def test_more_than_one_portion(now: datetime) -> None:
    for number in range(450):
        record(64 * (number % 7), now + timedelta(milliseconds=number))
    assert seal_events() == 450
    assert [position for position, _, _ in chain(0)] == list(range(1, 451))


def test_readiness_is_the_age_of_the_longest_wait(now: datetime) -> None:
    assert oldest_unsealed_seconds(now=now) == 0
    record(1, now - timedelta(seconds=90))
    record(2, now)
    assert oldest_unsealed_seconds(now=now) == 90
    seal_events()
    assert oldest_unsealed_seconds(now=now) == 0
