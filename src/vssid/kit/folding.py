"""Vietnamese text without what people leave out when they type: marks, capitals, punctuation, long forms.

Databases compare folded text byte by byte, so that SQLite and PostgreSQL find the same rows.
"""

from __future__ import annotations

import re
import unicodedata

from vssid.kit.abbreviations import IN_NAMES

_NOT_WORD = re.compile(r"[\W_]+")
_UNIT_BEFORE_NUMBER = re.compile(r"\b([qp])\s?(\d{1,2})\b")
_UNITS = {"q": "quan", "p": "phuong"}


def without_marks(text: str) -> str:
    """Capitals stay: ``Đắk Lắk`` becomes ``Dak Lak``."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def fold(text: str) -> str:
    """Lower case, no marks, đ as d, one space between words, nothing but letters and digits of any script."""
    # apart before the case too: "ℍ" is a capital only once it is written as H
    small = unicodedata.normalize("NFKD", text).casefold()
    plain = without_marks(unicodedata.normalize("NFKD", small))
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def fold_spelled_out(text: str) -> str:
    """:func:`fold` with the abbreviations of places and firms in full: ``BV TP.HCM``, ``Q.5``."""
    numbered = _UNIT_BEFORE_NUMBER.sub(lambda found: f"{_UNITS[found[1]]} {found[2]}", fold(text))
    return " ".join(IN_NAMES.get(word, word) for word in numbered.split())


def fold_in_place(text: str) -> str:
    """``Hưu trí`` becomes ``huu tri``: a composed text keeps its length, and finds their place in it."""
    return text.translate(_IN_PLACE)


class _InPlace(dict[int, str]):
    """Filled as signs are met, so that a whole text is folded in one stroke."""

    def __missing__(self, code: int) -> str:
        self[code] = _sign_in_place(chr(code))
        return self[code]


_IN_PLACE = _InPlace()


def _sign_in_place(sign: str) -> str:
    if sign in "đĐ":
        return "d"
    letter = unicodedata.normalize("NFD", sign)[0] if sign > "\x7f" else sign
    if letter.isascii():
        return letter.lower()
    # a letter whose small form is two signs would move all that follow
    return sign.lower() if len(sign.lower()) == 1 else sign
