"""Texts in a picture: where they stand, and how they are kept from standing on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vssid.kit.formats.styles import JOINER

LINE = 17
"""From one line of text to the next, in units of the view box."""
_LETTER, _WIDE_LETTER = 8.0, 14.5
_EAST_ASIAN = 0x1100


@dataclass(frozen=True, slots=True)
class Mark:
    """A text in the picture; ``anchor`` is start, middle or end, ``y`` its baseline. ``kind`` is a class."""

    x: float
    y: float
    text: str
    anchor: str
    kind: str = ""

    @property
    def across(self) -> tuple[float, float]:
        """From where to where it reaches, rather too much than too little."""
        letters = self.text.replace(JOINER, "")
        width = sum(_WIDE_LETTER if ord(letter) >= _EAST_ASIAN else _LETTER for letter in letters)
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return left, left + width

    def touches(self, other: Mark) -> bool:
        left, right = self.across
        other_left, other_right = other.across
        return left < other_right and other_left < right and abs(self.y - other.y) < LINE


def kept_apart(marks: Sequence[Mark], *, top: float, bottom: float) -> tuple[Mark, ...]:
    """The marks as near to where they were wanted as there is room, the first ones first.

    Baselines stay between ``top`` and ``bottom``. When a mark finds no free place all stand in even lines.
    """
    placed: list[Mark] = []
    for mark in marks:
        wanted = min(max(mark.y, top), bottom)
        places = sorted(range(int(top), int(bottom) + 1), key=lambda y: abs(y - wanted))
        tries = (replace(mark, y=float(y)) for y in places)
        found = next((one for one in tries if not any(one.touches(other) for other in placed)), None)
        if found is None:
            return _in_even_lines(marks, top)
        placed.append(found)
    return tuple(placed)


def _in_even_lines(marks: Sequence[Mark], top: float) -> tuple[Mark, ...]:
    order = sorted(range(len(marks)), key=lambda place: marks[place].y)
    return tuple(replace(marks[place], y=top + LINE * order.index(place)) for place in range(len(marks)))
