"""The pension of each of the last months, computed when it began and raised by every decree since."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.pension.formula import pension
from vssid.domain.law.benefits.pension_indexation.formula import raised
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import known
from vssid.domain.values.months import Month
from vssid.project.demo.seed.benefits.events import FIRST_LAW, PENSION, Event, Lives, event
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import first_day, last_day
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.dated import base_salary
from vssid.project.demo.seed.randomness import Bools, Ints, within_groups

_SHOWN_MONTHS = 30
_FIRST_MONTH = Month.containing(FIRST_LAW)


def pensions(rng: np.random.Generator, lives: Lives) -> Event:
    """Who retired before the first law on record has a pension as if it had begun under that law.

    Years and average are on paper: the records begin late in most of these lives.
    """
    who = np.flatnonzero(lives.standing == Standing.PENSIONER)
    ended = np.full(lives.people.size, 0)
    ended[lives.jobs.person[lives.jobs.last]] = lives.jobs.end[lives.jobs.last]
    begins = np.maximum(ended[who] + 1, _FIRST_MONTH)
    start = np.maximum(begins, lives.this_month - _SHOWN_MONTHS)
    count = np.maximum(lives.this_month - start + 1, 0)
    of_today = rng.lognormal(np.log(9_200_000), 0.32, who.size).astype(np.int64)
    average = of_today * base_salary().at(begins) // base_salary().at(np.array([lives.this_month]))
    years = rng.integers(18, 36, who.size)
    monthly = begun(average, years, begins, female=lives.people.bodies.female[who])
    row = np.repeat(np.arange(who.size), count)
    month = within_groups(start, count)
    paid = as_raised(monthly, begins, lives.this_month)[row, _rise_in_force(month)]
    return event(who[row], PENSION, first_day(month), last_day(month), paid)


def begun(average: Ints, years: Ints, begins: Ints, *, female: Bools) -> Ints:
    """đồng of the first month; whoever has too few years for a pension has just enough."""

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        mean = known(average[rows])
        months = 12 * np.maximum(years[rows], law.figure("pension_min_years.compulsory"))
        due = pension(
            law,
            female=female[rows],
            months=months,
            months_compulsory=months,
            early_months=np.zeros_like(months),
            average_total=mean.average_total,
            average_months=mean.average_months,
            floored=np.ones(rows.size, dtype=np.bool_),
        )
        return (due.pension,)

    return by_law(first_day(begins), asked)[0]


def as_raised(monthly: Ints, begins: Ints, until: int) -> Ints:
    """One column for the time before the first rise and one from each rise on, đồng a month.

    A pension that begins in the month of a rise is reckoned by its figures already.
    """
    columns = [monthly]
    for rise in _rises():
        due = raised(
            Law(Month(rise).first_day, parameter),
            amount=columns[-1],
            retired_before_1995=np.zeros(monthly.size, dtype=np.bool_),
            indexed_2022=begins < _RISE_OF_2022,
        )
        columns.append(np.where((begins < rise) & (rise <= until), due, columns[-1]))
    return np.stack(columns, axis=1)


_RISE_OF_2022 = Month.of(2022, 1)


def _rises() -> list[int]:
    """The months in which a decree raised pensions, under laws on record."""
    entries = parameter("pension_indexation").entries
    return [int(Month.containing(entry.since)) for entry in entries if entry.since >= FIRST_LAW]


def _rise_in_force(month: Ints) -> Ints:
    return np.searchsorted(np.array(_rises()), month, side="right")
