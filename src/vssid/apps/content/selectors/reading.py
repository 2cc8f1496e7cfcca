"""One text as it is read on a day in a language, figures filled in, Markdown turned into safe HTML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from vssid.apps.content.selectors.library import Article, Edition, library
from vssid.apps.content.vocabulary import Confidence, Kind
from vssid.apps.content.writing import figures, markdown
from vssid.domain.law import parameters
from vssid.domain.values.problem import NotFound


@dataclass(frozen=True, slots=True)
class Span:
    """When an edition holds, both days included."""

    since: date
    until: date | None
    current: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """An article in a list: everything but its body. ``language``: the one it is written in."""

    kind: Kind
    slug: str
    topic: str
    title: str
    summary: str
    language: str
    effective_from: date
    published_at: datetime

    @property
    def name(self) -> str:
        return f"{self.kind}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Page:
    """``html`` is safe as it is. ``spans``: all editions, the newest first."""

    heading: Heading
    html: str
    since: date
    until: date | None
    as_of: date
    changed_on: date | None
    confidence: Confidence
    basis: str
    sources: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]

    @property
    def older(self) -> bool:
        """Another edition has taken its place by now, or will hold only later."""
        return not any(span.current and span.since == self.since for span in self.spans)


def read_page(
    *, kind: Kind, slug: str, today: date, language: str, on: date | None = None, table_name: str = ""
) -> Page:
    """What the article says on a day (by default today); NotFound when nothing is published for it."""
    article = library().find(kind, slug)
    edition = article.edition(on or today) if article else None
    if article is None or edition is None:
        raise NotFound
    written_in = edition.language(language)
    words = edition.words[written_in]
    day = figures_day(edition, on or today)
    return Page(
        heading=heading_of(article, edition, language=language, on=on or today),
        html=_html(edition.key, written_in, words.body, day, table_name),
        since=edition.effective_from,
        until=edition.until,
        as_of=edition.as_of,
        changed_on=edition.changed_on,
        confidence=Confidence(edition.confidence),
        basis=edition.basis.get(language) or edition.basis[""],
        sources=edition.sources,
        spans=_spans(article, today),
    )


def is_published(name: str) -> bool:
    """Whether ``name`` (``question/a1``) is an article with anything published."""
    kind, _, slug = name.partition("/")
    return kind in {*Kind} and library().find(Kind(kind), slug) is not None


def headings(*kinds: Kind, today: date, language: str, topic: str = "") -> tuple[Heading, ...]:
    """What is in force today, in the order of the entries; of news and releases the newest first."""
    found = [
        heading_of(article, edition, language=language, on=today)
        for article in library().of_kind(*kinds)
        if (edition := article.edition(today)) and (not topic or article.topic == topic)
    ]
    if set(kinds) <= {Kind.NEWS, Kind.RELEASE}:
        found.sort(key=lambda heading: (heading.effective_from, heading.published_at), reverse=True)
    return tuple(found)


def heading_of(article: Article, edition: Edition, *, language: str, on: date) -> Heading:
    written_in = edition.language(language)
    words = edition.words[written_in]
    day = figures_day(edition, on)
    return Heading(
        kind=article.kind,
        slug=article.slug,
        topic=article.topic,
        title=filled_text(words.title, day, written_in),
        summary=filled_text(words.summary, day, written_in),
        language=written_in,
        effective_from=edition.effective_from,
        published_at=edition.published_at,
    )


def figures_day(edition: Edition, on: date) -> date:
    """Of an older edition the figures stay those of its last day."""
    return min(on, edition.until) if edition.until else on


def _spans(article: Article, today: date) -> tuple[Span, ...]:
    current = article.edition(today)
    return tuple(
        Span(edition.effective_from, edition.until, edition is current)
        for edition in reversed(article.editions)
    )


def filled_text(text: str, on: date, language: str) -> str:
    return figures.filled(text, on=on, language=language, value=parameters.value)


@lru_cache(maxsize=512)
def _html(key: int, language: str, body: str, on: date, table_name: str) -> str:
    """``body`` is part of the key only to be at hand: a version's text never changes once published."""
    return markdown.rendered(filled_text(body, on, language), table_name=table_name)
