"""Steps and figures of the law in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from vssid.apps.content.law_amounts import counted, valued
from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_places import Place, of_figure, of_rule
from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.parameter import Entry, Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.engine.trace import Figure, Step, Used
from vssid.domain.law.parameters import parameter
from vssid.kit import formats
from vssid.kit.formats.sentences import named


@dataclass(frozen=True, slots=True)
class SpokenFigure:
    """A figure of the law as "name: value", its act and article, and where its history is told."""

    words: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class SpokenStep:
    """One rule as it was applied. ``name`` what was settled, ``result`` its figure, or ``more_results``
    several, each with its name; ``inputs`` as "name: value"; ``article`` the article it rests on; ``place``
    where the rule is told; ``unsure``: a figure nobody read in an act.

    ``head`` and ``rows``: of a rule on several lines at once, as a table; the result of a line stands last.
    """

    name: str
    result: str
    more_results: tuple[tuple[str, str], ...]
    inputs: tuple[str, ...]
    figures: tuple[SpokenFigure, ...]
    article: str
    place: Place
    unsure: bool
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows without a table: ``2019 · VND 5,000,000 → VND 5,500,000``."""
        return tuple(f"{' · '.join(given)} → {came}" for *given, came in self.rows)


def spoken(steps: Iterable[Step]) -> list[SpokenStep]:
    return [_spoken(step) for step in steps]


def value_in_words(name: str, value: Figure) -> str:
    """A figure by the unit of its quantity: money, a percentage, years and months, a day."""
    quantity = quantities()[name]
    if isinstance(value, tuple):
        return _extent([value_in_words(name, part) for part in value])
    if _worded(quantity, value):
        return _(quantity.words[value]).rstrip(".。")
    return counted(quantity.unit, value)


def _worded(quantity: Quantity, value: int) -> bool:
    return bool(quantity.words) and (quantity.unit is Unit.YES_NO or not isinstance(value, bool))


def tells(value: Figure) -> bool:
    """Whether a figure is more than nought or no."""
    return any(value) if isinstance(value, tuple) else bool(value)


def label_of(name: str) -> str:
    return _(quantities()[name].label)


def figure_in_words(name: str, on: date) -> SpokenFigure:
    """A figure as it stands on a day."""
    about, entry = parameter(name), parameter(name).entry(on)
    return _figure(name, entry, named(_(about.title), valued(about, entry.value)))


def _spoken(step: Step) -> SpokenStep:
    """Nothing is said of an input that is nought or no. A rule on several lines tells them line by line."""
    head, rows = _lines(step)
    results = [(name, value_in_words(name, value)) for name, value in _averaged(step.result).items()]
    given, alone = _averaged(step.inputs), len(results) == 1
    return SpokenStep(
        name=_(step.words),
        result=results[0][1] if alone and not rows else "",
        more_results=() if alone else tuple((label_of(n), v) for n, v in results),
        inputs=tuple(named(label_of(n), value_in_words(n, v)) for n, v in given.items() if _is_said(n, v)),
        figures=tuple(_tables(step.used) if rows else _figures(step.used)),
        article=cited(step.article),
        place=of_rule(step.rule),
        unsure=any(used.entry.confidence.unsure for used in step.used),
        head=head,
        rows=rows,
    )


def _is_said(name: str, value: Figure) -> bool:
    """Of a yes or no that has words, such as the sex, both are said."""
    quantity = quantities()[name]
    return tells(value) or (quantity.unit is Unit.YES_NO and bool(quantity.words))


def _averaged(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """An average is kept as total and months; it is read as what a month of it is."""
    said = dict(figures)
    total, months = said.pop("average_total", None), said.pop("average_months", None)
    if isinstance(total, int) and isinstance(months, int) and months:
        said["average"] = (2 * total + 100 * months) // (200 * months)
    return said


def _lines(step: Step) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Of a rule applied to several lines at once (wages by year): the names of the columns, and each line
    with what went in and what came out.

    What is the same in all of them stands with the inputs; neighbours in time that are else the same are one.
    """
    lined = {name: value for name, value in step.inputs.items() if isinstance(value, tuple)}
    given = {name: lined[name] for name in sorted(lined, key=_tells_no_time)}
    if not given or len(step.result) != 1:
        return (), ()
    ((result, came),) = step.result.items()
    if not isinstance(came, tuple):
        return (), ()
    differing = {name: values for name, values in given.items() if len(set(values)) > 1} or given
    head = tuple(map(label_of, (*differing, result)))
    return head, tuple(_row(run, differing, result, came) for run in _runs({**differing, result: came}))


def _row(
    run: list[int], given: Mapping[str, tuple[int, ...]], result: str, came: tuple[int, ...]
) -> tuple[str, ...]:
    parts = (_span(name, values[run[0]], values[run[-1]]) for name, values in given.items())
    return (*parts, value_in_words(result, came[run[0]]))


def _tells_no_time(name: str) -> bool:
    return quantities()[name].unit not in _NEXT


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
        yield _figure(one.name, one.entry, named(_(about.title), valued(about, one.value)))


def _tables(used: Iterable[Used]) -> Iterator[SpokenFigure]:
    """Of a rule told line by line, whose lines say the values: each figure once, by its title."""
    for one in {one.name: one for one in used}.values():
        yield _figure(one.name, one.entry, _(parameter(one.name).title))


def _figure(name: str, entry: Entry, words: str) -> SpokenFigure:
    return SpokenFigure(words, cited(entry.sources[0].passage), of_figure(name))
