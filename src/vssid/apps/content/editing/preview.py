"""A version as readers would see it, and what still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vssid.apps.content.vocabulary import LANGUAGES
from vssid.apps.content.writing import figures, markdown
from vssid.apps.content.writing.manuscript import Manuscript, Words
from vssid.domain.law import parameters
from vssid.kit.languages import LANGUAGE_NAMES

_BELOW_THE_TITLE = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of one language; ``html`` is safe as it is. ``lacking``: not complete enough to go out."""

    language: str
    name: str
    title: str
    summary: str
    html: SafeString
    lacking: bool


def preview(manuscript: Manuscript, *, today: date) -> tuple[Shown, ...]:
    """Every language, with the figures of the first day it holds, or today's."""
    return tuple(_shown(manuscript, max(today, manuscript.effective_from)))


def _shown(manuscript: Manuscript, on: date) -> Iterator[Shown]:
    missing = manuscript.missing()
    for language in LANGUAGES:
        words = manuscript.words.get(language, Words("", "", ""))
        name = LANGUAGE_NAMES[language]
        html = markdown.rendered(
            _filled(words.body, on, language),
            shift=_BELOW_THE_TITLE,
            table_name=f"{_('Table')} ({name})",
        )
        yield Shown(
            language=language,
            name=name,
            title=_filled(words.title, on, language),
            summary=_filled(words.summary, on, language),
            html=mark_safe(html),  # past the allow-list
            lacking=language in missing,
        )


def _filled(text: str, on: date, language: str) -> str:
    return figures.filled(text, on=on, language=language, value=parameters.value)
