"""No text the product ships shows words of another language than its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from tests.translations.foreign_words import foreign
from tests.translations.page_text import words_of
from vssid.apps.content.catalogue import ROOT
from vssid.apps.content.vocabulary import LANGUAGES
from vssid.apps.content.writing import figures, markdown
from vssid.apps.content.writing.folder import catalogue
from vssid.apps.content.writing.manuscript import Manuscript
from vssid.domain.law import parameters

DAY = date(2026, 11, 22)
_entries = cache(lambda: tuple(catalogue(ROOT)))


def _read(version: Manuscript, language: str) -> Iterator[str]:
    words = version.words[language]
    on = max(DAY, version.effective_from)
    body = figures.filled(words.whole, on=on, language=language, value=parameters.value)
    yield from words_of(markdown.rendered(body))
    basis = version.basis_in.get(language, version.basis)
    yield from words_of(markdown.rendered(basis))


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_speak_their_own_language(language: str) -> None:
    left = {
        f"{entry.kind}/{entry.slug}: {text[:90]!r} ({part!r})"
        for entry in _entries()
        for version in entry.versions
        for text in _read(version, language)
        if (part := foreign(text, language))
    }
    assert not left, "\n".join(sorted(left)[:60])
