"""Steps and figures of the law in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from django.utils.translation import gettext as _

from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_places import Place, of_figure, of_rule
from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.parameter import Entry, Unit
from vssid.domain.law.engine.trace import Figure, Step, Used
from vssid.domain.law.parameters import parameter
from vssid.domain.law.units import READINGS, Kind
from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.numbers import decimal
from vssid.kit.formats.sentences import named


@dataclass(frozen=True, slots=True)
class SpokenFigure:
    """A figure of the law as "name: value", its act and article, and where its history is told."""

    words: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class SpokenStep:
    """One rule as it was applied. ``name`` what was settled, ``result`` its figures, ``inputs`` as
    "name: value"; ``article`` the article it rests on; ``place`` where the rule is told; ``unsure``: a figure
    nobody read in an act."""

    name: str
    result: str
    more_results: tuple[str, ...]
    inputs: tuple[str, ...]
    figures: tuple[SpokenFigure, ...]
    article: str
    place: Place
    unsure: bool
    lines: tuple[str, ...] = ()


def spoken(steps: Iterable[Step]) -> list[SpokenStep]:
    return [_spoken(step) for step in steps]


def value_in_words(name: str, value: Figure) -> str:
    """A figure by the unit of its quantity: money, a percentage, years and months, a day."""
    quantity = quantities()[name]
    if isinstance(value, tuple):
        return _extent([value_in_words(name, part) for part in value])
    if quantity.words and not isinstance(value, bool):
        return _(quantity.words[value]).rstrip(".。")
    return counted(quantity.unit, value)


def tells(value: Figure) -> bool:
    """Whether a figure is more than nought or no."""
    return any(value) if isinstance(value, tuple) else bool(value)


def label_of(name: str) -> str:
    return _(quantities()[name].label)


def counted(unit: Unit, value: int | bool) -> str:
    """A whole number as its unit is read. Of days, weeks and years its label says what they are."""
    reading = READINGS[unit]
    amount = reading.amount(value)
    match reading.kind:
        case Kind.YES_NO:
            return _("yes") if value else _("no")
        case Kind.MONEY:
            return formats.money(_whole(amount))
        case Kind.SHARE:
            return formats.percent(amount)
        case Kind.LENGTH:
            return _length(int(amount))
        case Kind.MONTH:
            return formats.month(Month(value))
        case Kind.DATE:
            return formats.day(date.fromordinal(value))
        case Kind.CALENDAR_YEAR:
            return str(value)
        case Kind.NUMBER | Kind.DAYS | Kind.WEEKS | Kind.YEARS:
            return decimal(amount)


def _whole(dong: Decimal) -> int:
    """Half a đồng and more is one, as the rules round."""
    return int((dong + Decimal("0.5")).to_integral_value(ROUND_FLOOR))


def _length(months: int) -> str:
    return formats.months_counted(months) if months < 12 else formats.years_and_months(months)


def figure_in_words(name: str, on: date) -> SpokenFigure:
    """A figure as it stands on a day."""
    about, entry = parameter(name), parameter(name).entry(on)
    return _figure(name, entry, named(_(about.title), counted(about.unit, entry.value)))


def _spoken(step: Step) -> SpokenStep:
    """Nothing is said of an input that is nought or no. A rule on several lines tells them line by line."""
    lines = tuple(_lines(step))
    results = [(name, value_in_words(name, value)) for name, value in _averaged(step.result).items()]
    given, alone = _averaged(step.inputs), len(results) == 1
    return SpokenStep(
        name=_(step.words),
        result=results[0][1] if alone and not lines else "",
        more_results=() if alone else tuple(named(label_of(n), v) for n, v in results),
        inputs=tuple(named(label_of(n), value_in_words(n, v)) for n, v in given.items() if tells(v)),
        figures=tuple(_tables(step.used) if lines else _figures(step.used)),
        article=cited(step.article),
        place=of_rule(step.rule),
        unsure=any(used.entry.confidence.unsure for used in step.used),
        lines=lines,
    )


def _averaged(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """An average is kept as total and months; it is read as what a month of it is."""
    said = dict(figures)
    total, months = said.pop("average_total", None), said.pop("average_months", None)
    if isinstance(total, int) and isinstance(months, int) and months:
        said["average"] = (2 * total + 100 * months) // (200 * months)
    return said


def _lines(step: Step) -> Iterator[str]:
    """Of a rule applied to several lines at once (wages by year): each with what went in and what came out.

    What is the same in all of them stands with the inputs; neighbours in time that are else the same are one.
    """
    given = {name: value for name, value in step.inputs.items() if isinstance(value, tuple)}
    if not given or len(step.result) != 1:
        return
    ((result, came),) = step.result.items()
    if not isinstance(came, tuple):
        return
    differing = {name: values for name, values in given.items() if len(set(values)) > 1} or given
    for run in _runs({**differing, result: came}):
        parts = [_span(name, values[run[0]], values[run[-1]]) for name, values in differing.items()]
        yield " · ".join(parts) + " → " + value_in_words(result, came[run[0]])


_NEXT = {Unit.CALENDAR_YEAR: 1, Unit.MONTH: 1, Unit.DATE: 31}
"""How far the next line may lie ahead, so that nothing is left out between them."""


def _runs(columns: Mapping[str, tuple[int, ...]]) -> list[list[int]]:
    """The places of lines that follow each other in time and are else the same."""
    runs: list[list[int]] = []
    for place in range(min(map(len, columns.values()))):
        if runs and all(_goes_on(name, column[place - 1], column[place]) for name, column in columns.items()):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _goes_on(name: str, before: int, after: int) -> bool:
    return 0 <= after - before <= _NEXT.get(quantities()[name].unit, 0)


def _span(name: str, first: int, last: int) -> str:
    ends = dict.fromkeys(value_in_words(name, value) for value in (first, last))
    return " – ".join(ends)


def _extent(values: list[str]) -> str:
    if len(set(values)) == 1:
        return values[0]
    if len(values) <= _MOST_VALUES:
        return " · ".join(values)
    return _("%(first)s to %(last)s (%(count)s lines)") % {
        "first": values[0],
        "last": values[-1],
        "count": formats.integer(len(values)),
    }


_MOST_VALUES = 4


def _figures(used: Iterable[Used]) -> Iterator[SpokenFigure]:
    for one in used:
        about = parameter(one.name)
        yield _figure(one.name, one.entry, named(_(about.title), counted(about.unit, one.value)))


def _tables(used: Iterable[Used]) -> Iterator[SpokenFigure]:
    """Of a rule told line by line, whose lines say the values: each figure once, by its title."""
    for one in {one.name: one for one in used}.values():
        yield _figure(one.name, one.entry, _(parameter(one.name).title))


def _figure(name: str, entry: Entry, words: str) -> SpokenFigure:
    return SpokenFigure(words, cited(entry.sources[0].passage), of_figure(name))
