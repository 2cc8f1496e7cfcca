"""Words one slip of the finger apart: a letter left out, added, replaced or exchanged with its neighbour."""

from __future__ import annotations


def forms(word: str) -> tuple[str, ...]:
    """The word and the word without each of its letters. Words one slip apart have one of these in common."""
    return tuple(dict.fromkeys((word, *(word[:place] + word[place + 1 :] for place in range(len(word))))))


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether exactly one slip turns one into the other."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    start = next(
        (place for place, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other),
        min(len(typed), len(meant)),
    )
    one, other = typed[start:], meant[start:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[:2][::-1] and one[2:] == other[2:])
