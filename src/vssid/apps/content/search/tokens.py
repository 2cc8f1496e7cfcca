"""Texts cut into words to compare: no accents, no capitals; pairs of signs where no spaces are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from vssid.kit.folding import fold_in_place

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


def tokens(text: str) -> Iterator[Token]:
    """The words of a composed text in order."""
    plain, low = fold_in_place(text), text.lower()
    if len(low) != len(text):
        low = plain
    for run in _WORD.finditer(plain):
        start, end = run.span()
        if re.match(f"[{_UNSPACED}]", run[0]) and end - start > 1:
            for at in range(start, end - 1):
                yield Token(plain[at : at + 2], low[at : at + 2], at, at + 2)
        else:
            yield Token(run[0], low[start:end], start, end)
