"""The browsers that take push messages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from vssid.apps.notifications.models import PushSubscription
from vssid.domain.values.actor import Actor
from vssid.kit.public_ids import public_id
from vssid.kit.sealing import unseal


@dataclass(frozen=True, slots=True)
class PushDevice:
    """``name`` may be empty: the browser does not say what it is."""

    id: str
    name: str
    since: datetime


def push_devices(actor: Actor) -> tuple[PushDevice, ...]:
    """The actor's own, the newest first."""
    if actor.person_id is None:
        return ()
    rows = PushSubscription.objects.filter(person_id=actor.person_id).order_by("-since")
    return tuple(
        PushDevice(push_device_id(actor.person_id, row.seq), row.device, row.since)
        for row in rows.only("person_id", "seq", "device", "since")
    )


def push_device_id(person_id: int, seq: int) -> str:
    return public_id("push_device", person_id, seq)


def subscriptions_of(person_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """For the worker: the subscriptions themselves, as JSON."""
    found: dict[int, tuple[str, ...]] = {}
    rows = PushSubscription.objects.filter(person_id__in=set(person_ids)) if person_ids else ()
    for row in rows:
        place = f"{row.person_id},{row.seq}"
        opened = unseal(row.subscription_sealed, table="push_subscription", pk=place, field="subscription")
        found[row.person_id] = (*found.get(row.person_id, ()), opened)
    return found
