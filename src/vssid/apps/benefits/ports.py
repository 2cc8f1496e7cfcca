"""What benefits ask of others: whether a bank account bears a person's name."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class NameAnswer(StrEnum):
    """CLOSE: almost, as without marks or with a part left out. UNAVAILABLE: the bank does not answer now."""

    MATCH = "match"
    CLOSE = "close"
    NO_MATCH = "no_match"
    UNAVAILABLE = "unavailable"


class NameCheck(Protocol):
    def ask(self, *, bank: str, number: str, name: str) -> NameAnswer:
        """Whether the account ``number`` of the bank with the id ``bank`` is held by ``name``.

        Never raises: a bank that is away is UNAVAILABLE.
        """


class _Parts:
    names: NameCheck | None = None


def join_name_check(part: NameCheck) -> None:
    """Called once at start by the project's wiring."""
    _Parts.names = part


def ask_name(*, bank: str, number: str, name: str) -> NameAnswer:
    """UNAVAILABLE where no bank is connected."""
    if _Parts.names is None:
        return NameAnswer.UNAVAILABLE
    return _Parts.names.ask(bank=bank, number=number, name=name)
