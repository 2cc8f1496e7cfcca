"""No page of any language shows text of another."""

from __future__ import annotations

import pytest

from tests.environment.demonstration import Demonstration
from tests.environment.visitor import Visitor, crawl
from tests.translations.foreign_words import foreign
from tests.translations.page_text import words_of

LANGUAGES = ["vi", "en", "zh-hans", "ko", "ja"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", [None, "lan", "hoa", "minjun"])
def test_pages_speak_one_language(demonstration: Demonstration, language: str, person: str | None) -> None:
    visitor = Visitor(demonstration.address, language)
    if person:
        visitor.sign_in(demonstration.logins[person])
        visitor.post("/accounts/reauthenticate/", password=demonstration.logins[person]["password"])
    pages = crawl(visitor, "/me/" if person else "/", "/accounts/login/", "/no-such-page/")
    assert len(pages) > (12 if person else 4)
    left = {
        f"{path}: {text!r} ({part!r})"
        for path, answer in pages.items()
        for text in words_of(answer.html)
        if (part := foreign(text, language))
    }
    assert not left, "\n".join(sorted(left)[:60])


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_name_their_language(demonstration: Demonstration, language: str) -> None:
    answer = Visitor(demonstration.address, language).get("/")
    assert f'<html lang="{language}"' in answer.html
