"""Tells people of an event: an entry of the inbox and what points at it, in the transaction of the event."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import orjson
from django.db import transaction

from vssid.apps.notifications.keys import stable_number
from vssid.apps.notifications.messages.loading import message as message_of
from vssid.apps.notifications.messages.message import Message
from vssid.apps.notifications.messages.rendering import stored_values
from vssid.apps.notifications.models import Delivery, Notice
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.services.plan_deliveries import plan_deliveries
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM
from vssid.kit.sealing import seal

__all__ = ["Event", "notify", "notify_all"]


@dataclass(frozen=True, slots=True)
class Event:
    """``person_id``: whom it is about. ``key`` names the event among those of the person and the code."""

    person_id: int
    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def notify(
    *, actor: Actor, person_id: int, code: str, values: Mapping[str, object], key: str, now: datetime
) -> None:
    """Writes the notice ``code`` for whoever reads what is about ``person_id``; see :func:`notify_all`."""
    notify_all(actor=actor, code=code, events=[Event(person_id, key, values)], now=now)


def notify_all(
    *, actor: Actor, code: str, events: Collection[Event], now: datetime, spread: bool = False
) -> int:
    """The number of notices written; an event that was told before writes nothing. At most some hundred.

    Belongs into the transaction of the event. A child's notices go to the guardian; after somebody's death
    nothing is written. ``spread``: pointers go out over an hour, not all at once. UnknownMessage,
    WrongVariables, WrongValue: the caller's mistake.
    """
    if actor.kind is ActorKind.ANONYMOUS:
        raise ValueError("a visitor tells nobody anything")
    message = message_of(code)
    today = now.astimezone(VIETNAM).date()
    readers = contact_book().readers({event.person_id for event in events}, today=today)
    heard = [event for event in events if event.person_id in readers]
    drafts = {_notice_key(message, event, readers[event.person_id]): event for event in heard}
    with transaction.atomic():
        fresh = _not_told_before(drafts)
        notices = [_notice(message, event, reader, seq, now) for (reader, seq), event in fresh.items()]
        deliveries = plan_deliveries(message, notices, now=now, spread=spread)
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
        Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return len(notices)


def _notice_key(message: Message, event: Event, reader: int) -> tuple[int, int]:
    return reader, stable_number("notice", message.code, event.key, event.person_id, reader)


def _not_told_before(drafts: Mapping[tuple[int, int], Event]) -> dict[tuple[int, int], Event]:
    """Looks at every month: an event may be told again after the month has changed."""
    people, numbers = {reader for reader, _ in drafts}, [seq for _, seq in drafts]
    told = Notice.objects.filter(person_id__in=people, seq__in=numbers).values_list("person_id", "seq")
    before = set(told)
    return {key: event for key, event in drafts.items() if key not in before}


def forget_on(message: Message, now: datetime) -> date:
    """The day from which a notice written ``now`` is gone."""
    return now.astimezone(VIETNAM).date() + timedelta(days=message.retention_days)


def _notice(message: Message, event: Event, reader: int, seq: int, now: datetime) -> Notice:
    today = now.astimezone(VIETNAM).date()
    month = Month.containing(today)
    kept = orjson.dumps(stored_values(message, event.values)).decode()
    return Notice(
        person_id=reader,
        month=month,
        seq=seq,
        about_id=event.person_id,
        at=now,
        version=message.since,
        forget_on=forget_on(message, now),
        code=message.code,
        topic=message.topic,
        values_sealed=seal(kept, table="notice", pk=f"{reader},{int(month)},{seq}", field="values"),
    )
