"""Chains what was logged since the last run; runs every few seconds in the worker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from vssid.apps.audit.canonical import BEFORE_THE_FIRST, COLUMNS, link
from vssid.apps.audit.models import AccessEvent, Seal, UnsealedEvent

_AT_ONCE = 200
_Key = tuple[int, int]


def seal_events() -> int:
    """Seals every committed event that waits, bucket by bucket; the number sealed.

    A chain's order is the order of sealing: an event whose transaction commits late is simply sealed
    later. Two runs at once cannot both add the same link: the key refuses it, and the loser's bucket
    waits for the next run. An event that waits but is gone from the log stays waiting, for the check
    to report.
    """
    buckets = UnsealedEvent.objects.values_list("bucket", flat=True).order_by("bucket").distinct()
    return sum(_seal_bucket(bucket) for bucket in list(buckets))


def _seal_bucket(bucket: int) -> int:
    sealed, after = 0, (-1, -1)
    while waiting := _waiting(bucket, after):
        sealed += _append_links(bucket, waiting)
        after = waiting[-1]
    return sealed


def _waiting(bucket: int, after: _Key) -> list[_Key]:
    """The next keys (person_id, seq) in the queue of ``bucket``."""
    queue = UnsealedEvent.objects.filter(bucket=bucket, pk__gt=(bucket, *after)).order_by("pk")
    return list(queue.values_list("person_id", "seq")[:_AT_ONCE])


@transaction.atomic
def _append_links(bucket: int, waiting: Sequence[_Key]) -> int:
    head, previous = _head(bucket)
    seals = []
    for position, event in enumerate(_events(waiting), start=head + 1):
        previous = link(previous, [event[column] for column in COLUMNS])
        key = {name: event[name] for name in ("bucket", "person_id", "month", "seq")}
        seals.append(Seal(**key, position=position, hash=previous))
    Seal.objects.bulk_create(seals)
    UnsealedEvent.objects.filter(pk__in=[(bucket, seal.person_id, seal.seq) for seal in seals]).delete()
    return len(seals)


def _head(bucket: int) -> tuple[int, str]:
    """Position and hash of the last link; of the one before the first when there is none."""
    head = Seal.objects.filter(bucket=bucket).order_by("-position").values_list("position", "hash").first()
    return head or (0, BEFORE_THE_FIRST)


def _events(waiting: Sequence[_Key]) -> list[dict[str, Any]]:
    """The waiting events, oldest first. The columns are asked for apart, the pairs are then picked."""
    wanted = set(waiting)
    rows = AccessEvent.objects.filter(
        person_id__in={person_id for person_id, _ in wanted}, seq__in=[seq for _, seq in wanted]
    ).values(*COLUMNS)
    found = [row for row in rows if (row["person_id"], row["seq"]) in wanted]
    return sorted(found, key=lambda row: (row["seq"], row["person_id"]))
