"""Digits as they are said in English: ``oh``, ``double three``, ``twenty one``, ``one hundred and five``."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = {
    "zero": 0,
    "oh": 0,
    "o": 0,
    "nought": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_TEENS = {
    word: 10 + number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_TOKEN = re.compile(r"[0-9]|[a-z]+")


def digits_of(text: str) -> str:
    words = _TOKEN.findall(text.lower())
    digits, at = "", 0
    while at < len(words):
        found, taken = _group(words[at:])
        digits += found
        at += taken
    return digits


def _group(words: Sequence[str]) -> tuple[str, int]:
    """The digits that begin here and how many words they take."""
    word, after = words[0], words[1] if len(words) > 1 else ""
    if after == "hundred" and _digit(word):
        return _hundreds(_digit(word), words[2:])
    if word in _TIMES and _digit(after):
        return _digit(after) * _TIMES[word], 2
    tens, taken = _below_hundred(words)
    return (tens, taken) if taken else (_digit(word), 1)


def _hundreds(hundreds: str, rest: Sequence[str]) -> tuple[str, int]:
    joined = 1 if rest and rest[0] == "and" else 0
    tens, taken = _below_hundred(rest[joined:])
    if taken:
        return f"{hundreds}{tens}", 2 + joined + taken
    if joined and len(rest) > 1 and _digit(rest[1]):
        return f"{hundreds}0{_digit(rest[1])}", 4
    return f"{hundreds}00", 2


def _below_hundred(words: Sequence[str]) -> tuple[str, int]:
    """``thirteen``, ``twenty``, ``twenty one``: always two digits."""
    if not words:
        return "", 0
    if words[0] in _TEENS:
        return str(_TEENS[words[0]]), 1
    if words[0] not in _TENS:
        return "", 0
    unit = _digit(words[1]) if len(words) > 1 else ""
    if unit not in {"", "0"}:
        return f"{_TENS[words[0]]}{unit}", 2
    return f"{_TENS[words[0]]}0", 1


def _digit(word: str) -> str:
    if word.isascii() and word.isdigit():
        return word
    return str(_UNITS[word]) if word in _UNITS else ""
