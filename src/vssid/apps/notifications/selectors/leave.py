"""Which pointers the person's data may not be used for: they did not agree, or it was limited for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vssid.apps.consents.purposes import Purpose
from vssid.apps.consents.selectors.gate import allowed
from vssid.apps.notifications.messages.message import Message
from vssid.apps.notifications.vocabulary import Channel

Pointer = tuple[int, Message, Channel]
Refused = frozenset[tuple[int, str, str]]
"""Person, code of the message, channel."""


def without_leave(pointers: Collection[Pointer]) -> Refused:
    """A statement or two for each purpose among them, however many people."""
    asked: dict[Purpose, set[int]] = {}
    for person_id, message, channel in pointers:
        for purpose in purposes_of(message, channel):
            asked.setdefault(purpose, set()).add(person_id)
    may = {purpose: allowed(purpose, people) for purpose, people in asked.items()}
    return frozenset(
        (person_id, message.code, channel)
        for person_id, message, channel in pointers
        if any(person_id not in may[purpose] for purpose in purposes_of(message, channel))
    )


def purposes_of(message: Message, channel: Channel) -> Iterator[Purpose]:
    if channel is Channel.PUSH:
        yield Purpose.PUSH
    if channel in message.consents:
        yield message.consents[channel]
    if message.switchable:
        yield Purpose.OPTIONAL_NOTICES
