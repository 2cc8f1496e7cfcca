"""How alike two words are: equal, begun, or mistyped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

EQUAL, BEGUN, MISTYPED = 1.0, 0.7, 0.5
_LONG_ENOUGH_TO_BEGIN = 2
_LONG_ENOUGH_TO_GO_ON = 4
_ONE_MISTAKE_FROM, _TWO_MISTAKES_FROM = 4, 8


def alike(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    """The words of the sorted vocabulary that may be meant, each with its likeness.

    Mistakes are looked for only when nothing equals or begins with the word: who typed a real word meant it.
    """
    found = dict.fromkeys(_begun(word, vocabulary), BEGUN)
    if word in found:
        # a short word that exists is meant as it is: "the" (card) is no beginning of "theo" and "them"
        found = {**found, word: EQUAL} if len(word) >= _LONG_ENOUGH_TO_GO_ON else {word: EQUAL}
    if found or len(word) < _ONE_MISTAKE_FROM or not word.isascii():
        return found
    return dict.fromkeys(_mistyped(word, vocabulary), MISTYPED)


def _begun(word: str, vocabulary: Sequence[str]) -> Iterator[str]:
    """The word itself and, when it is long enough to say something, all that begin with it."""
    for other in islice(vocabulary, bisect_left(vocabulary, word), None):
        if not other.startswith(word):
            return
        if other == word or len(word) >= _LONG_ENOUGH_TO_BEGIN:
            yield other


def _mistyped(word: str, known: Iterable[str]) -> Iterator[str]:
    allowed = 2 if len(word) >= _TWO_MISTAKES_FROM else 1
    signs = set(word)
    for other in known:
        near = abs(len(other) - len(word)) <= allowed and len(signs - set(other)) <= allowed
        if near and other[0] == word[0] and distance(word, other) <= allowed:
            yield other


def distance(one: str, other: str) -> int:
    """Least number of signs added, dropped, changed or swapped with their neighbour."""
    two_above: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, two_above[j - 2] + 1)
            row.append(cost)
        two_above, above = above, row
    return above[-1]
