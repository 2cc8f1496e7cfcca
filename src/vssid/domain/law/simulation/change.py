"""The law with a figure changed: what if the floor rose by 5 per cent?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vssid.domain.law.engine.parameter import Entry, Parameter
from vssid.domain.law.parameters import amended, parameter
from vssid.domain.law.simulation.bounds import of_figure
from vssid.domain.values.dong import at_rate
from vssid.domain.values.problem import Problem, marked
from vssid.domain.values.rates import PPM

Find = Callable[[str], Parameter]
_FORM = re.compile(
    r"(?P<name>[a-z][\w.]*)=(?:(?P<sign>[+-])(?P<percent>[0-9]+(?:\.[0-9]{1,4})?)%|(?P<value>[0-9]+))\Z"
)


class NotAChange(Problem):
    code = "not_a_change"
    sentence = marked("%(text)s is not a change. Write NAME=VALUE, NAME=+5%% or NAME=-2.5%%.")


class ChangedTwice(Problem):
    code = "changed_twice"
    sentence = marked("%(name)s is changed more than once. Give each figure one change.")


class FigureOutOfBounds(Problem):
    code = "figure_out_of_bounds"
    sentence = marked(
        "%(name)s would be %(value)s (%(unit)s). "
        "Choose a change that keeps it from %(lowest)s to %(highest)s."
    )


@dataclass(frozen=True, slots=True)
class Change:
    """``value`` replaces a figure; else it is multiplied by ``ppm`` parts per million, rounded half up."""

    name: str
    value: int | None = None
    ppm: int = PPM

    def of(self, before: int) -> int:
        return self.value if self.value is not None else at_rate(before, self.ppm)


def parsed(text: str) -> Change:
    """``base_salary=2600000``, ``base_salary=+5%``, ``base_salary=-2.5%``. Raises NotAChange."""
    match = _FORM.match(text)
    if match is None:
        raise NotAChange(text=text)
    if match["value"] is not None:
        return Change(match["name"], value=int(match["value"]))
    moved = _ppm(match["percent"])
    return Change(match["name"], ppm=PPM + moved if match["sign"] == "+" else PPM - moved)


def changed(changes: Sequence[Change], on: date) -> Find:
    """Finds figures with the entry of the day ``on`` changed, and with it what follows from it.

    Raises UnknownParameter for an unknown name, NotInForce for a figure that does not hold on that day,
    ChangedTwice, and FigureOutOfBounds for one that no law would hold.
    """
    by_name: dict[str, Change] = {}
    for change in changes:
        if change.name in by_name:
            raise ChangedTwice(field=change.name, name=change.name)
        _refuse_beyond_bounds(parameter(change.name), change, on)
        by_name[change.name] = change

    def amend(as_it_is: Parameter) -> Parameter:
        change = by_name.get(as_it_is.name)
        if change is None:
            return as_it_is
        at = as_it_is.entry(on)
        entries = tuple(_moved(entry, change) if entry == at else entry for entry in as_it_is.entries)
        return replace(as_it_is, entries=entries)

    return amended(amend).__getitem__


def _refuse_beyond_bounds(figure: Parameter, change: Change, on: date) -> None:
    bounds = of_figure(figure.unit)
    entry = _moved(figure.entry(on), change)
    for value in entry.table.values.values() if entry.table else (entry.value,):
        if not bounds.hold(value):
            raise FigureOutOfBounds(
                field=figure.name,
                name=figure.name,
                value=value,
                unit=figure.unit,
                lowest=bounds.lowest,
                highest=bounds.highest,
            )


def _moved(entry: Entry, change: Change) -> Entry:
    """A table moves line by line."""
    table = entry.table and replace(
        entry.table, values={key: change.of(value) for key, value in entry.table.values.items()}
    )
    return replace(entry, value=change.of(entry.value), table=table, rule="changed")


def _ppm(percent: str) -> int:
    whole, _, places = percent.partition(".")
    return int(whole) * 10_000 + int(places.ljust(4, "0"))
