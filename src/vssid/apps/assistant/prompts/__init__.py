"""What the hotline says, as texts: sentences, shipped or as editors changed them, and the approved answers as
they are spoken.

A language that lacks a sentence is read it in English, then in Vietnamese; a check reports it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from vssid.apps.assistant.prompts.shipped import clips_of, keys, shipped
from vssid.apps.content.selectors.library import Article, library
from vssid.apps.content.selectors.reading import figures_day, filled_text
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing import markdown
from vssid.domain.dialogue import clips
from vssid.kit.clock import VIETNAM

Texts: TypeAlias = dict[tuple[str, str], str]
"""By language and key."""
Changed: TypeAlias = Mapping[tuple[str, str], str]

PAUSE_SECONDS = 0.25
_AS_SHIPPED: Changed = MappingProxyType({})
_ORDER = ("en", "vi")
_LETTERS_A_SECOND = {"vi": 13, "en": 14, "zh-hans": 3.4, "ko": 5.5, "ja": 4.2}
_LONGEST_SECONDS = 38
_SENTENCE_ENDS = re.compile(r"(?<=[.!?。！？])\s*")


@dataclass(frozen=True, slots=True)
class Missing:
    language: str
    key: str


def prompts(changed: Changed = _AS_SHIPPED) -> Texts:
    """Every sentence and digit in every language; what a language lacks comes from another.

    ``changed``: what editors wrote (:func:`..selectors.wordings.wordings`).
    """
    said = {language: clips_of(_texts(language, changed), language) for language in clips.LANGUAGES}
    return {
        (language, key): next(said[code][key] for code in (language, *_ORDER) if key in said[code])
        for language in clips.LANGUAGES
        for key in (*clips.PROMPTS, *clips.DIGITS)
    }


def _texts(language: str, changed: Changed) -> dict[str, str]:
    own = {key: text for (code, key), text in changed.items() if code == language and key in keys()}
    return {**shipped(language), **own}


def missing() -> Iterator[Missing]:
    for language in clips.LANGUAGES:
        told = clips_of(shipped(language), language)
        for key in (*clips.PROMPTS, *clips.DIGITS):
            if key not in told:
                yield Missing(language, key)


def unknown() -> Iterator[Missing]:
    """Texts that no state says."""
    known = {*clips.PROMPTS, *clips.DIGITS}
    for language in clips.LANGUAGES:
        for key in clips_of(shipped(language), language).keys() - known:
            yield Missing(language, key)


def answers(now: datetime, languages: Collection[str] = clips.LANGUAGES) -> Texts:
    """Titles and answers of the published questions, without marks; long answers end after a sentence."""
    today = now.astimezone(VIETNAM).date()
    found: Texts = {}
    for article in library().of_kind(Kind.QUESTION):
        for language in languages:
            found |= _spoken(article, language, today)
    return found


def _spoken(article: Article, language: str, today: date) -> Texts:
    edition = article.edition(today)
    if edition is None or language not in edition.words:
        return {}
    words = edition.words[language]
    body = filled_text(words.body, figures_day(edition, today), language)
    return {
        (language, clips.title(article.slug)): words.title,
        (language, clips.answer(article.slug)): shortened(markdown.plain(body), language),
    }


def shortened(text: str, language: str) -> str:
    """As many whole sentences as can be said in time; at least the first."""
    letters = _LONGEST_SECONDS * _LETTERS_A_SECOND[language]
    sentences = [sentence for sentence in _SENTENCE_ENDS.split(text) if sentence]
    said = sentences[0] if sentences else text
    for sentence in sentences[1:]:
        if len(said) + len(sentence) > letters:
            break
        said = f"{said} {sentence}"
    return said
