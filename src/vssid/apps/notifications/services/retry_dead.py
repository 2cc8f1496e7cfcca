"""Gives dead deliveries all their tries back, once what stopped them is mended."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.notifications.models import Delivery
from vssid.apps.notifications.vocabulary import DeliveryState
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sharding import cross_shard


def retry_dead(*, actor: Actor, now: datetime, newer_than: timedelta) -> int:
    """The number of those given up within ``newer_than``: an old pointer helps nobody any more."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
    with cross_shard("the operator retries the whole outbox"):
        dead = Delivery.objects.filter(state=DeliveryState.DEAD, finished_at__gte=now - newer_than)
        return dead.update(state=DeliveryState.WAITING, attempts=0, not_before=now, finished_at=None, why="")
