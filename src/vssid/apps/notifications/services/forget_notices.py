"""Removes notices whose time of keeping is over, with what was sent of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from vssid.apps.notifications.models import Delivery, Notice
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard

_AT_ONCE = 500
_DIGESTS_KEPT = timedelta(days=400)


def forget_notices(*, now: datetime) -> int:
    """The number removed. Small transactions: nobody waits for it."""
    today, removed = now.astimezone(VIETNAM).date(), 0
    while batch := _batch(today):
        people, numbers = {person_id for person_id, _ in batch}, [seq for _, seq in batch]
        with transaction.atomic():
            Delivery.objects.filter(person_id__in=people, notice_seq__in=numbers).delete()
            Delivery.objects.filter(person_id__in=people, digest_on__lt=today - _DIGESTS_KEPT).delete()
            Notice.objects.filter(person_id__in=people, seq__in=numbers, forget_on__lte=today).delete()
        removed += len(batch)
    return removed


def _batch(today: date) -> list[tuple[int, int]]:
    with cross_shard("what is over is swept for everybody"):
        old = Notice.objects.filter(forget_on__lte=today).order_by("forget_on")
        return list(old.values_list("person_id", "seq")[:_AT_ONCE])
