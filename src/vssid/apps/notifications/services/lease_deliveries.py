"""Takes due deliveries for one worker: the row's own next time becomes the end of the lease."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from vssid.apps.notifications.models import Delivery
from vssid.apps.notifications.vocabulary import Channel, DeliveryState
from vssid.kit.sharding import cross_shard

BATCH = 500


@dataclass(frozen=True, slots=True)
class Leased:
    """``attempts`` counts this try; it is what shows a late holder that the row is no longer theirs."""

    person_id: int
    month: int
    seq: int
    notice_seq: int
    channel: Channel
    code: str
    attempts: int
    address_sealed: str = ""


def lease_deliveries(*, now: datetime, most: int = BATCH) -> Sequence[Leased]:
    """At most ``most`` due rows, the longest due first. Of several workers each takes others.

    A worker that dies gives its rows back when the lease runs out.
    """
    with cross_shard("the outbox is everybody's"), transaction.atomic():
        due = Delivery.objects.filter(state=DeliveryState.WAITING, not_before__lte=now)
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)  # SQLite: the transaction began with the write lock
        columns = ("person_id", "month", "seq", "notice_seq", "channel", "code", "attempts", "address_sealed")
        taken = due.order_by("not_before").values_list(*columns)[:most]
        rows = [
            Leased(person_id, month, seq, notice_seq, Channel(channel), code, attempts + 1, address)
            for person_id, month, seq, notice_seq, channel, code, attempts, address in taken
        ]
        Delivery.objects.filter(
            person_id__in={row.person_id for row in rows}, seq__in=[row.seq for row in rows]
        ).update(not_before=now + settings.DELIVERY_LEASE, attempts=F("attempts") + 1)
    return rows
