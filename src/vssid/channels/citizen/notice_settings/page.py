"""What can be chosen about notices, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from vssid.apps.notifications.selectors.choices import Choice, Freedom
from vssid.apps.notifications.selectors.subscriptions import PushDevice
from vssid.apps.notifications.vocabulary import Channel, Topic
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day


@dataclass(frozen=True, slots=True)
class Box:
    """One check box; ``fixed``: it cannot be switched off."""

    value: str
    words: str
    on: bool
    fixed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """``note`` says why something cannot be switched off."""

    title: str
    note: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Device:
    id: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class Page:
    """``push_key`` is empty where this installation sends no push messages."""

    groups: tuple[Group, ...]
    devices: tuple[Device, ...]
    push_key: str


def drawn(found: Sequence[Choice], devices: Iterable[PushDevice], *, push_key: str) -> Page:
    by_topic = groupby(found, key=lambda choice: choice.topic)
    return Page(
        groups=tuple(_group(topic, tuple(several)) for topic, several in by_topic),
        devices=tuple(
            Device(one.id, one.name or _("Unknown browser"), day(one.since.astimezone(VIETNAM).date()))
            for one in devices
        ),
        push_key=push_key,
    )


def pair_of(value: str) -> tuple[str, str]:
    """``topic:channel`` as a pair; a value without a colon gives a pair nobody offers."""
    topic, _colon, channel = value.partition(":")
    return topic, channel


def _group(topic: Topic, several: tuple[Choice, ...]) -> Group:
    words = {
        Channel.PUSH: _("Short notice on the device"),
        Channel.EMAIL: _("E-mail"),
        Channel.SMS: _("Text message"),
    }
    boxes = tuple(
        Box(f"{one.topic}:{one.channel}", words[one.channel], one.wanted, one.freedom is Freedom.NONE)
        for one in several
    )
    return Group(_(topic.english), _why(topic, several), boxes)


def _why(topic: Topic, several: tuple[Choice, ...]) -> str:
    if all(one.freedom is Freedom.FREE for one in several):
        return ""
    said = {
        Topic.SECURITY: _("Always sent: it shows when somebody else uses the account."),
        Topic.DOSSIER: _("Decisions, delays and requests for papers are always sent."),
        Topic.STATEMENT: _("The monthly statement of contributions is always sent: the law asks for it."),
        Topic.EMPLOYER: _("Who acts for an employer is always sent what the employer owes."),
        Topic.CARD: _("That a card is no longer valid is always sent."),
        Topic.BENEFIT: _("Returned payments, yearly checks and unemployment deadlines are always sent."),
        Topic.PAYMENT: _("That a refund is waiting is always sent."),
        Topic.ACCOUNT: _("The answer to a look-up of the insurance number is always sent."),
    }
    return said.get(topic) or _("Always sent: a right or a deadline depends on it.")
