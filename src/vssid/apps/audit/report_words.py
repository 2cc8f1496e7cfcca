"""What a person wrote in a report: sealed to its row, under a key of its own that can be deleted."""

from __future__ import annotations

from vssid.kit.sealing import seal_erasable
from vssid.kit.subject_keys import erase


def sealed_words(words: str, person_id: int, seq: int) -> str:
    place = f"{person_id},{seq}"
    return seal_erasable(words, subject=f"report:{place}", table="report", pk=place, field="words")


def erase_words(person_id: int, seq: int) -> None:
    """From older copies of the row too."""
    erase(f"report:{person_id},{seq}")
