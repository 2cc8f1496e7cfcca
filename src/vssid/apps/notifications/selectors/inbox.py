"""A person's notices, in the language the person reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson

from vssid.apps.notifications.messages.loading import catalogue
from vssid.apps.notifications.messages.rendering import Inside, Line, Piece, inside
from vssid.apps.notifications.models import Delivery, Notice
from vssid.apps.notifications.vocabulary import Channel, DeliveryState, Topic
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id, public_id
from vssid.kit.sealing import unseal

MONTHS_A_PAGE = 3
_UNREAD_COUNTED = 99


@dataclass(frozen=True, slots=True)
class InboxRow:
    """``id`` may stand in an address. ``about_id``: whom it is about, the reader or a child of theirs."""

    id: str
    topic: Topic
    at: datetime
    title: Line
    unread: bool
    about_id: int


@dataclass(frozen=True, slots=True)
class Inbox:
    """``rows``: newest first, of the months to ``last``. ``older``: the next month that has notices.
    ``topics``: those that any notice has."""

    rows: tuple[InboxRow, ...]
    topics: tuple[Topic, ...]
    unread: int
    older: Month | None


@dataclass(frozen=True, slots=True)
class SentLine:
    """What was done to point at the notice. ``at`` is None while it waits, with ``due`` saying for when."""

    channel: Channel
    state: DeliveryState
    at: datetime | None
    due: datetime
    address_masked: str


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """``action``: a place of the app (:mod:`..messages.places`), with ``text.action_text`` as its words."""

    row: InboxRow
    text: Inside
    action: str
    sent: tuple[SentLine, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """``latest``: the newest few. ``count`` stops at 99."""

    count: int
    latest: tuple[InboxRow, ...]


def inbox(actor: Actor, *, language: str, topic: Topic | None = None, last: Month | None = None) -> Inbox:
    """The three latest months with notices, up to ``last``. Two statements."""
    person_id = _reader(actor)
    known = Notice.objects.filter(person_id=person_id).values_list("month", "topic", "read_at")
    facts = list(known)
    fitting = {
        month
        for month, kind, _ in facts
        if (topic is None or kind == topic) and (last is None or month <= last)
    }
    months = sorted(fitting, reverse=True)
    shown = Notice.objects.filter(person_id=person_id, month__in=months[:MONTHS_A_PAGE])
    if topic is not None:
        shown = shown.filter(topic=topic)
    present = {kind for _, kind, _ in facts}
    return Inbox(
        rows=tuple(_row(notice, language) for notice in shown.order_by("-at", "-seq")),
        topics=tuple(kind for kind in Topic if kind in present),
        unread=sum(read_at is None for _, _, read_at in facts),
        older=Month(months[MONTHS_A_PAGE]) if len(months) > MONTHS_A_PAGE else None,
    )


def unread_notices(actor: Actor, *, language: str, most: int = 3) -> Unread:
    """For the bell and the first page. One statement."""
    rows = Notice.objects.filter(person_id=_reader(actor), read_at=None).order_by("-at", "-seq")
    found = list(rows[:_UNREAD_COUNTED])
    return Unread(len(found), tuple(_row(notice, language) for notice in found[:most]))


def notice_of(actor: Actor, notice_id: str) -> Notice:
    """The row behind one of the actor's own public ids; NotFound for any other text. For this app alone."""
    person_id = _reader(actor)
    keys = Notice.objects.filter(person_id=person_id).values_list("month", "seq")
    found = find_by_public_id(notice_id, keys, lambda key: _public_id(person_id, *key))
    if found is None:
        raise NotFound
    return Notice.objects.get(person_id=person_id, month=found[0], seq=found[1])


def opened(notice: Notice, *, language: str) -> OpenNotice:
    """For this app's services, which have checked whose it is."""
    row, text = _row(notice, language), _text(notice, language)
    message = catalogue().get(notice.code)
    sent = Delivery.objects.filter(person_id=notice.person_id, notice_seq=notice.seq)
    lines = [*sent.order_by("at"), *_digests(notice)]
    return OpenNotice(row, text, message.action if message else "", tuple(_lines(lines)))


def _digests(notice: Notice) -> Sequence[Delivery]:
    if notice.digest_on is None:
        return ()
    of_day = Delivery.objects.filter(
        person_id=notice.person_id, month=Month.containing(notice.digest_on), digest_on=notice.digest_on
    )
    return list(of_day.order_by("at"))


def _lines(deliveries: Iterable[Delivery]) -> Iterable[SentLine]:
    for row in deliveries:
        yield SentLine(
            channel=Channel(row.channel),
            state=DeliveryState(row.state),
            at=row.finished_at,
            due=row.not_before,
            address_masked=row.address_masked,
        )


def _reader(actor: Actor) -> int:
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotFound
    return actor.person_id


def _public_id(person_id: int, month: int, seq: int) -> str:
    return public_id("notice", person_id, month, seq)


def _row(notice: Notice, language: str) -> InboxRow:
    return InboxRow(
        id=_public_id(notice.person_id, notice.month, notice.seq),
        topic=Topic(notice.topic),
        at=notice.at,
        title=_text(notice, language).title,
        unread=notice.read_at is None,
        about_id=notice.about_id,
    )


def _text(notice: Notice, language: str) -> Inside:
    """A message taken out of the catalogue leaves its notices with their code for a title."""
    message = catalogue().get(notice.code)
    if message is None:
        return Inside(title=(Piece(notice.code),), body=(), action_text="")
    place = f"{notice.person_id},{notice.month},{notice.seq}"
    kept = orjson.loads(unseal(notice.values_sealed, table="notice", pk=place, field="values") or "{}")
    return inside(message, kept, language)
