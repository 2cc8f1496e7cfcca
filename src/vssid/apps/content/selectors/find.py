"""Finds texts by words, in the reader's language and, when that gives nothing, in Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vssid.apps.content.search.index import Document, Hit, Index
from vssid.apps.content.search.marking import Part, marked_parts, snippet
from vssid.apps.content.selectors.library import Article, Library, library
from vssid.apps.content.selectors.reading import Heading, figures_day, filled_text, heading_of
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing import markdown

SEARCHED = (Kind.POLICY, Kind.HELP, Kind.QUESTION, Kind.NEWS)
_COVERED = 0.5
"""Share of the query a text has to hold; below, it is a hint where to look and no answer."""
_NEXT_TO_BEST = 0.05
"""What scores far less than the best would only lengthen the list."""
_MOST = 20
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """``title`` and ``excerpt`` in stretches, marked or not; ``language``: of both."""

    heading: Heading
    title: tuple[Part, ...]
    excerpt: tuple[Part, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Results:
    """``nearest``: topics worth a look when nothing was found."""

    found: tuple[Found, ...]
    nearest: tuple[str, ...]


def find_texts(*, query: str, language: str, today: date) -> Results:
    """The best twenty, the best first."""
    current = library()
    nearest: list[str] = []
    for tried in dict.fromkeys((language, "vi", "en")):
        hits = _index(current, tried, today).hits(query)
        good = [hit for hit in hits if hit.covered >= _COVERED and hit.score >= _NEXT_TO_BEST * hits[0].score]
        if good:
            return Results(tuple(_found(hit, current, tried, today) for hit in good[:_MOST]), ())
        nearest += [_article(current, hit.document.key).topic for hit in hits[:_NEAREST]]
    return Results((), tuple(dict.fromkeys(nearest))[:_NEAREST])


@lru_cache(maxsize=10)
def _index(current: Library, language: str, today: date) -> Index:
    """Made anew when anything was published and each day: figures and editions change with it."""
    documents = []
    for article in current.of_kind(*SEARCHED):
        edition = article.edition(today)
        if edition is None:
            continue
        heading = heading_of(article, edition, language=language, on=today)
        words = edition.words[heading.language]
        body = filled_text(words.body, figures_day(edition, today), heading.language)
        documents.append(Document(heading.name, heading.title, heading.summary, markdown.plain(body)))
    return Index(documents)


def _found(hit: Hit, current: Library, language: str, today: date) -> Found:
    article = _article(current, hit.document.key)
    edition = article.edition(today)
    assert edition is not None  # noqa: S101 - the index holds what is in force today
    text = " ".join(filter(None, (hit.document.summary, hit.document.body)))
    heading = heading_of(article, edition, language=language, on=today)
    return Found(
        heading, marked_parts(hit.document.title, hit.words), snippet(text, hit.words), heading.language
    )


def _article(current: Library, key: str) -> Article:
    kind, _, slug = key.partition("/")
    article = current.find(Kind(kind), slug)
    assert article is not None  # noqa: S101 - the key comes from the same library
    return article
