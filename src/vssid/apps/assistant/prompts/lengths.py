"""How long a text takes to say, without saying it: letters, and pauses at the signs between them.

Fitted by least squares to what espeak-ng made of the shipped texts; at most 1.4 seconds from each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_SECONDS = 30
LONGEST_BREATH = 7
"""Seconds without a pause, at the pace of a calm speaker."""


@dataclass(frozen=True, slots=True)
class _Pace:
    """Milliseconds of a letter, of the pause at a comma and at a full stop.

    ``character``, ``figure``, ``latin``: how many letters each of these is said with, where the voice is
    given another spelling of them.
    """

    letter: int
    comma: int
    stop: int
    character: float = 1
    figure: float = 1
    latin: float = 1


_PACES = {
    "vi": _Pace(79, 240, 330),
    "en": _Pace(74, 350, 520),
    "zh-hans": _Pace(211, 210, 220),
    "ko": _Pace(225, 340, 490),
    "ja": _Pace(132, 480, 590, character=2, figure=2.7, latin=2.2),
}
_EDGES = 150
"""Milliseconds before and after what is said."""
_PAUSES = re.compile(r"[,;:.?!、。，；：？！]")
_STOPS = ".?!。？！"
_UNSAID = re.compile(r"[^\w]|_")
_CHARACTER = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_FIGURE = re.compile(r"\d")
_LATIN = re.compile(r"[A-Za-z]")
_WITHIN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")


@dataclass(frozen=True, slots=True)
class Length:
    """Milliseconds. ``breath``: the longest stretch without a pause."""

    whole: int
    breath: int


def length(text: str, language: str) -> Length:
    """``text`` as it is heard, without placeholders."""
    text = _WITHIN_NUMBER.sub("", text)
    pace, signs = _PACES[language], _PAUSES.findall(text.rstrip(" ,;:.?!、。，；：？！"))
    stretches = [round(_letters(part, pace) * pace.letter) for part in _PAUSES.split(text)]
    pauses = sum(pace.stop if sign in _STOPS else pace.comma for sign in signs)
    return Length(_EDGES + sum(stretches) + pauses, max(stretches))


def _letters(part: str, pace: _Pace) -> float:
    more = (
        (pace.character - 1) * len(_CHARACTER.findall(part))
        + (pace.figure - 1) * len(_FIGURE.findall(part))
        + (pace.latin - 1) * len(_LATIN.findall(part))
    )
    return len(_UNSAID.sub("", part)) + more
