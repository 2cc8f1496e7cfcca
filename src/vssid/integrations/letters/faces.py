"""Which letters our faces hold, and what is printed for one that none of them does."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from vssid.kit.discretion import bare

NOT_HELD = "□"
"""As printers mark a letter they lack; a reader sees that something stood here."""


@dataclass(frozen=True)
class Faces:
    """The faces in the folder ``fonts``. Every weight of a family holds the same letters."""

    fonts: Path

    def printable(self, value: Any) -> Any:
        """``value`` (texts in lists and mappings) with each letter that no face holds replaced.

        PDF/UA-1 allows no missing glyph: one odd letter in the name of an employer would otherwise keep all
        its workers from their papers.
        """
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            return {key: self.printable(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.printable(part) for part in value]
        return value

    def _text(self, text: str) -> str:
        text = bare(text)
        if text.isascii() and text.isprintable():
            return text
        held, carrier = "", ""
        for letter in text:
            if letter == "\n":
                held += letter
            elif unicodedata.category(letter) in {"Cc", "Cf"}:
                continue
            elif not unicodedata.combining(letter):
                carrier = letter if self._holds(letter) else NOT_HELD
                held += carrier
            elif self._holds(carrier, letter):
                held += letter
        return held

    def _holds(self, *letters: str) -> bool:
        """Whether one face has all of ``letters``: a mark is drawn by the face that draws its carrier."""
        wanted = {ord(letter) for letter in letters if letter}
        return any(wanted <= face for face in self._letters)

    @cached_property
    def _letters(self) -> list[frozenset[int]]:
        """Read once a process: some tenths of a second."""
        from fontTools.ttLib import TTFont

        letters = set()
        for path in sorted(self.fonts.glob("*.ttf")):
            with TTFont(path, lazy=True) as face:
                # nobody asks what its shapes are called; else each gets a name made up first
                face.setGlyphOrder([""] * face["maxp"].numGlyphs)
                letters.add(frozenset(face.getBestCmap()))
        return sorted(letters, key=len)
