"""What the hotline says, as texts: shipped sentences, and the approved answers as they are spoken.

``texts/<language>.yaml`` holds the sentences. A language that lacks one is read it in English, then in
Vietnamese; a check reports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any, TypeAlias

import yaml

from vssid.apps.assistant.prompts.hours import spoken_hours
from vssid.apps.assistant.selectors.hours import desk_week
from vssid.apps.content.selectors.library import Article, library
from vssid.apps.content.selectors.reading import figures_day, filled_text
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing import markdown
from vssid.domain.dialogue import clips
from vssid.kit.clock import VIETNAM

Texts: TypeAlias = dict[tuple[str, str], str]

PAUSE_SECONDS = 0.25
_ORDER = ("en", "vi")
_LETTERS_A_SECOND = {"vi": 13, "en": 14, "zh-hans": 3.4, "ko": 5.5}
"""Japanese is left out: its texts are written in kanji, which the voice does not read. English is heard."""
_LONGEST_SECONDS = 38
_SENTENCE_ENDS = re.compile(r"(?<=[.!?。！？])\s*")


@dataclass(frozen=True, slots=True)
class Missing:
    language: str
    key: str


def prompts() -> Texts:
    """Every sentence and digit in every language; what a language lacks comes from another."""
    return {
        (language, key): _said(language, key)
        for language in clips.LANGUAGES
        for key in (*clips.PROMPTS, *clips.DIGITS)
    }


def missing() -> Iterator[Missing]:
    for language in clips.LANGUAGES:
        for key in (*clips.PROMPTS, *clips.DIGITS):
            if key not in _shipped(language):
                yield Missing(language, key)


def unknown() -> Iterator[Missing]:
    """Texts that no state says."""
    known = {*clips.PROMPTS, *clips.DIGITS}
    for language in clips.LANGUAGES:
        for key in _shipped(language).keys() - known:
            yield Missing(language, key)


def answers(now: datetime) -> Texts:
    """Titles and answers of the published questions, without marks; long answers end after a sentence."""
    today = now.astimezone(VIETNAM).date()
    found: Texts = {}
    for article in library().of_kind(Kind.QUESTION):
        for language in _LETTERS_A_SECOND:
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


def _said(language: str, key: str) -> str:
    for code in (language, *_ORDER):
        if key in _shipped(code):
            return _shipped(code)[key]
    raise KeyError(key)


@cache
def _shipped(language: str) -> Mapping[str, str]:
    read = _read(language)
    texts: dict[str, str] = dict(read["prompts"])
    valid = texts.pop("code_valid")
    texts |= {
        f"code_valid_{count}": valid.format(minutes=minutes)
        for count, minutes in enumerate(read["minutes"], start=1)
    }
    texts["agent_hours"] = spoken_hours(hour_words(language), desk_week())
    return texts | {f"digit_{digit}": word for digit, word in enumerate(read["digits"])}


def hour_words(language: str) -> Mapping[str, Any]:
    """Days, hours and how they are put together, for :func:`..hours.spoken_hours`."""
    words: Mapping[str, Any] = _read(language)["hours"]
    return words


@cache
def _read(language: str) -> Mapping[str, Any]:
    file = resources.files(__name__) / "texts" / f"{language}.yaml"
    read: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return read
