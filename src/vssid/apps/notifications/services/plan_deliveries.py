"""Which pointers a notice needs: by its channels, what the person chose, the hour, and the day so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from vssid.apps.notifications.hours import SINGLE_A_DAY, allowed_from, digest_day, digest_time, start_of_day
from vssid.apps.notifications.keys import stable_number
from vssid.apps.notifications.messages.message import Message
from vssid.apps.notifications.models import Delivery, Notice, NoticeChoice, PushSubscription
from vssid.apps.notifications.ports import senders
from vssid.apps.notifications.selectors.leave import without_leave
from vssid.apps.notifications.vocabulary import SENT_BY_US, Channel, Priority
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM

DIGEST = "digest"
"""The code of a delivery that points at several notices."""

_Pair = tuple[int, str]
_SPREAD_SECONDS = 3600


def plan_deliveries(
    message: Message, notices: Sequence[Notice], *, now: datetime, spread: bool = False
) -> list[Delivery]:
    """Unsaved rows. Marks a notice whose pointers wait for the digest with its day. As many statements for
    one person as for a hundred.

    Nobody without a subscription gets a push row: there are many of them, and most people have none.
    """
    channels = [channel for channel in SENT_BY_US if channel in message.channels and channel in senders()]
    if not channels or not notices:
        return []
    people = [notice.person_id for notice in notices]
    wanted = _wanted(message, people, channels)
    sent_today = Counter() if message.priority is Priority.NOW else _sent_today(people, now)
    planned: dict[tuple[int, int], Delivery] = {}
    for notice in notices:
        for channel in channels:
            if (notice.person_id, channel) in wanted:
                so_far = sent_today[(notice.person_id, channel)]
                delivery = _delivery(message, notice, channel, so_far=so_far, now=now)
                if spread and not delivery.digest_on:
                    delivery.not_before = _spread(delivery, message)
                planned[(delivery.person_id, delivery.seq)] = delivery
                sent_today[(notice.person_id, channel)] += 1
    return list(planned.values())


def _wanted(message: Message, people: Sequence[int], channels: Iterable[Channel]) -> set[_Pair]:
    pairs = {(person_id, str(channel)) for person_id in people for channel in channels}
    if Channel.PUSH in message.channels:
        reached = PushSubscription.objects.filter(person_id__in=people).values_list("person_id", flat=True)
        without = set(people) - set(reached)
        pairs -= {(person_id, str(Channel.PUSH)) for person_id in without}
    refused = without_leave([(person_id, message, Channel(channel)) for person_id, channel in pairs])
    pairs -= {(person_id, channel) for person_id, _, channel in refused}
    if not message.switchable or not pairs:
        return pairs
    choices = NoticeChoice.objects.filter(person_id__in=people, topic=message.topic, wanted=False)
    return pairs - set(choices.values_list("person_id", "channel"))


def _sent_today(people: Sequence[int], now: datetime) -> Counter[_Pair]:
    today = start_of_day(now)
    months = {Month.containing(moment.astimezone(VIETNAM).date()) for moment in (today, now)}
    rows = Delivery.objects.filter(person_id__in=people, month__in=months, at__gte=today)
    return Counter(rows.values_list("person_id", "channel"))


def _delivery(message: Message, notice: Notice, channel: Channel, *, so_far: int, now: datetime) -> Delivery:
    digest = message.priority is Priority.DIGEST or (
        message.priority is Priority.SOON and so_far >= SINGLE_A_DAY
    )
    if not digest:
        return Delivery(
            person_id=notice.person_id,
            month=notice.month,
            seq=stable_number("delivery", notice.person_id, notice.seq, channel),
            notice_seq=notice.seq,
            at=now,
            not_before=allowed_from(now, at_any_hour=message.at_any_hour),
            channel=channel,
            code=message.code,
        )
    day = digest_day(now)
    notice.digest_on = day
    return Delivery(
        person_id=notice.person_id,
        # its month is the digest's: the row stands once, whatever day brought the first notice
        month=Month.containing(day),
        seq=stable_number("digest", notice.person_id, day, channel),
        notice_seq=0,
        at=now,
        not_before=digest_time(day),
        digest_on=day,
        channel=channel,
        code=DIGEST,
    )


def _spread(delivery: Delivery, message: Message) -> datetime:
    """A moment within the hour after its time, the same for the same delivery: waves sink no push service."""
    later = delivery.not_before + timedelta(seconds=delivery.seq % _SPREAD_SECONDS)
    return allowed_from(later, at_any_hour=message.at_any_hour)
