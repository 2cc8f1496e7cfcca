"""Free text, words of a closed list, and yes or no."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from vssid.domain.values.problem import Problem, marked

_HIDDEN = (
    r"[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufeff\uffa0\ufff9-\ufffd\U000e0000-\U000e007f]"
)
"""Control and invisible characters, and the sign that a text was broken on its way here."""


class TextLength(Problem):
    code = "text_length"
    sentence = marked("This has %(entered)s characters and may have %(longest)s. Shorten it.")


class TextHiddenCharacter(Problem):
    code = "text_hidden_character"
    sentence = marked("The text holds a character that cannot be seen (%(found)s). Type it again.")


class WordUnknown(Problem):
    code = "word_unknown"
    sentence = marked("“%(entered)s” is not one of the words used here. Use one of: %(words)s.")


@dataclass(frozen=True, slots=True)
class Text:
    """Any visible text of at most ``longest`` characters, in NFC."""

    longest: int
    dtype = pl.String()

    def quick(self, text: pl.Expr) -> pl.Expr:
        return pl.when(~text.str.contains(_HIDDEN) & (text.str.len_chars() <= self.longest)).then(text)

    def slow(self, text: str) -> str:
        hidden = re.search(_HIDDEN, text)
        if hidden:
            raise TextHiddenCharacter(found=f"U+{ord(hidden[0]):04X}")
        if len(text) > self.longest:
            raise TextLength(entered=len(text), longest=self.longest)
        return text


@dataclass(frozen=True, slots=True)
class Words:
    """One of ``words``, in upper or lower case; kept as the list writes it."""

    words: tuple[str, ...]
    dtype = pl.String()

    def quick(self, text: pl.Expr) -> pl.Expr:
        return pl.when(text.is_in(self.words)).then(text)

    def slow(self, text: str) -> str:
        for word in self.words:
            if word.casefold() == text.casefold():
                return word
        raise WordUnknown(entered=text, words=", ".join(self.words))


@dataclass(frozen=True, slots=True)
class Flag:
    """``1`` or ``0``."""

    dtype = pl.Boolean()

    def quick(self, text: pl.Expr) -> pl.Expr:
        return pl.when(text == "1").then(True).when(text == "0").then(False)

    def slow(self, text: str) -> bool:
        if text.casefold() in {"1", "true"}:
            return True
        if text.casefold() in {"0", "false"}:
            return False
        raise WordUnknown(entered=text, words="0, 1")
