"""No page of any language shows text of another.

On every change visitors read all their pages in all languages, Lan reads everything in two, and two others
their own pages in a language of theirs. At night everybody reads everything in all.
"""

from __future__ import annotations

from itertools import product

import pytest

from tests.environment.demonstration import Demonstration
from tests.environment.nights import NIGHT
from tests.environment.visitor import Visitor, crawl
from tests.translations.foreign_words import foreign
from tests.translations.page_text import words_of

LANGUAGES = ["vi", "en", "zh-hans", "ko", "ja"]
EVERYBODY = [*product([None, "lan", "hoa", "minjun"], LANGUAGES)]
CHANGE = [
    *product([None], LANGUAGES),
    *product(["lan"], ["vi", "ko"]),
    ("hoa", "zh-hans"),
    ("minjun", "ko"),
]
OWN = ("/me/", "/accounts/")


@pytest.mark.parametrize(("person", "language"), EVERYBODY if NIGHT else CHANGE)
def test_pages_speak_one_language(demonstration: Demonstration, person: str | None, language: str) -> None:
    visitor = Visitor(demonstration.address, language)
    if person:
        visitor.sign_in(demonstration.logins[person])
        visitor.post("/accounts/reauthenticate/", password=demonstration.logins[person]["password"])
    under = ("/",) if NIGHT or person in {None, "lan"} else OWN
    pages = crawl(visitor, "/me/" if person else "/", "/accounts/login/", "/no-such-page/", under=under)
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
