"""What a person wrote in a report: sealed to its row, under a key of its own that can be deleted."""

from __future__ import annotations

from vssid.apps.audit.models import Report
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable
from vssid.kit.subject_keys import erase


def sealed_words(words: str, person_id: int, seq: int) -> str:
    place = f"{person_id},{seq}"
    subject = subject_of(Report, person_id=person_id, seq=seq)
    return seal_erasable(words, subject=subject, table="report", pk=place, field="words")


def erase_words(person_id: int, seq: int) -> None:
    """From older copies of the row too."""
    erase(subject_of(Report, person_id=person_id, seq=seq))
