"""Makes what leaves the house out of leased rows: address, language, text. A few statements for a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

import orjson

from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.hours import allowed_from
from vssid.apps.notifications.keys import send_key
from vssid.apps.notifications.messages import pointers, rendering
from vssid.apps.notifications.messages.loading import catalogue
from vssid.apps.notifications.messages.message import Message
from vssid.apps.notifications.messages.rendering import Outside
from vssid.apps.notifications.models import Notice, NoticeChoice
from vssid.apps.notifications.ports import Contact, Outgoing, contact_book
from vssid.apps.notifications.selectors.leave import Refused, without_leave
from vssid.apps.notifications.selectors.subscriptions import subscriptions_of
from vssid.apps.notifications.services.lease_deliveries import Leased
from vssid.apps.notifications.services.plan_deliveries import DIGEST
from vssid.apps.notifications.vocabulary import Channel, Priority
from vssid.kit.sealing import SealBroken, unseal


@dataclass(frozen=True, slots=True)
class ToSend:
    row: Leased
    outgoing: Outgoing
    address_masked: str


@dataclass(frozen=True, slots=True)
class ToDrop:
    row: Leased
    why: str


@dataclass(frozen=True, slots=True)
class ToPostpone:
    row: Leased
    until: datetime


@dataclass(frozen=True, slots=True)
class ToFail:
    row: Leased
    why: str


Step = ToSend | ToDrop | ToPostpone | ToFail
_Values = Mapping[tuple[int, int], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of a batch need, read for all of them at once."""

    contacts: Mapping[int, Contact]
    subscriptions: Mapping[int, tuple[str, ...]]
    refused: Set[tuple[int, str, str]]
    without_leave: Refused
    values: _Values


def compose_pointers(rows: Sequence[Leased], *, now: datetime) -> Iterator[Step]:
    """One step a row, in their order."""
    known = _known(rows)
    for row in rows:
        yield _step(row, known, now)


def _known(rows: Sequence[Leased]) -> _Known:
    people = {row.person_id for row in rows}
    refused = NoticeChoice.objects.filter(person_id__in=people, wanted=False)
    return _Known(
        contacts=contact_book().contacts(people),
        subscriptions=subscriptions_of({row.person_id for row in rows if row.channel is Channel.PUSH}),
        refused=set(refused.values_list("person_id", "topic", "channel")),
        without_leave=without_leave(
            [(row.person_id, catalogue()[row.code], row.channel) for row in rows if row.code in catalogue()]
        ),
        values=_values([row for row in rows if row.channel is not Channel.PUSH and row.code != DIGEST]),
    )


def _step(row: Leased, known: _Known, now: datetime) -> Step:
    message = catalogue().get(row.code)
    if message is None and row.code != DIGEST:
        return ToDrop(row, "the message was taken out of the catalogue")
    until = allowed_from(now, at_any_hour=message is not None and message.at_any_hour)
    if until > now:
        return ToPostpone(row, until)
    if message and message.switchable and (row.person_id, message.topic, row.channel) in known.refused:
        return ToDrop(row, "switched off")
    if (row.person_id, row.code, row.channel) in known.without_leave:
        return ToDrop(row, "not agreed to, or limited")
    contact = known.contacts.get(row.person_id)
    if contact is None:
        return ToDrop(row, "nobody to tell")
    try:
        addresses, masked = _addresses(row, contact, known.subscriptions.get(row.person_id, ()))
        if not addresses:
            return ToDrop(row, "no address")
        return ToSend(row, _outgoing(row, message, contact, addresses, known.values), masked)
    except (SealBroken, LookupError, ValueError, TypeError) as error:
        # one row that cannot be written must not hold up the others of its batch
        return ToFail(row, f"not writable: {type(error).__name__}")


def _addresses(row: Leased, contact: Contact, subscriptions: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    if row.channel is Channel.PUSH:
        return subscriptions, ""
    on_file = contact.email if row.channel is Channel.EMAIL else contact.phone
    address = _given_address(row) or on_file
    return ((address,) if address else (), masked(address, row.channel))


def _given_address(row: Leased) -> str:
    place = f"{row.person_id},{row.month},{row.seq}"
    return unseal(row.address_sealed, table="delivery", pk=place, field="address")


def _outgoing(
    row: Leased, message: Message | None, contact: Contact, addresses: tuple[str, ...], values: _Values
) -> Outgoing:
    text = _text(row, message, contact.language, values)
    return Outgoing(
        key=send_key(row.person_id, row.seq),
        addresses=addresses,
        text=text.text,
        subject=text.subject,
        language=contact.language,
        urgent=message is not None and message.priority is Priority.NOW,
    )


def _text(row: Leased, message: Message | None, language: str, values: _Values) -> Outside:
    if row.channel is Channel.PUSH or message is None:
        return pointers.neutral(row.channel, language)
    month, sealed = values[(row.person_id, row.notice_seq)]
    place = f"{row.person_id},{month},{row.notice_seq}"
    kept = orjson.loads(unseal(sealed, table="notice", pk=place, field="values"))
    write = rendering.email if row.channel is Channel.EMAIL else rendering.sms
    return write(message, kept, language)


def _values(rows: Sequence[Leased]) -> _Values:
    notices = Notice.objects.filter(
        person_id__in={row.person_id for row in rows}, seq__in=[row.notice_seq for row in rows]
    ).values_list("person_id", "month", "seq", "values_sealed")
    return {(person_id, seq): (month, sealed) for person_id, month, seq, sealed in notices}
