"""What is told of one part of the law, in the reader's language: for the public page and the guide alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.content.law_amounts import valued
from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_in_words import SpokenStep, spoken
from vssid.apps.content.law_places import Place, of_figure, of_rule
from vssid.apps.content.law_sources import citation
from vssid.domain.law.anatomy import Anatomy, Example, anatomy
from vssid.domain.law.benefits.health_care.routes import FIGURES_BY_ROUTE, code
from vssid.domain.law.catalogue import explanation
from vssid.domain.law.engine.parameter import Confidence, Entry, Parameter
from vssid.domain.law.engine.rules import Rule, Version
from vssid.domain.law.folders import SHARED_LAW, benefit_folders
from vssid.domain.law.parameters import parameter as about
from vssid.kit import formats
from vssid.kit.formats.sentences import named

_A_DAY = timedelta(days=1)
_MOST_EXAMPLES = 6
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff01-\uff60])\n(?=[\u3000-\u9fff\uff01-\uff60]|[0-9]+[^0-9.\s])")
"""Where a line of Chinese or Japanese ends in its file; on a page it would be a space."""


class Standing(StrEnum):
    """How an entry or a version stands on a day."""

    AHEAD = "ahead"
    IN_FORCE = "in force"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Days:
    """``since``: the first day. ``span``: first and last day; empty as long as no last day is on record.

    ``standing``: on the day the page is read.
    """

    since: str
    span: str
    standing: Standing

    @property
    def in_force(self) -> bool:
        return self.standing is Standing.IN_FORCE


@dataclass(frozen=True, slots=True)
class Cited:
    """An act with its article; ``link`` is empty where it cannot be read."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Term:
    """Part of what a figure is reckoned from. ``before``: what stands before its title, as ``20 ×``."""

    before: str
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class FigureRow:
    """``values``: one, or of a table one by lines of the same value (``1.1 – 2: 100%``). ``terms``: of what
    follows from other figures. ``sources``: its own first, then those of what it follows from.
    """

    days: Days
    values: tuple[str, ...]
    terms: tuple[Term, ...]
    sources: tuple[Cited, ...]
    confidence: Confidence

    @property
    def unsure(self) -> bool:
        return self.confidence.unsure


@dataclass(frozen=True, slots=True)
class Figure:
    """``key``: what the lines of a table are numbered by; empty for a single figure."""

    place: Place
    title: str
    key: str
    rows: tuple[FigureRow, ...]

    @property
    def ended(self) -> bool:
        """Nothing of it holds any more."""
        return all(row.days.standing is Standing.ENDED for row in self.rows)


@dataclass(frozen=True, slots=True)
class VersionRow:
    days: Days
    article: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """``versions``: the latest first."""

    place: Place
    title: str
    versions: tuple[VersionRow, ...]

    @property
    def ended(self) -> bool:
        """Nothing of it holds any more."""
        return all(version.days.standing is Standing.ENDED for version in self.versions)


@dataclass(frozen=True, slots=True)
class Shown:
    """``id``: its name in the file of cases, for who works on them. ``source``: the acts it is from."""

    id: str
    title: str
    source: str
    steps: tuple[SpokenStep, ...]


@dataclass(frozen=True, slots=True)
class LawPage:
    """``text``: Markdown. ``rules`` and ``figures``: its own, and those its examples used.

    ``changed``: the days on which any of them changed or came to an end, the latest first.
    """

    title: str
    text: str
    rules: tuple[RuleRow, ...]
    figures: tuple[Figure, ...]
    examples: tuple[Shown, ...]
    changed: tuple[str, ...]


def law_folders() -> list[str]:
    """Every benefit, and what they share."""
    return [*benefit_folders(), SHARED_LAW]


def law_page(folder: str, *, on: date) -> LawPage:
    """``on``: the day by which a figure or rule is in force, or no longer."""
    made_of = anatomy(folder)
    heading, _newline, body = explanation(folder, _language()).partition("\n")
    return LawPage(
        title=_plain(heading),
        text=_BROKEN.sub("", body.strip()),
        rules=tuple(_rule(one, on) for one in made_of.rules),
        figures=tuple(_figure(one, on) for one in made_of.parameters),
        examples=tuple(_shown(n, one) for n, one in enumerate(made_of.examples[:_MOST_EXAMPLES], 1)),
        changed=tuple(map(formats.day, _changed(made_of))),
    )


def title_of(folder: str) -> str:
    return _plain(explanation(folder, _language()).partition("\n")[0])


def _plain(heading: str) -> str:
    return heading.removeprefix("# ").strip()


def _language() -> str:
    return get_language() or "vi"


def _changed(made_of: Anatomy) -> list[date]:
    """What ends without a successor changes on the day after its last."""
    lasts = [rule.versions[-1].until for rule in made_of.rules]
    lasts += [parameter.entries[-1].until for parameter in made_of.parameters]
    return sorted({*made_of.dates, *(last + _A_DAY for last in lasts if last)}, reverse=True)


def _days(since: date, until: date | None, on: date) -> Days:
    span = formats.day_span(since, until) if until else ""
    return Days(formats.day(since), span, _standing(since, until, on))


def _standing(since: date, until: date | None, on: date) -> Standing:
    if on < since:
        return Standing.AHEAD
    return Standing.ENDED if until and until < on else Standing.IN_FORCE


def _rule(rule: Rule[..., Any], on: date) -> RuleRow:
    versions = zip(rule.versions, [*rule.versions[1:], None], strict=True)
    rows = [VersionRow(_days(one.since, _last(one, then), on), cited(one.article)) for one, then in versions]
    return RuleRow(of_rule(rule.code), _(rule.words), tuple(reversed(rows)))


def _last(version: Version[..., Any], following: Version[..., Any] | None) -> date | None:
    return following.since - _A_DAY if following else version.until


def _figure(parameter: Parameter, on: date) -> Figure:
    return Figure(
        place=of_figure(parameter.name),
        title=_(parameter.title),
        key=_(parameter.key) if parameter.key else "",
        rows=tuple(_rows(parameter, on)),
    )


def _rows(parameter: Parameter, on: date) -> Iterator[FigureRow]:
    for entry in reversed(parameter.entries):
        yield FigureRow(
            days=_days(entry.since, entry.until, on),
            values=tuple(_values(parameter, entry)),
            terms=tuple(_terms(entry.rule)),
            sources=tuple(Cited(cited(source.passage), source.link) for source in entry.sources),
            confidence=entry.confidence,
        )


def _terms(rule: str) -> Iterator[Term]:
    """``20 × base_salary`` by the title of the base salary; of once a figure, its title alone."""
    for place, part in enumerate(rule.split(" + ") if rule else ()):
        factor, _times, name = part.rpartition(" × ")
        times = f"{_factor(factor)} × " if factor not in ("", "1") else ""
        yield Term(f"{'+ ' if place else ''}{times}", _(about(name).title), of_figure(name))


def _factor(written: str) -> str:
    share = written.removesuffix(" %")
    return formats.percent(Decimal(share)) if share != written else formats.integer(int(written))


def _values(parameter: Parameter, entry: Entry) -> Iterator[str]:
    if entry.table is None:
        yield valued(parameter, entry.value)
        return
    for cell, lines in groupby(entry.table.values.items(), key=lambda line: line[1]):
        yield f"{_extent(parameter, [key for key, _cell in lines])}: {valued(parameter, cell)}"


def _extent(parameter: Parameter, keys: list[int]) -> str:
    """Neighbouring lines by the first and the last: ``1.1 – 1.7``."""
    ends = [keys[0], keys[-1]] if len(keys) > 1 else keys
    return " – ".join(_line(parameter, key) for key in ends)


def _line(parameter: Parameter, key: int) -> str:
    if word := parameter.line_words.get(key):
        return _(word)
    return code(key) if parameter.name in FIGURES_BY_ROUTE else str(key)


def _shown(number: int, example: Example) -> Shown:
    """Under what came of it last."""
    steps = tuple(spoken(example.steps))
    title = " · ".join([_("Example %(number)s") % {"number": number}, *list(_outcomes(steps))[:1]])
    return Shown(example.id, title, citation(example.source), steps)


def _is_yes_or_no(result: tuple[str, str]) -> bool:
    return result[1] in {_("yes"), _("no")}


def _outcomes(steps: Iterable[SpokenStep]) -> Iterator[str]:
    """What the steps came to, from the last on: of several results the first that is more than yes or no, of
    a table its ends.
    """
    for one in reversed(list(steps)):
        if one.result:
            yield named(one.name, one.result)
        if one.more_results:
            yield named(*min(one.more_results, key=_is_yes_or_no))
        if one.rows:
            yield named(one.name, " – ".join(dict.fromkeys((one.rows[0][-1], one.rows[-1][-1]))))
