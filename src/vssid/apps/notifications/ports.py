"""What notifications ask of others: who reads a notice, where they are reached, and who sends it there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from vssid.apps.notifications.vocabulary import Channel


@dataclass(frozen=True, slots=True)
class Contact:
    """``language``: of the account. Empty ``phone`` or ``email``: none that may be used."""

    language: str
    phone: str = ""
    email: str = ""


class ContactBook(Protocol):
    def readers(self, person_ids: Collection[int], *, today: date) -> Mapping[int, int]:
        """Who reads what is about each person: themselves, a child's guardian. Nobody for the dead: they
        are left out."""

    def contacts(self, person_ids: Collection[int]) -> Mapping[int, Contact]:
        """Where each living person is reached; the dead and the unknown are left out."""


@dataclass(frozen=True, slots=True)
class EnclosedFile:
    """A PDF the reader asked to be sent."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One pointer, ready to go. ``key`` stays the same for every try: the receiver may drop the second.

    ``addresses``: one e-mail address or telephone number; for push, the JSON of each browser's subscription.
    """

    key: str
    addresses: tuple[str, ...]
    text: str
    subject: str = ""
    language: str = "vi"
    urgent: bool = False
    file: EnclosedFile | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """It was taken over. ``gone``: those of the addresses that exist no more."""

    gone: tuple[str, ...] = ()


class TryLater(Exception):
    """The other side does not answer or is busy. ``seconds``: how long it asked to be left alone."""

    def __init__(self, why: str, *, seconds: int = 0) -> None:
        super().__init__(why)
        self.seconds = seconds


class AddressGone(Exception):
    """Nobody takes messages at the address any more; trying again does not help."""


Send = Callable[[Outgoing], Receipt]


class Sender(Protocol):
    """Sends on one channel."""

    def open(self) -> AbstractContextManager[Send]:
        """A connection for one thread. It may raise TryLater or AddressGone, and touches no table."""


@dataclass
class _Parts:
    contact_book: ContactBook | None = None
    senders: dict[Channel, Sender] = field(default_factory=dict)


_joined = _Parts()


def join_contact_book(part: ContactBook) -> None:
    """Called once at start by the project's wiring, as is :func:`join_sender`."""
    _joined.contact_book = part


def join_sender(channel: Channel, part: Sender) -> None:
    _joined.senders[channel] = part


def contact_book() -> ContactBook:
    if _joined.contact_book is None:
        raise RuntimeError("no contact book is joined")
    return _joined.contact_book


def senders() -> Mapping[Channel, Sender]:
    """The channels this installation sends on."""
    return _joined.senders
