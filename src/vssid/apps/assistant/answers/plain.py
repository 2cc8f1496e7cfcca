"""A question as it is compared: no accents, no capitals, dialect and short forms as commonly said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from unicodedata import normalize

from vssid.apps.assistant.answers.files import said_otherwise
from vssid.kit.folding import fold

LONGEST = 400
"""Signs of a question that are looked at; nobody asks more in one breath."""
_SPACED = ("vi", "en")
"""Languages written with spaces; in the others a word may stand anywhere."""
_TELEX = re.compile(
    r"(?P<onset>ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|dd|[bcdghklmnpqrstvx])?"
    r"(?P<vowels>[aeiouyw]+)(?P<tone>[sfrxj])?(?P<coda>ng|nh|ch|[cmnpt])?(?P<late>[sfrxj])?"
)
"""A syllable typed with the keys of the Telex method and no program to turn them into accents: ``hieejn``."""
_DOUBLED = re.compile(r"([aeo])\1")


def plain(text: str, language: str) -> str:
    """Folded, with the words of ``words/<language>.yaml`` in place of what was said."""
    small = normalize("NFC", text[:LONGEST]).lower()
    with_marks, folded = _replacers(language)
    words = fold(with_marks(small))
    if language == "vi":
        words = " ".join(_without_telex(word) for word in words.split())
    return folded(words)


def has_no_marks(text: str) -> bool:
    """Whether it was typed without a single Vietnamese accent."""
    return normalize("NFC", text).isascii()


def _without_telex(word: str) -> str:
    """No Vietnamese syllable ends in s, f, r, x or j, has a w or doubles a letter: such a one is Telex."""
    found = _TELEX.fullmatch(word)
    if not found:
        return word
    onset, vowels, tone, coda, late = (part or "" for part in found.groups())
    bare = _DOUBLED.sub(r"\1", vowels.replace("w", "" if vowels.strip("w") else "u"))
    if not (tone or late or bare != vowels or onset == "dd"):
        return word
    return onset.replace("dd", "d") + bare + coda


@cache
def _replacers(language: str) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """One for text with its accents, one for folded text."""
    said = said_otherwise(language)
    marked = {word: meant for word, meant in said.items() if fold(word) != word}
    bare = {word: fold(meant) for word, meant in said.items() if fold(word) == word}
    spaced = language in _SPACED
    return _replacer({normalize("NFC", word).lower(): meant for word, meant in marked.items()}, spaced), (
        _replacer(bare, spaced)
    )


def _replacer(words: Mapping[str, str], spaced: bool) -> Callable[[str], str]:
    """The longest first, so that a phrase goes before its words."""
    if not words:
        return str
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{either})\b" if spaced else either)
    return lambda text: pattern.sub(lambda found: words[found[0]], text)
