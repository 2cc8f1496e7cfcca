"""What a person is told on which channel, and what of it can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vssid.apps.notifications.messages.loading import catalogue
from vssid.apps.notifications.messages.message import Message
from vssid.apps.notifications.models import NoticeChoice
from vssid.apps.notifications.ports import senders
from vssid.apps.notifications.vocabulary import SENT_BY_US, Channel, Topic
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


class Freedom(StrEnum):
    """FREE: the topic may be switched off on the channel. PARTLY: some of it is always sent. NONE: all is."""

    FREE = "free"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """``wanted`` is True where nothing can be chosen."""

    topic: Topic
    channel: Channel
    freedom: Freedom
    wanted: bool


def choices(actor: Actor) -> tuple[Choice, ...]:
    """Every topic and channel the catalogue uses and this installation sends on, in their order."""
    if actor.person_id is None:
        raise NotFound
    rows = NoticeChoice.objects.filter(person_id=actor.person_id, wanted=False)
    refused = set(rows.values_list("topic", "channel"))
    return tuple(
        Choice(topic, channel, freedom, freedom is Freedom.NONE or (topic, channel) not in refused)
        for topic in Topic
        for channel in SENT_BY_US
        if channel in senders()
        for freedom in freedom_of(topic, channel)
    )


def freedom_of(topic: Topic, channel: Channel) -> Iterable[Freedom]:
    """One, or none when no message of the topic goes out on the channel without being agreed to."""
    free = {
        one.switchable for one in _messages(topic) if channel in one.channels and channel not in one.consents
    }
    if free == {True}:
        yield Freedom.FREE
    elif free == {False}:
        yield Freedom.NONE
    elif free:
        yield Freedom.PARTLY


def _messages(topic: Topic) -> Iterable[Message]:
    """What stands in no inbox is no notice: somebody asked for it, and it goes where they asked from."""
    return (one for one in catalogue().values() if one.topic is topic and Channel.INBOX in one.channels)
