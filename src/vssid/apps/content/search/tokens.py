"""Texts cut into words to compare: no accents, no capitals; pairs of signs where no spaces are written.

Folding keeps every character in its place, so that what was found can be marked in the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
"""Kana, Han and Hangul."""
_WORD = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` folded, ``raw`` with its accents; ``start`` and ``end`` in the text they come from."""

    text: str
    raw: str
    start: int
    end: int


def composed(text: str) -> str:
    """One character for a letter with its accents, as texts are kept and compared."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """As long as ``text`` (which is composed): ``Hưu trí`` becomes ``huu tri``, ``Đồng`` becomes ``dong``."""
    return text.translate(_FOLDED)


def tokens(text: str) -> Iterator[Token]:
    """The words of a composed text in order."""
    plain, low = folded(text), text.lower()
    if len(low) != len(text):
        low = plain
    for run in _WORD.finditer(plain):
        start, end = run.span()
        if re.match(f"[{_UNSPACED}]", run[0]) and end - start > 1:
            for at in range(start, end - 1):
                yield Token(plain[at : at + 2], low[at : at + 2], at, at + 2)
        else:
            yield Token(run[0], low[start:end], start, end)


class _Folded(dict[int, str]):
    """Filled as signs are met, so that a whole text is folded in one stroke."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded_sign(chr(code))
        return self[code]


_FOLDED = _Folded()


def _folded_sign(sign: str) -> str:
    if sign in "đĐ":
        return "d"
    letter = unicodedata.normalize("NFD", sign)[0] if sign > "\x7f" else sign
    if letter.isascii():
        return letter.lower()
    # a letter whose small form is two signs would move all that follow
    return sign.lower() if len(sign.lower()) == 1 else sign
