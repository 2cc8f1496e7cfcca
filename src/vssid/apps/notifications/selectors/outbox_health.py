"""How the outbox stands: what is late, what was given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from vssid.apps.notifications.models import Delivery
from vssid.apps.notifications.vocabulary import DeliveryState
from vssid.kit.sharding import cross_shard


@dataclass(frozen=True, slots=True)
class DeadGroup:
    """Deliveries given up for one reason."""

    channel: str
    why: str
    count: int
    since: datetime


def seconds_behind(*, now: datetime) -> float:
    """How long the oldest due delivery has been waiting; 0 when none is due."""
    with cross_shard("the state of the whole outbox"):
        due = Delivery.objects.filter(state=DeliveryState.WAITING, not_before__lte=now)
        oldest: datetime | None = due.aggregate(oldest=Min("not_before"))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0.0


def dead_letters() -> tuple[DeadGroup, ...]:
    """By channel and reason, the most first."""
    with cross_shard("the state of the whole outbox"):
        rows = (
            Delivery.objects.filter(state=DeliveryState.DEAD)
            .values_list("channel", "why")
            .annotate(count=Count("seq"), since=Min("finished_at"))
        )
        return tuple(DeadGroup(*row) for row in rows.order_by("-count"))
