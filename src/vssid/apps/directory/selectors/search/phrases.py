"""What was typed, as words with the words that may have been meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vssid.apps.directory.models import Word
from vssid.kit.folding import fold_spelled_out
from vssid.kit.one_slip import forms, is_one_slip

MOST_WORDS = 8
_SHORTEST_MISTYPED, _LONGEST_MISTYPED = 3, 20


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word. ``near``: words of the catalogue one slip of the finger away. ``counts``: entries that
    have the word and each near one; 0 for a word the catalogue lacks (it may still be the start of one).
    """

    word: str
    counts: Mapping[str, int]
    near: tuple[str, ...]

    @property
    def known(self) -> bool:
        return self.counts[self.word] > 0


def read(kind: str, typed: str) -> tuple[Term, ...]:
    """The first words of ``typed`` in one statement."""
    words = list(dict.fromkeys(fold_spelled_out(typed).split()))[:MOST_WORDS]
    slips = {word: forms(word) if _may_be_mistyped(word) else (word,) for word in words}
    asked = set().union(*slips.values()) if words else set()
    counts = dict(Word.objects.filter(kind=kind, form__in=asked).values_list("word", "count"))
    return tuple(_term(word, counts, len(slips[word]) > 1) for word in words)


def _term(word: str, counts: Mapping[str, int], forgiving: bool) -> Term:
    near = tuple(sorted(other for other in counts if is_one_slip(word, other))) if forgiving else ()
    return Term(word, {word: counts.get(word, 0)} | {other: counts[other] for other in near}, near)


def _may_be_mistyped(word: str) -> bool:
    return _SHORTEST_MISTYPED <= len(word) <= _LONGEST_MISTYPED and word.isascii() and not word.isdigit()
