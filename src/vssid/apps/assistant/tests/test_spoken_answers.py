"""Approved answers as the hotline says them: nothing a voice misreads, and never a part that misleads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path

import pytest
import yaml
from tests.cast.texts import load, manuscript, shipped

from vssid.apps.assistant.prompts import answers, prompts
from vssid.apps.assistant.prompts.aloud import Passage, aloud, joined, passages
from vssid.apps.assistant.prompts.fitting import LONGEST_ANSWER, fitted
from vssid.apps.assistant.prompts.lengths import length
from vssid.apps.content import catalogue as shipped_texts
from vssid.apps.content.selectors.library import library
from vssid.apps.content.selectors.reading import figures_day, filled_text
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing.folder import catalogue
from vssid.apps.content.writing.manuscript import Words
from vssid.domain.dialogue import clips

_SPELLED = ("vi", "en", "zh-hans", "ko")
"""Japanese keeps its figures and letters for ``integrations.voice.japanese``."""
_MISREAD = re.compile(
    r"\d[.,]\s\d|[()（）\[\]{}*_#/~～–—“”\"「」『』\u2060\u200b]|đ\b(?<!\wđ)|\s[,.;:?!]|  |[,，、][,，、.。]"
)
_FILE = Path(__file__).parent / "spoken.yaml"
_REST, _UNSPOKEN = "The rest is in the app.", "It is long."


def _pairs(kind: str) -> list[tuple[str, str, str]]:
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))[kind]
    return [(language, *pair) for language, pairs in read.items() for pair in pairs]


@pytest.fixture
def published(db: None) -> None:
    load([text for text in catalogue(Path(shipped_texts.__file__).parent) if text.kind is Kind.QUESTION])


def _wholes(now: datetime) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Every answer in its sentences, of all languages."""
    return {
        (language, clips.answer(article.slug)): tuple(
            chain.from_iterable(
                passage.sentences
                for passage in passages(
                    filled_text(words.body, figures_day(edition, now.date()), language), language
                )
            )
        )
        for article in library().of_kind(Kind.QUESTION)
        if (edition := article.edition(now.date()))
        for language, words in edition.words.items()
    }


def test_nothing_a_voice_misreads_is_left_in_any_answer_or_title(published: None, now: datetime) -> None:
    said = answers(now)
    assert len(said) > 700
    assert {name: found for name, text in said.items() if (found := _MISREAD.findall(text))} == {}
    for (language, key), text in said.items():
        if language in _SPELLED:
            assert not re.search(r"[\d%]", text), (language, key, text)
        if language == "vi":
            assert not re.search(r"[A-Z]{2,}", text), (key, text)
            assert not re.search(r"VNeID|VssID|Zalo|email", text), (key, text)
        assert not re.search("câu này|this answer|此问答|이 답변|こちらの回答", text), (language, key)


def test_an_answer_is_said_whole_or_ends_with_where_the_rest_is(published: None, now: datetime) -> None:
    said, sentences, texts = answers(now), _wholes(now), prompts()
    assert len(sentences) > 350
    kinds = {"whole": 0, "begun": 0, "unspoken": 0}
    for (language, key), whole in sentences.items():
        text, rest = said[language, key], texts[language, "answer_rest"]
        assert length(text, language).whole <= LONGEST_ANSWER * 1000, (language, key)
        if text == texts[language, "answer_not_spoken"]:
            kinds["unspoken"] += 1
        elif text.endswith(rest):
            kinds["begun"] += 1
            assert joined(whole, language).startswith(text.removesuffix(rest).strip()), (language, key)
        else:
            kinds["whole"] += 1
            assert text == joined(whole, language), (language, key)
    assert min(kinds.values()) > 0
    assert kinds["whole"] > 330, kinds


def test_an_editors_words_for_what_is_not_said_are_heard(db: None, now: datetime) -> None:
    body = "One of these:\n\n" + "- a condition that takes its time to be said;\n" * 20
    texts = {language: Words("Who may?", "", body) for language in clips.LANGUAGES}
    load([shipped("c1", manuscript(Kind.QUESTION, "Who may?", words=texts))])
    said = answers(now, ["en"], {("en", "answer_not_spoken"): "Read it in the app."})
    assert said == {("en", "title_c1"): "Who may?", ("en", "answer_c1"): "Read it in the app."}


def _long(sentences: int, *, listed: bool = False) -> Passage:
    return Passage(("This sentence takes a little more than two seconds.",) * sentences, listed)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ((Passage(("One.", "Two:"), listed=False), _long(1, listed=True)), "One. Two: This"),
        ((Passage(("No.",), listed=False), _long(20)), f"No. {_REST}"),
        ((Passage(("One.", "Those:"), listed=False), _long(20, listed=True)), f"One. {_REST}"),
        ((Passage(("Those:",), listed=False), _long(20, listed=True)), _UNSPOKEN),
        ((Passage(("Those:",), listed=False), _long(1, listed=True), _long(20)), _UNSPOKEN),
        ((_long(20),), _UNSPOKEN),
        ((_long(20, listed=True),), _UNSPOKEN),
    ],
    ids=["whole", "paragraphs", "before a list", "its lead", "behind a list", "one paragraph", "only a list"],
)
def test_what_does_not_fit_is_cut_before_a_list_and_never_within_a_paragraph(
    written: tuple[Passage, ...], said: str
) -> None:
    found = fitted(written, "en", rest=_REST, unspoken=_UNSPOKEN)
    assert found.startswith(said) if said.startswith("One. Two") else found == said


@pytest.mark.parametrize(("language", "written", "said"), _pairs("figures"))
def test_what_is_written_is_said_in_words(language: str, written: str, said: str) -> None:
    assert aloud(written, language) == said


@pytest.mark.parametrize(("language", "written", "said"), _pairs("links"))
def test_a_link_is_said_as_a_place_in_the_app(language: str, written: str, said: str) -> None:
    assert (
        joined(chain.from_iterable(each.sentences for each in passages(written, language)), language) == said
    )


def test_items_of_a_list_and_rows_of_a_table_are_kept_together() -> None:
    found = list(passages("Before.\n\n- one;\n- two\n\n|a|b|\n|-|-|\n|c|d|\n\nAfter (x)", "en"))
    assert [(passage.sentences, passage.listed) for passage in found] == [
        (("Before.",), False),
        (("one;",), True),
        (("two.",), True),
        *[((f"{cell}.",), True) for cell in "abcd"],
        (("After, x.",), False),
    ]


@pytest.mark.parametrize("key", ["language", "choose", "result"])
def test_a_vietnamese_caller_is_addressed(key: str) -> None:
    assert "Quý khách" in prompts()["vi", key]
