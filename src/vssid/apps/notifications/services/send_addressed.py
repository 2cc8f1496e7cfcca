"""Writes to an address alone, in the language its holder reads, and sends what was written.

At least once: a worker that dies between sending and removing the row sends again after the lease, under the
same key.
"""

from __future__ import annotations

import logging
import uuid
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime, timedelta

import orjson
from django.db.models import F

from vssid.apps.notifications import jobs
from vssid.apps.notifications.messages import rendering
from vssid.apps.notifications.messages.loading import message as message_of
from vssid.apps.notifications.models import AddressedMessage
from vssid.apps.notifications.ports import AddressGone, EnclosedFile, Outgoing, TryLater, senders
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit.sealing import seal, unseal

BATCH = 50
MOST_TRIES = 6
_LEASE = timedelta(minutes=2)
_PAUSE = timedelta(seconds=30)
_TABLE = "addressed_message"
_log = logging.getLogger("vssid.notifications")


def write_to(
    *,
    code: str,
    values: Mapping[str, object],
    channel: Channel,
    address: str,
    language: str,
    now: datetime,
    file: EnclosedFile | None = None,
) -> None:
    """Belongs into the transaction of the event. ``file``: of an e-mail alone.

    UnknownMessage, WrongVariables: the caller's mistake.
    """
    key = uuid.uuid4()
    kept = orjson.dumps(rendering.stored_values(message_of(code), values)).decode()
    AddressedMessage.objects.create(
        id=key,
        at=now,
        not_before=now,
        channel=channel,
        language=language,
        code=code,
        values_sealed=seal(kept, table=_TABLE, pk=key, field="values"),
        address_sealed=seal(address, table=_TABLE, pk=key, field="address"),
        file_name=file.name if file else "",
        file_sealed=_sealed_file(file, key),
    )
    jobs.send_addressed.enqueue()


def _sealed_file(file: EnclosedFile | None, key: uuid.UUID) -> str:
    return seal(b64encode(file.content).decode(), table=_TABLE, pk=key, field="file") if file else ""


def _opened_file(row: AddressedMessage) -> EnclosedFile | None:
    content = unseal(row.file_sealed, table=_TABLE, pk=row.pk, field="file")
    return EnclosedFile(row.file_name, b64decode(content)) if content else None


def send_addressed(*, now: datetime) -> int:
    """Sends what is due; the number sent."""
    return sum(_sent(row, now) for row in _leased(now))


def _leased(now: datetime) -> list[AddressedMessage]:
    due = AddressedMessage.objects.filter(not_before__lte=now, channel__in=list(senders()))
    return [row for row in due.order_by("not_before")[:BATCH] if _take(row, now)]


def _take(row: AddressedMessage, now: datetime) -> bool:
    """Of several workers one: the statement names the state that was seen."""
    seen = AddressedMessage.objects.filter(pk=row.pk, attempts=row.attempts, not_before=row.not_before)
    return seen.update(attempts=F("attempts") + 1, not_before=now + _LEASE) == 1


def _sent(row: AddressedMessage, now: datetime) -> bool:
    try:
        with senders()[Channel(row.channel)].open() as send:
            send(_outgoing(row))
    except TryLater as later:
        _postpone(row, now, at_least=timedelta(seconds=later.seconds))
        return False
    except AddressGone:
        row.delete()
        return False
    except Exception:
        _log.exception("a message to an address failed", extra={"channel": row.channel})
        _postpone(row, now, at_least=_PAUSE)
        return False
    row.delete()
    return True


def _outgoing(row: AddressedMessage) -> Outgoing:
    kept = orjson.loads(unseal(row.values_sealed, table=_TABLE, pk=row.pk, field="values"))
    write = rendering.email if row.channel == Channel.EMAIL else rendering.sms
    text = write(message_of(row.code), kept, row.language)
    address = unseal(row.address_sealed, table=_TABLE, pk=row.pk, field="address")
    return Outgoing(
        key=row.pk.hex,
        addresses=(address,),
        text=text.text,
        subject=text.subject,
        language=row.language,
        urgent=True,
        file=_opened_file(row),
    )


def _postpone(row: AddressedMessage, now: datetime, *, at_least: timedelta) -> None:
    tries = row.attempts + 1
    if tries >= MOST_TRIES:
        row.delete()
        return
    pause = max(at_least, _PAUSE * 2**row.attempts)
    AddressedMessage.objects.filter(pk=row.pk).update(not_before=now + pause)
