"""A version before it has a row: what an editor or the catalogue hands in, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext as _

from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.apps.content.writing import figures, markdown
from vssid.domain.law import parameters
from vssid.domain.values.problem import Problem

LONGEST_TITLE = 200
LONGEST_SUMMARY = 300
"""Characters, so that lists and search engines show it whole."""


@dataclass(frozen=True, slots=True)
class Words:
    """The text of one language; ``body`` is Markdown."""

    title: str
    summary: str
    body: str

    @property
    def whole(self) -> str:
        return "\n".join((self.title, self.summary, self.body))


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All of a version but its number and state. ``words`` by language; ``sources``: (title, address)."""

    kind: Kind
    effective_from: date
    as_of: date
    confidence: str
    words: Mapping[str, Words]
    changed_on: date | None = None
    basis: str = ""
    basis_in: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[tuple[str, str], ...] = ()

    def digest(self) -> str:
        """The same for the same content, to the letter."""
        return sha256(json.dumps(asdict(self), default=str, sort_keys=True).encode()).hexdigest()

    def missing(self) -> tuple[str, ...]:
        """The languages without a title or without any text."""
        return tuple(code for code in LANGUAGES if not _complete(self.kind, self.words.get(code)))

    def faults(self) -> Iterator[tuple[str, str]]:
        """(language, what is wrong) for every text that is there; (``""``, …) for the version itself."""
        for _name, address in self.sources:
            if not address.startswith("https://") or not markdown.allowed_address(address):
                yield "", _("The source %(address)s is no official act.") % {"address": address}
        for language, words in self.words.items():
            if language not in LANGUAGES:
                yield language, _("This language is not offered.")
            for fault in _faults(words, (self.as_of, self.effective_from)):
                yield language, fault
        yield from self._figures_that_differ()

    def _figures_that_differ(self) -> Iterator[tuple[str, str]]:
        """A language that leaves a figure out, or computes another, tells its readers something else."""
        used: dict[str, frozenset[str]] = {}
        for language, words in self.words.items():
            try:
                used[language] = frozenset(figures.figures_of(words.whole))
            except figures.NotAnExpression:
                continue
        first = next(iter(used.values()), frozenset())
        for language, own in used.items():
            if own != first:
                differing = ", ".join(sorted(own ^ first))
                yield (
                    language,
                    _("The figures differ from the other languages: %(figures)s") % {"figures": differing},
                )


def _complete(kind: Kind, words: Words | None) -> bool:
    if words is None or not words.title.strip():
        return False
    return bool(words.summary.strip() if kind.has_summary else words.body.strip())


def _faults(words: Words, days: tuple[date, ...]) -> Iterator[str]:
    if len(words.title) > LONGEST_TITLE:
        yield _("The title is longer than %(count)d characters.") % {"count": LONGEST_TITLE}
    if len(words.summary) > LONGEST_SUMMARY:
        yield _("The summary is longer than %(count)d characters.") % {"count": LONGEST_SUMMARY}
    if list(markdown.faults(words.summary)) or "](" in words.summary:
        yield _("The summary is plain text: no links, headings or pictures.")
    yield from markdown.faults(words.body)
    yield from _figure_faults(words.whole, days)


def _figure_faults(text: str, days: tuple[date, ...]) -> Iterator[str]:
    """A figure has to be in force on one of the days: an older text may quote one that has ended since."""
    try:
        figures.figures_of(text)
    except figures.NotAnExpression as error:
        yield str(error)
    for _sign, expression in figures.FIGURE.findall(text):
        found = [_figure_fault(expression, day) for day in days]
        if all(found):
            yield _("Figure %(figure)s: %(fault)s") % {"figure": expression, "fault": found[0]}


def _figure_fault(expression: str, day: date) -> str:
    try:
        figures.computed(expression, on=day, value=parameters.value)
    except figures.NotAnExpression as error:
        return str(error)
    except Problem as problem:
        return _(problem.sentence) % problem.details
    return ""
