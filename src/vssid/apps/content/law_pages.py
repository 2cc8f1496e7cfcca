"""What is told of one part of the law, in the reader's language: for the public page and the guide alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_in_words import SpokenStep, counted, spoken
from vssid.apps.content.law_places import Place, of_figure, of_rule
from vssid.domain.law.anatomy import Example, anatomy
from vssid.domain.law.benefits.health_care.routes import FIGURES_BY_ROUTE, code
from vssid.domain.law.catalogue import explanation
from vssid.domain.law.engine.parameter import Confidence, Entry, Parameter
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.folders import SHARED_LAW, benefit_folders
from vssid.kit import formats
from vssid.kit.formats.sentences import named

_MOST_EXAMPLES = 6


@dataclass(frozen=True, slots=True)
class FigureRow:
    """``values``: one, or of a table one by lines of the same value (``1.1 – 2: 100%``)."""

    since: str
    values: tuple[str, ...]
    source: str
    link: str
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


@dataclass(frozen=True, slots=True)
class RuleRow:
    """``versions``: since when, and by which article, the latest first."""

    place: Place
    title: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    title: str
    source: str
    steps: tuple[SpokenStep, ...]


@dataclass(frozen=True, slots=True)
class LawPage:
    """``text``: Markdown. ``rules`` and ``figures``: its own, and those its examples used.

    ``changed``: the days on which any of them changed, the latest first.
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


def law_page(folder: str) -> LawPage:
    made_of = anatomy(folder)
    heading, _newline, body = explanation(folder, _language()).partition("\n")
    return LawPage(
        title=_plain(heading),
        text=body.strip(),
        rules=tuple(_rule(one) for one in made_of.rules),
        figures=tuple(map(_figure, made_of.parameters)),
        examples=tuple(_shown(n, one) for n, one in enumerate(made_of.examples[:_MOST_EXAMPLES], 1)),
        changed=tuple(map(formats.day, made_of.dates)),
    )


def title_of(folder: str) -> str:
    return _plain(explanation(folder, _language()).partition("\n")[0])


def _plain(heading: str) -> str:
    return heading.removeprefix("# ").strip()


def _language() -> str:
    return get_language() or "vi"


def _rule(rule: Rule[..., Any]) -> RuleRow:
    versions = tuple((formats.day(one.since), cited(one.article)) for one in reversed(rule.versions))
    return RuleRow(of_rule(rule.code), _(rule.words), versions)


def _figure(parameter: Parameter) -> Figure:
    return Figure(
        place=of_figure(parameter.name),
        title=_(parameter.title),
        key=_(parameter.key) if parameter.key else "",
        rows=tuple(_rows(parameter)),
    )


def _rows(parameter: Parameter) -> Iterator[FigureRow]:
    for entry in reversed(parameter.entries):
        source = entry.sources[0]
        yield FigureRow(
            since=formats.day(entry.since),
            values=tuple(_values(parameter, entry)),
            source=cited(source.passage),
            link=source.link,
            confidence=entry.confidence,
        )


def _values(parameter: Parameter, entry: Entry) -> Iterator[str]:
    if entry.table is None:
        yield counted(parameter.unit, entry.value)
        return
    for cell, lines in groupby(entry.table.values.items(), key=lambda line: line[1]):
        yield f"{_extent(parameter, [key for key, _cell in lines])}: {counted(parameter.unit, cell)}"


def _extent(parameter: Parameter, keys: list[int]) -> str:
    """Neighbouring lines by the first and the last: ``1.1 – 1.7``."""
    ends = [keys[0], keys[-1]] if len(keys) > 1 else keys
    return " – ".join(code(key) if parameter.name in FIGURES_BY_ROUTE else str(key) for key in ends)


def _shown(number: int, example: Example) -> Shown:
    """Under what came of it last; the name the example has in its file stands beside the source."""
    steps = tuple(spoken(example.steps))
    came_of_it = [named(one.name, one.result) for one in steps[-1:] if one.result]
    title = " · ".join([_("Example %(number)s") % {"number": number}, *came_of_it])
    return Shown(title, f"{example.id} · {cited(example.source)}", steps)
