"""What notifications ask of others: who reads a notice, and where they can be reached."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol


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


class _Joined:
    contact_book: ContactBook | None = None


def join_contact_book(part: ContactBook) -> None:
    """Called once at start by the project's wiring."""
    _Joined.contact_book = part


def contact_book() -> ContactBook:
    if _Joined.contact_book is None:
        raise RuntimeError("no contact book is joined")
    return _Joined.contact_book
