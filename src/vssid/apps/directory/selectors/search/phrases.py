"""What was typed, as words with the words that may have been meant."""

from __future__ import annotations

import string
from dataclasses import dataclass

from vssid.apps.directory.models import Word
from vssid.kit.folding import fold_spelled_out

MOST_WORDS = 8
_SIGNS = string.ascii_lowercase + string.digits
_SHORTEST_MISTYPED = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word. ``near``: words of the catalogue one slip of the finger away. ``count``: entries that
    have the word itself, 0 for one the catalogue does not know (it may still be the start of one)."""

    word: str
    count: int
    near: tuple[str, ...]

    @property
    def known(self) -> bool:
        return self.count > 0


def read(kind: str, typed: str) -> tuple[Term, ...]:
    """The first words of ``typed`` in one statement."""
    words = list(dict.fromkeys(fold_spelled_out(typed).split()))[:MOST_WORDS]
    slips = {word: _one_slip_away(word) for word in words}
    asked = set(words).union(*slips.values()) if words else set()
    counts = dict(Word.objects.filter(kind=kind, word__in=asked).values_list("word", "count"))
    return tuple(
        Term(
            word=word,
            count=counts.get(word, 0),
            near=tuple(sorted(other for other in slips[word] if other in counts and other != word)),
        )
        for word in words
    )


def _one_slip_away(word: str) -> set[str]:
    """A letter left out, doubled, exchanged with its neighbour or replaced."""
    if len(word) < _SHORTEST_MISTYPED or len(word) > 20 or word.isdigit() or not word.isascii():
        return set()
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    dropped = {left + right[1:] for left, right in splits if right}
    replaced = {left + sign + right[1:] for left, right in splits if right for sign in _SIGNS}
    added = {left + sign + right for left, right in splits for sign in _SIGNS}
    return swapped | dropped | replaced | added
