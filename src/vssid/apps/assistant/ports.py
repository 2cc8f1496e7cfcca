"""What the assistant may ask of others: which of a few approved answers is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Chooser(Protocol):
    def choose(self, question: str, titles: Sequence[str]) -> int | None:
        """The place of the title that answers the question, from 1 on; None when it cannot say.

        Never raises, and does not take longer than somebody at a telephone waits: two seconds.
        """


class _Parts:
    chooser: Chooser | None = None


def join_chooser(part: Chooser | None) -> None:
    """Called once at start by the project's wiring, where one is wanted at all."""
    _Parts.chooser = part


def choose(question: str, titles: Sequence[str]) -> int | None:
    """None where no chooser is joined. What is no place in the list is None, whoever said it."""
    if _Parts.chooser is None:
        return None
    place = _Parts.chooser.choose(question, titles)
    return place if place is not None and 0 < place <= len(titles) else None
