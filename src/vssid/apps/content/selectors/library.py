"""All published texts, kept in the memory of the process while nothing changes.

A few hundred short texts are read on every public page, for search even all of them. So a process reads them
once and asks a single row on each page whether its copy is current (:class:`~..models.Stamp`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from threading import Lock

from vssid.apps.content.models import Stamp, Version
from vssid.apps.content.vocabulary import LANGUAGES, Kind, State
from vssid.apps.content.writing.manuscript import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """One published version. ``until``: the day before the next one holds; None while none follows."""

    key: int
    effective_from: date
    until: date | None
    as_of: date
    changed_on: date | None
    published_at: datetime
    confidence: str
    basis: Mapping[str, str]
    sources: tuple[tuple[str, str], ...]
    words: Mapping[str, Words]

    def language(self, wanted: str) -> str:
        """The language it is read in: the one wanted, else English, else the first there is."""
        order = (wanted, "en", *LANGUAGES)
        return next(code for code in order if code in self.words)


@dataclass(frozen=True, slots=True)
class Article:
    """One entry with its published editions, the oldest first."""

    kind: Kind
    slug: str
    topic: str
    order: int
    editions: tuple[Edition, ...]

    @property
    def name(self) -> str:
        """``question/a1``: how feedback and links name it."""
        return f"{self.kind}/{self.slug}"

    def edition(self, on: date) -> Edition | None:
        """The one in force on a day; None before the first."""
        held = [edition for edition in self.editions if edition.effective_from <= on]
        return held[-1] if held else None


@dataclass(frozen=True, eq=False)
class Library:
    """``stamp``: the mark under which it was read; None before anything was."""

    stamp: str | None
    articles: tuple[Article, ...]

    @cached_property
    def _by_address(self) -> dict[tuple[str, str], Article]:
        return {(article.kind, article.slug): article for article in self.articles}

    def find(self, kind: Kind, slug: str) -> Article | None:
        return self._by_address.get((kind, slug))

    def of_kind(self, *kinds: Kind) -> Iterator[Article]:
        return (article for article in self.articles if article.kind in kinds)


_kept = Library(stamp=None, articles=())
_reading = Lock()


def library() -> Library:
    """The current one; a single query unless something was published since this process last read."""
    global _kept
    # the mark is asked before the texts: a change in between only makes the next page read again
    stamp = Stamp.objects.filter(pk=1).values_list("mark", flat=True).first() or ""
    if _kept.stamp != stamp:
        with _reading:
            if _kept.stamp != stamp:
                _kept = Library(stamp=stamp, articles=tuple(_articles()))
    return _kept


def _articles() -> Iterator[Article]:
    versions = (
        Version.objects.filter(state=State.PUBLISHED)
        .select_related("entry")
        .prefetch_related("texts")
        .order_by("entry__kind", "entry__order", "entry__slug", "effective_from", "number")
    )
    by_entry: dict[int, list[Version]] = {}
    for version in versions:
        by_entry.setdefault(version.entry_id, []).append(version)
    for own in by_entry.values():
        entry = own[0].entry
        yield Article(Kind(entry.kind), entry.slug, entry.topic, entry.order, tuple(_editions(own)))


def _editions(versions: Iterable[Version]) -> Iterator[Edition]:
    """One for each day of effect: the later of two from the same day has replaced the earlier."""
    last_of_day = {version.effective_from: version for version in versions}
    ordered = list(last_of_day.values())
    for version, following in zip(ordered, [*ordered[1:], None], strict=True):
        assert version.published_at is not None  # noqa: S101 - a published version has its moment
        yield Edition(
            key=version.pk,
            effective_from=version.effective_from,
            until=date.fromordinal(following.effective_from.toordinal() - 1) if following else None,
            as_of=version.as_of,
            changed_on=version.changed_on,
            published_at=version.published_at,
            confidence=version.confidence,
            basis={"": version.basis, **version.basis_in},
            sources=tuple((source["title"], source["url"]) for source in version.sources),
            words={text.language: Words(text.title, text.summary, text.body) for text in version.texts.all()},
        )
