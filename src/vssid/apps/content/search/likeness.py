"""How alike two words are: equal, begun, or mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

EQUAL, BEGUN, MISTYPED = 1.0, 0.7, 0.5
_LONG_ENOUGH_TO_BEGIN = 2
_ONE_MISTAKE_FROM, _TWO_MISTAKES_FROM = 4, 8


def alike(word: str, vocabulary: Iterable[str]) -> dict[str, float]:
    """The words of the vocabulary that may be meant, each with its likeness.

    Mistakes are looked for only when nothing equals or begins with the word: who typed a real word meant it.
    """
    known = list(vocabulary)
    found = {other: EQUAL if other == word else BEGUN for other in known if _begins(word, other)}
    if found or len(word) < _ONE_MISTAKE_FROM or not word.isascii():
        return found
    return dict.fromkeys(_mistyped(word, known), MISTYPED)


def _begins(word: str, other: str) -> bool:
    return other == word or (len(word) >= _LONG_ENOUGH_TO_BEGIN and other.startswith(word))


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
