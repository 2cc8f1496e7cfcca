"""The law of each row's own day: a formula is asked once for every stretch on which nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import numpy as np

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter, parameters
from vssid.project.demo.seed.calendar_days import calendar_day, day_number
from vssid.project.demo.seed.randomness import Ints

Asked = Callable[[Law, Ints], tuple[Ints, ...]]
"""The law, and the rows it is asked for; gives one array a result, in the order of the rows."""


def by_law(days: Ints, asked: Asked) -> tuple[Ints, ...]:
    """``asked`` for all rows, each by the law of its day (days since 1970-01-01)."""
    stretch = np.searchsorted(_changes(), days, side="right")
    if not days.size:  # nobody, in a population this small
        return asked(Law(calendar_day(int(_changes()[-1])), parameter), np.flatnonzero(stretch))
    answers: tuple[Ints, ...] = ()
    for number in np.unique(stretch):
        rows = np.flatnonzero(stretch == number)
        found = asked(Law(calendar_day(int(days[rows[0]])), parameter), rows)
        answers = answers or tuple(np.zeros(days.size, dtype=np.int64) for _ in found)
        for whole, part in zip(answers, found, strict=True):
            whole[rows] = part
    return answers


@cache
def _changes() -> Ints:
    """The days on which a figure or a rule begins or ends."""
    days: set[int] = set()
    for figure in parameters().values():
        for entry in figure.entries:
            days |= _edges(entry.since, entry.until)
    for rule in all_rules().values():
        for version in rule.versions:
            days |= _edges(version.since, version.until)
    return np.array(sorted(days), dtype=np.int64)


def _edges(since: date, until: date | None) -> set[int]:
    return {day_number(since)} if until is None else {day_number(since), day_number(until) + 1}
