"""How well an entry fits what was typed: the same figure whatever database it lies in."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

LEAST = 0.34
_COVERED, _ALIKE, _WHOLE_WORDS, _BEGINNING = 0.5, 0.25, 0.15, 0.1
_CODE = 2.0


class Fit:
    """Scores entries against the ``words`` typed."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = frozenset(words)
        self._count = len(words)
        self._typed = " ".join(words)
        self._trigrams = _trigrams(words)

    def score(self, folded: str) -> float:
        """0 to 1; 2 for the code itself. ``folded`` as Entry keeps it."""
        name, english, code = (part.strip() for part in folded.split(" | "))
        if self._typed == code:
            return _CODE
        return max(self._fit(name), self._fit(english) if english else 0.0)

    def _fit(self, part: str) -> float:
        held_words = part.split()
        held = _trigrams(held_words)
        common = len(self._trigrams & held)
        whole = len(self._words.intersection(held_words)) / self._count
        return round(
            _COVERED * common / len(self._trigrams)
            + _ALIKE * common / (len(self._trigrams) + len(held) - common)
            + _WHOLE_WORDS * whole
            + _BEGINNING * part.startswith(self._typed),
            6,
        )


def _trigrams(words: Collection[str]) -> frozenset[str]:
    return frozenset().union(*map(_of_word, words))


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> frozenset[str]:
    """As pg_trgm cuts a word: two spaces before, one after."""
    padded = f"  {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
