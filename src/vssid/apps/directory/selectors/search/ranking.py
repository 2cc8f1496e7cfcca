"""How well an entry fits what was typed: the same figure whatever database it lies in."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

LEAST = 0.34
_COVERED, _ALIKE, _WHOLE_WORDS, _BEGINNING = 0.5, 0.25, 0.15, 0.1
_CODE = 2.0


def score(words: tuple[str, ...], folded: str) -> float:
    """0 to 1; 2 for the code itself. ``folded`` as :class:`~vssid.apps.directory.models.Entry` keeps it."""
    name, english, code = (part.strip() for part in folded.split(" | "))
    typed = " ".join(words)
    if typed == code:
        return _CODE
    return max(_fit(words, typed, name), _fit(words, typed, english) if english else 0.0)


def _fit(words: tuple[str, ...], typed: str, part: str) -> float:
    asked, held = _trigrams(words), _trigrams(tuple(part.split()))
    common = len(asked & held)
    whole = len(set(words) & set(part.split())) / len(words)
    return round(
        _COVERED * common / len(asked)
        + _ALIKE * common / len(asked | held)
        + _WHOLE_WORDS * whole
        + _BEGINNING * part.startswith(typed),
        6,
    )


def _trigrams(words: Collection[str]) -> frozenset[str]:
    return frozenset().union(*map(_of_word, words)) if words else frozenset()


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> frozenset[str]:
    """As pg_trgm cuts a word: two spaces before, one after."""
    padded = f"  {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
