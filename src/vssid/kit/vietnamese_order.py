"""The order of a Vietnamese dictionary as a text that any database sorts rightly.

Syllable by syllable: first the letters (a ă â b c d đ e ê …), then the tone (level, huyền, hỏi, ngã, sắc,
nặng). A number counts by its value. The key has only digits and small letters: any collation will do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import takewhile

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = {("a", "\u0306"): "1", ("a", "\u0302"): "2", ("e", "\u0302"): "1", ("o", "\u0302"): "1"} | {
    ("o", "\u031b"): "2",
    ("u", "\u031b"): "1",
}
_SURE = frozenset("bcfghjklmnpqrstvwxz")
_END_OF_SYLLABLE = "0"
_NUMBER = "1"
_OTHER_SCRIPT = "zz"


def sort_key(text: str) -> str:
    """Sorts before another key where a dictionary puts the text before the other's."""
    lowered = unicodedata.normalize("NFD", text.lower())
    spaced = "".join(sign if sign.isalnum() or unicodedata.combining(sign) else " " for sign in lowered)
    return "".join(_syllable(word) for word in spaced.split())


def first_key(folded: str) -> tuple[str, str]:
    """The span [first, after) of the keys of all texts that may begin with a folded word; empty when unknown.

    Only its consonants before the first vowel are sure: marks and tone are not in a folded word.
    """
    sure = "".join(takewhile(_SURE.__contains__, folded))
    if not sure:
        return "", ""
    key = "".join(f"{sign}0" for sign in sure)
    return key, f"{key[:-1]}1"


@lru_cache(maxsize=20_000)
def _syllable(word: str) -> str:
    if word.isascii() and word.isdigit():
        digits = word.lstrip("0") or "0"
        return f"{_NUMBER}{min(len(digits), 9)}{digits}{_END_OF_SYLLABLE}0"
    letters: list[str] = []
    tone = "0"
    for sign in word:
        if sign in _TONES:
            tone = _TONES[sign]
        elif unicodedata.combining(sign):
            if letters and (shape := _SHAPES.get((letters[-1][0], sign))):
                letters[-1] = letters[-1][0] + shape
        else:
            letters.append(_letter(sign))
    return "".join(letters) + _END_OF_SYLLABLE + tone


def _letter(sign: str) -> str:
    if sign == "đ":
        return "d1"
    if sign.isascii():
        return f"{_NUMBER}1{sign}" if sign.isdigit() else f"{sign}0"
    return f"{_OTHER_SCRIPT}{ord(sign):06x}"
