"""Written texts as they are said: abbreviations in full, signs in words, brackets as pauses, figures spelled.

A voice reads ``1.000.000`` as "a million, nothing", ``01/07/2025`` as "one, seven", and links as words
without sense. Japanese keeps its figures: ``integrations.voice.japanese`` reads them with their counters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vssid.apps.assistant.prompts.aloud import chinese, english, korean, vietnamese
from vssid.apps.assistant.prompts.aloud.table import table
from vssid.apps.content.writing import markdown

_FIGURES: Mapping[str, Callable[[str], str]] = {
    "vi": vietnamese.figures,
    "en": english.figures,
    "zh-hans": chinese.figures,
    "ko": korean.figures,
    "ja": str,
}
_WIDE = ("zh-hans", "ja")
"""Written without blanks between sentences, with wide signs."""
_UNHEARD = re.compile(r"[\u2060\u200b\u00ad“”‘’\"「」『』《》]")
_QUOTED = re.compile(r"(?<!\w)'|'(?!\w)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)|（([^（）]*)）")
_DOUBLE = re.compile(r"[,，、]\s*(?=[,，、.;:?!。；：？！])")
_BEFORE_SIGN = re.compile(r"\s+(?=[,.;:?!])")
_SIGN = re.compile(r"[.!?:;。！？：；…]$")
_BEGINS = re.compile(r"(?:^|(?<=[.!?] ))[^\W\d_]")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or one item of a list, in sentences as they are said."""

    sentences: tuple[str, ...]
    listed: bool


def aloud(text: str, language: str) -> str:
    """A text without marks, as it is said."""
    said = " ".join(_QUOTED.sub("", _UNHEARD.sub("", text)).split())
    for rule in table(language).words:
        said = rule.written.sub(rule.said, said)
    said = _FIGURES[language](_BRACKETS.sub(_pauses(language), said))
    for rule in table(language).afterwards:
        said = rule.written.sub(rule.said, said)
    said = " ".join(_BEFORE_SIGN.sub("", _DOUBLE.sub("", said)).split()).rstrip(",，、")
    return f"{said[:1].upper()}{said[1:]}" if text[:1].isupper() else said


def passages(body: str, language: str) -> Iterator[Passage]:
    """A Markdown body as it is said. For the link to a page a caller hears where it is in the app."""
    for rule in table(language).links:
        body = rule.written.sub(rule.said, body)
    for block in markdown.blocks(body):
        said = aloud(block.text, language)
        if said:
            yield Passage(tuple(filter(None, _SENTENCE_ENDS.split(_ended(said, language)))), block.listed)


def joined(sentences: Iterable[str], language: str) -> str:
    text = ("" if language in _WIDE else " ").join(sentences)
    return _BEGINS.sub(lambda first: first[0].upper(), text)


def _pauses(language: str) -> str:
    return "，\\1\\2，" if language == "zh-hans" else "、\\1\\2、" if language == "ja" else ", \\1\\2, "


def _ended(said: str, language: str) -> str:
    if _SIGN.search(said):
        return said
    return f"{said}{'。' if language in _WIDE else '.'}"
