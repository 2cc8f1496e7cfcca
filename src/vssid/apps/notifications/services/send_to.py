"""Sends one message to one address, at once: a code to a telephone that is only about to be proved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import orjson
from django.db import transaction

from vssid.apps.notifications.jobs import send_notices
from vssid.apps.notifications.keys import stable_number
from vssid.apps.notifications.messages.loading import message as message_of
from vssid.apps.notifications.messages.rendering import stored_values
from vssid.apps.notifications.models import Delivery, Notice
from vssid.apps.notifications.services.notify import forget_on
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM
from vssid.kit.sealing import seal


def send_to(
    *,
    person_id: int,
    code: str,
    values: Mapping[str, object],
    key: str,
    channel: Channel,
    address: str,
    now: datetime,
) -> None:
    """Leaves the notice in the person's own inbox, also a minor's: they asked for it themselves.

    Belongs into the transaction of the event. UnknownMessage, WrongVariables: the caller's mistake.
    """
    message = message_of(code)
    month = Month.containing(now.astimezone(VIETNAM).date())
    seq = stable_number("notice", code, key, person_id, person_id)
    kept = orjson.dumps(stored_values(message, values)).decode()
    with transaction.atomic():
        Notice.objects.create(
            person_id=person_id,
            month=month,
            seq=seq,
            about_id=person_id,
            at=now,
            version=message.since,
            forget_on=forget_on(message, now),
            code=code,
            topic=message.topic,
            values_sealed=seal(kept, table="notice", pk=f"{person_id},{int(month)},{seq}", field="values"),
        )
        _deliver(person_id, month, seq, code=code, channel=channel, address=address, now=now)


def send_also(*, person_id: int, code: str, key: str, channel: Channel, address: str, now: datetime) -> None:
    """One more pointer at the notice that :func:`notify` has just written, to an address the book has not."""
    month = Month.containing(now.astimezone(VIETNAM).date())
    seq = stable_number("notice", code, key, person_id, person_id)
    _deliver(person_id, month, seq, code=code, channel=channel, address=address, now=now)


def _deliver(
    person_id: int, month: Month, notice: int, *, code: str, channel: Channel, address: str, now: datetime
) -> None:
    seq = stable_number("delivery", person_id, notice, channel, address)
    place = f"{person_id},{int(month)},{seq}"
    Delivery.objects.create(
        person_id=person_id,
        month=month,
        seq=seq,
        notice_seq=notice,
        at=now,
        not_before=now,
        channel=channel,
        code=code,
        address_sealed=seal(address, table="delivery", pk=place, field="address"),
    )
    send_notices.enqueue()
