"""Whoever can write the database changes the log in every way we know; each time the check says where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import transaction
from django.db.models import F

from vssid.apps.audit.canonical import BEFORE_THE_FIRST, COLUMNS, link
from vssid.apps.audit.checkpoints import SignedHeads
from vssid.apps.audit.models import AccessEvent, Checkpoint, Seal, UnsealedEvent
from vssid.apps.audit.second_copy import SecondCopy
from vssid.apps.audit.services.seal_events import seal_events
from vssid.apps.audit.services.sign_checkpoint import sign_checkpoint
from vssid.apps.audit.tests.test_sealing import record
from vssid.apps.audit.verification.finding import Fault, Finding
from vssid.apps.audit.verification.verify_log import verify_log
from vssid.kit.sharding import cross_shard

pytestmark = pytest.mark.django_db
EVENTS, BUCKET = 40, 5


@pytest.fixture
def copy(tmp_path: Path) -> SecondCopy:
    return SecondCopy(tmp_path / "elsewhere")


@pytest.fixture
def sealed_log(copy: SecondCopy, now: datetime) -> None:
    """Forty events in one bucket, two in others, sealed; a checkpoint after half and one at the end."""
    for number in range(EVENTS):
        record(BUCKET + 64 * (number % 3), now + timedelta(seconds=number))
        if number == EVENTS // 2:
            checkpoint(copy, now + timedelta(seconds=number))
    record(1, now)
    record(2, now)
    checkpoint(copy, now + timedelta(minutes=1))


def checkpoint(copy: SecondCopy, at: datetime) -> None:
    seal_events()
    assert sign_checkpoint(copy=copy, now=at)


def findings(copy: SecondCopy, now: datetime, since: datetime | None = None) -> list[Finding]:
    later = now + timedelta(minutes=2)
    return [finding for part in verify_log(copy=copy, now=later, since=since) for finding in part.findings]


def faults(copy: SecondCopy, now: datetime) -> set[Fault]:
    return {finding.fault for finding in findings(copy, now)}


def link_at(position: int) -> Seal:
    return Seal.objects.get(bucket=BUCKET, position=position)


def event_at(position: int) -> AccessEvent:
    seal = link_at(position)
    return AccessEvent.objects.get(person_id=seal.person_id, seq=seal.seq)


def rebuild_from(position: int) -> None:
    """What an insider would do to hide a change: computes every later link anew."""
    previous = link_at(position - 1).hash if position > 1 else BEFORE_THE_FIRST
    for seal in Seal.objects.filter(bucket=BUCKET, position__gte=position).order_by("position"):
        event = AccessEvent.objects.filter(person_id=seal.person_id, seq=seal.seq).values_list(*COLUMNS).get()
        previous = link(previous, event)
        Seal.objects.filter(pk=seal.pk).update(hash=previous)


def edit(random: Random) -> set[Fault]:
    column, value = random.choice(
        [
            ("actor_name", "Somebody else"),
            ("purpose", "own"),
            ("at", F("at") + timedelta(microseconds=1)),
            ("data_group", "visits"),
            ("visible_from", datetime.fromisoformat("2099-01-01T00:00:00Z")),
            ("case", "TN-1"),
        ]
    )
    event = event_at(random.randint(1, EVENTS))
    AccessEvent.objects.filter(person_id=event.person_id, seq=event.seq).update(**{column: value})
    return {Fault.ALTERED}


def delete(random: Random) -> set[Fault]:
    event = event_at(random.randint(1, EVENTS))
    AccessEvent.objects.filter(person_id=event.person_id, seq=event.seq).delete()
    if random.random() < 0.5:
        return {Fault.EVENT_GONE}
    Seal.objects.filter(bucket=BUCKET, seq=event.seq).delete()
    return {Fault.LINK_GONE, Fault.TRUNCATED, Fault.ALTERED}


def swap(random: Random) -> set[Fault]:
    first, second = (link_at(position) for position in random.sample(range(1, EVENTS + 1), 2))
    for seal in (first, second):
        Seal.objects.filter(pk=seal.pk).delete()
    first.position, second.position = second.position, first.position
    if random.random() < 0.5:
        first.hash, second.hash = second.hash, first.hash
    Seal.objects.bulk_create([first, second])
    return {Fault.ALTERED}


def truncate(random: Random) -> set[Fault]:
    kept = random.randint(0, EVENTS - 1)
    for seal in Seal.objects.filter(bucket=BUCKET, position__gt=kept):
        AccessEvent.objects.filter(person_id=seal.person_id, seq=seal.seq).delete()
    Seal.objects.filter(bucket=BUCKET, position__gt=kept).delete()
    return {Fault.TRUNCATED}


def rewrite(random: Random) -> set[Fault]:
    position = random.randint(1, EVENTS)
    event = event_at(position)
    AccessEvent.objects.filter(person_id=event.person_id, seq=event.seq).update(actor_name="Nobody")
    rebuild_from(position)
    if random.random() < 0.5:
        Checkpoint.objects.all().delete()
    return {Fault.REWRITTEN}


@pytest.mark.usefixtures("sealed_log")
def test_an_untouched_log_is_whole(copy: SecondCopy, now: datetime) -> None:
    assert findings(copy, now) == []
    parts = list(verify_log(copy=copy, now=now))
    assert sum(part.rows for part in parts) == EVENTS + 2


@pytest.mark.usefixtures("sealed_log")
@pytest.mark.parametrize("tamper", [edit, delete, swap, truncate, rewrite])
def test_every_tampering_is_found(
    tamper: Callable[[Random], set[Fault]], copy: SecondCopy, now: datetime
) -> None:
    for seed in range(10):
        whole = transaction.savepoint()
        expected = tamper(Random(seed))  # noqa: S311 - picks what to break
        assert faults(copy, now) & expected, seed
        transaction.savepoint_rollback(whole)


@pytest.mark.usefixtures("sealed_log")
def test_one_edit_is_one_finding_at_its_place(copy: SecondCopy, now: datetime) -> None:
    event = event_at(7)
    AccessEvent.objects.filter(person_id=event.person_id, seq=event.seq).update(case="X")
    assert [str(finding) for finding in findings(copy, now)] == [f"altered: bucket {BUCKET}, position 7"]


@pytest.mark.usefixtures("sealed_log")
def test_a_checkpoint_cannot_be_made_without_the_key(copy: SecondCopy, now: datetime) -> None:
    last = Checkpoint.objects.latest("id")
    last.heads[str(BUCKET)] = [3, "0" * 64]
    last.save()
    assert Fault.CHECKPOINT_FORGED in faults(copy, now)


@pytest.mark.usefixtures("sealed_log")
def test_a_checkpoint_taken_out_is_missed(copy: SecondCopy, now: datetime) -> None:
    Checkpoint.objects.earliest("id").delete()
    assert faults(copy, now) == {Fault.CHECKPOINT_GONE}


@pytest.mark.usefixtures("sealed_log")
def test_a_copy_taken_out_is_missed(copy: SecondCopy, now: datetime) -> None:
    [file] = copy.folder.glob("*.jsonl")
    file.write_bytes(file.read_bytes().splitlines()[1] + b"\n")
    later = now + timedelta(hours=1)
    assert {finding.fault for finding in findings(copy, later)} == {Fault.COPY_GONE}


@pytest.mark.usefixtures("sealed_log")
def test_a_damaged_copy_is_named_by_line(copy: SecondCopy, now: datetime) -> None:
    [file] = copy.folder.glob("*.jsonl")
    file.write_bytes(b"{}\n" + file.read_bytes())
    assert "second copy 2026-11.jsonl:1" in {finding.place for finding in findings(copy, now)}


@pytest.mark.usefixtures("sealed_log")
def test_an_event_slipped_in_past_the_sealer_is_found(copy: SecondCopy, now: datetime) -> None:
    record(BUCKET, now)
    UnsealedEvent.objects.all().delete()
    assert faults(copy, now) == {Fault.NOT_SEALED}


@pytest.mark.usefixtures("sealed_log")
def test_an_event_taken_out_before_its_seal_is_found(copy: SecondCopy, now: datetime) -> None:
    record(BUCKET, now + timedelta(minutes=1))
    waiting = UnsealedEvent.objects.get()
    AccessEvent.objects.filter(person_id=BUCKET, seq=waiting.seq).delete()
    seal_events()
    assert faults(copy, now) == {Fault.EVENT_GONE}


@pytest.mark.usefixtures("sealed_log")
def test_a_sealer_that_stands_still_is_reported(copy: SecondCopy, now: datetime) -> None:
    record(BUCKET, now - timedelta(minutes=10))
    assert faults(copy, now) == {Fault.NOT_SEALED}


@pytest.mark.usefixtures("sealed_log")
def test_since_trusts_the_last_signed_checkpoint_before(copy: SecondCopy, now: datetime) -> None:
    since = now + timedelta(seconds=30)
    with cross_shard("a change before and one after the day"):
        for position in (3, EVENTS):
            event = event_at(position)
            AccessEvent.objects.filter(person_id=event.person_id, seq=event.seq).update(case="X")
    places = [finding.place for finding in findings(copy, now, since=since)]
    assert places == [f"bucket {BUCKET}, position {EVENTS}"]


@pytest.mark.usefixtures("sealed_log")
def test_a_quiet_log_is_not_signed_again(copy: SecondCopy, now: datetime) -> None:
    assert sign_checkpoint(copy=copy, now=now + timedelta(minutes=9)) is False


@pytest.mark.usefixtures("sealed_log")
def test_a_copy_that_failed_is_made_next_time(copy: SecondCopy, now: datetime) -> None:
    [file] = copy.folder.glob("*.jsonl")
    file.unlink()
    sign_checkpoint(copy=copy, now=now + timedelta(minutes=9))
    assert len(list(copy.lines())) == 2
    assert all(SignedHeads.from_line(line).is_genuine() for _, line in copy.lines())
