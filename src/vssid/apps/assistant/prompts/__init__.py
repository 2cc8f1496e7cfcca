"""What the hotline says, as texts: sentences, shipped or as editors changed them, and the approved answers as
they are spoken.

A language that lacks a sentence is read it in English, then in Vietnamese; a check reports it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from vssid.apps.assistant.prompts.aloud import aloud, passages
from vssid.apps.assistant.prompts.fitting import fitted
from vssid.apps.assistant.prompts.shipped import clips_of, keys, shipped
from vssid.apps.content.selectors.library import Article, library
from vssid.apps.content.selectors.reading import figures_day, filled_text
from vssid.apps.content.vocabulary import Kind
from vssid.domain.dialogue import clips
from vssid.kit.clock import VIETNAM

Texts: TypeAlias = dict[tuple[str, str], str]
"""By language and key."""
Changed: TypeAlias = Mapping[tuple[str, str], str]

PAUSE_SECONDS = 0.25
_AS_SHIPPED: Changed = MappingProxyType({})
_ORDER = ("en", "vi")


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


def answers(
    now: datetime, languages: Collection[str] = clips.LANGUAGES, changed: Changed = _AS_SHIPPED
) -> Texts:
    """Titles and answers of the published questions as they are said (:mod:`.aloud`).

    Of an answer that takes too long, what :func:`.fitting.fitted` leaves. ``changed``: as in :func:`prompts`.
    """
    today = now.astimezone(VIETNAM).date()
    said = prompts(changed)
    found: Texts = {}
    for article in library().of_kind(Kind.QUESTION):
        for language in languages:
            found |= _spoken(article, language, today, said)
    return found


def _spoken(article: Article, language: str, today: date, said: Texts) -> Texts:
    edition = article.edition(today)
    if edition is None or language not in edition.words:
        return {}
    words, day = edition.words[language], figures_day(edition, today)
    return {
        (language, clips.title(article.slug)): aloud(filled_text(words.title, day, language), language),
        (language, clips.answer(article.slug)): fitted(
            list(passages(filled_text(words.body, day, language), language)),
            language,
            rest=said[language, "answer_rest"],
            unspoken=said[language, "answer_not_spoken"],
        ),
    }
