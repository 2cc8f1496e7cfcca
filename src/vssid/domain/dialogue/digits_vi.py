"""Digits as they are said in Vietnamese: one by one, in tens and hundreds, or both mixed.

Marks may be missing or composed in either way. A word that is no number is passed over, except between the
parts of one group.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_ZEROS = {"linh", "lẻ"}
_TEN, _TENS, _HUNDRED = "mười", "mươi", "trăm"
_TEN_UNMARKED = "muoi"
_TOKEN = re.compile(r"[0-9]|[^\W\d_]+")


def digits_of(text: str) -> str:
    """``hai mươi mốt`` gives 21, ``mười hai`` 12, ``một trăm linh năm`` 105, ``không chín`` 09."""
    words = _words(text)
    digits, at = "", 0
    while at < len(words):
        found, taken = _group(words[at:])
        digits += found
        at += taken
    return digits


def without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def _words(text: str) -> list[str]:
    words = _TOKEN.findall(unicodedata.normalize("NFC", text.lower()))
    return [_UNMARKED.get(word, word) for word in words]


# words with marks mean only themselves: "từ" (from) is no "tư"; without marks they are taken for numbers
_UNMARKED = {without_marks(word): word for word in [*_UNITS, *_ZEROS, _HUNDRED]}


def _group(words: Sequence[str]) -> tuple[str, int]:
    """The digits that begin here and how many words they take."""
    hundreds, at = _hundreds(words)
    if at:
        tail, more = _after_hundreds(words[at:])
        return f"{hundreds}{tail}", at + more
    tens, taken = _tens(words)
    if taken:
        return tens, taken
    return _digit(words[0]), 1


def _hundreds(words: Sequence[str]) -> tuple[str, int]:
    if len(words) > 1 and words[1] == _HUNDRED and _digit(words[0]):
        return _digit(words[0]), 2
    return "", 0


def _after_hundreds(words: Sequence[str]) -> tuple[str, int]:
    """What follows ``trăm``: ``linh năm``, ``hai mươi``, or nothing, which is 00."""
    if len(words) > 1 and words[0] in _ZEROS and _digit(words[1]):
        return f"0{_digit(words[1])}", 2
    tens, taken = _tens(words)
    return (tens, taken) if taken else ("00", 0)


def _tens(words: Sequence[str]) -> tuple[str, int]:
    """``mười``, ``mười hai``, ``hai mươi``, ``hai mươi mốt``: always two digits."""
    if words and words[0] in {_TEN, _TEN_UNMARKED}:
        return _with_unit("1", words[1:], 1)
    if len(words) > 1 and words[1] in {_TENS, _TEN_UNMARKED} and _digit(words[0]) not in {"", "0"}:
        return _with_unit(_digit(words[0]), words[2:], 2)
    return "", 0


def _with_unit(tens: str, rest: Sequence[str], taken: int) -> tuple[str, int]:
    """A unit belongs to the tens unless it begins a group of its own: ``hai mươi | ba mươi``."""
    begins_a_group = len(rest) > 1 and rest[1] in {_TENS, _TEN_UNMARKED, _HUNDRED}
    if rest and rest[0] in _UNITS and rest[0] != "không" and not begins_a_group:
        return f"{tens}{_UNITS[rest[0]]}", taken + 1
    return f"{tens}0", taken


def _digit(word: str) -> str:
    if word.isascii() and word.isdigit():
        return word
    if word in _ZEROS:
        return "0"
    return str(_UNITS[word]) if word in _UNITS else ""
