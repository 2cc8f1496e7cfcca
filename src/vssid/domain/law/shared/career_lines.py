"""Months paid as a flat table, of one person or of millions, and what they add up to."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.shared.averages import (
    HUNDREDTHS,
    Totals,
    adjusted,
    adjusted_income,
    current_scale,
    last_months,
)
from vssid.domain.values.months import Month


class Scale(IntEnum):
    EMPLOYER = 0
    """Wages the employer decides."""
    STATE = 1
    """Wages of a State scale, kept as coefficients."""
    VOLUNTARY = 2
    """Income chosen for the voluntary scheme."""
    PAID_AT_ONCE = 3
    """Voluntary income of missing time that was paid for at once."""


class Lines(NamedTuple):
    """Equal consecutive months, one line each, sorted by person and then by month; all of one length.

    ``person``: 0, 1, 2 … ``month``: the first, as :class:`~vssid.domain.values.months.Month` counts.
    ``wage``: đồng a month, as paid on. ``coefficient``: thousandths of the State scale, allowances included.
    Where one of the two is not on record it is 0 and follows from the other by the base salary of the month.
    """

    person: Whole
    month: Whole
    months: Whole
    scale: Whole
    wage: Whole
    coefficient: Whole

    def where(self, chosen: Truth | Whole) -> Lines:
        return Lines(*(column[chosen] for column in self))


def by_year(lines: Lines) -> Lines:
    """The same months, no line reaching over the end of a year."""
    first, last = lines.month // 12, (lines.month + lines.months - 1) // 12
    parts = last - first + 1
    cut = lines.where(np.repeat(np.arange(len(parts)), parts))
    year = np.repeat(first, parts) + np.arange(len(cut.month)) - np.repeat(np.cumsum(parts) - parts, parts)
    starts = at_least(cut.month, year * 12)
    ends = at_most(cut.month + cut.months, year * 12 + 12)
    return cut._replace(month=starts, months=ends - starts)


def totals(law: Law, lines: Lines, *, people: int, joined: Whole | None = None) -> Totals:
    """What the months of each person add up to on the day of the benefit, one element a person.

    ``joined``: first month of compulsory insurance, when it is not the first such line.
    """
    since = _joined(lines, people) if joined is None else joined
    adjusted_by_prices = (lines.scale == Scale.STATE) & ~_by_scale(law, lines, since)
    rows = by_year(_priced(law, lines, adjusted_by_prices & (lines.wage == 0)))
    bounds: Whole = np.searchsorted(rows.person, np.arange(people + 1)).astype(np.int64)
    state = rows.scale == Scale.STATE
    employer = rows.scale == Scale.EMPLOYER
    a_month = _as_counted(law, rows, since)
    counted = _last(rows, state, last_months(law, joined=since)) if state.any() else np.zeros_like(rows.wage)

    def total(of: Truth) -> Whole:
        return _sums(where(of, a_month * rows.months, 0), bounds)

    def months(of: Truth) -> Whole:
        return _sums(where(of, rows.months, 0), bounds)

    voluntary = ~(state | employer)
    return Totals(
        employer_total=total(employer),
        employer_months=months(employer),
        state_total=total(state),
        state_months=months(state),
        window_total=_sums(a_month * counted, bounds),
        window_months=_sums(counted, bounds),
        voluntary_total=total(voluntary),
        voluntary_months=months(voluntary),
    )


def window(law: Law, lines: Lines, *, joined: Whole) -> Whole:
    """How many months of each line are among the last ones on the State scale, from its end."""
    return _last(lines, lines.scale == Scale.STATE, last_months(law, joined=joined))


def _last(rows: Lines, state: Truth, wanted: Whole) -> Whole:
    """``wanted``: months by person. Gaps and months on other scales are passed over: Circular 59/2015 ex.
    36, 37.
    """
    run = np.cumsum(where(state, rows.months, 0))
    ends = np.searchsorted(rows.person, rows.person, side="right").astype(np.int64) - 1
    later = run[ends] - run
    return where(state, at_most(at_least(wanted[rows.person] - later, 0), rows.months), 0)


def _as_counted(law: Law, rows: Lines, joined: Whole) -> Whole:
    """Hundredths of a đồng a month, by scale and day of joining."""
    by_scale = _by_scale(law, rows, joined)
    voluntary = rows.scale == Scale.VOLUNTARY
    at_once = rows.scale == Scale.PAID_AT_ONCE
    amounts = np.zeros(len(rows.wage), np.int64)
    for of, value in (
        (by_scale, lambda some: current_scale(law, coefficient=coefficients(law, some))),
        (voluntary, lambda some: adjusted_income(law, wage=some.wage, year=some.month // 12)),
        (at_once, lambda some: some.wage * law.figure("average.coefficient_paid_at_once")),
        (
            ~(by_scale | voluntary | at_once),
            lambda some: adjusted(law, wage=some.wage, year=some.month // 12),
        ),
    ):
        if of.any():
            amounts[of] = value(rows.where(of))
    return amounts


def _by_scale(law: Law, rows: Lines, joined: Whole) -> Truth:
    """Which lines count as coefficients at the base salary of the day of the benefit."""
    before = joined[rows.person] < law.figure("average.current_scale_joined_before")
    found: Truth = before & (rows.scale == Scale.STATE)
    return found


def coefficients(law: Law, rows: Lines) -> Whole:
    """In thousandths; where only the wage is on record, what it was of the base salary of the month."""
    found = rows.coefficient.copy()
    lacking = found == 0
    if lacking.any():
        some = rows.where(lacking)
        found[lacking] = share(some.wage, 1000, _base_salary(law, some.month))
    return found


def paid_totals(law: Law, lines: Lines, *, people: int) -> Whole:
    """What each person's wages and income were when they were paid on, in hundredths of a đồng."""
    rows = _priced(law, lines, lines.wage == 0)
    bounds: Whole = np.searchsorted(rows.person, np.arange(people + 1)).astype(np.int64)
    return _sums(rows.wage * rows.months * HUNDREDTHS, bounds)


def _priced(law: Law, lines: Lines, lacking: Truth) -> Lines:
    """The ``lacking`` lines month by month, each with the wage its coefficient was of that month's base
    salary.
    """
    if not lacking.any():
        return lines
    parts = where(lacking, lines.months, 1)
    cut = lines.where(np.repeat(np.arange(len(parts)), parts))
    opened = np.repeat(lacking, parts)
    within = np.arange(len(cut.month)) - np.repeat(np.cumsum(parts) - parts, parts)
    months = cut.month + within
    wages = np.where(opened, 0, cut.wage)
    wages[opened] = share(cut.coefficient[opened], _base_salary(law, months[opened]), 1000)
    return cut._replace(month=months, months=where(opened, 1, cut.months), wage=wages)


def _base_salary(law: Law, months: Whole) -> Whole:
    """Of each month; the first one for the months before April 1993, when there was none."""
    different, which = np.unique(months, return_inverse=True)
    first = law.find("base_salary").entries[0].since
    days = [max(Month(int(month)).first_day, first).toordinal() for month in different]
    return law.figures("base_salary", np.array(days, np.int64))[which]


def _joined(rows: Lines, people: int) -> Whole:
    """The first compulsory month of each; of somebody without one, a month after all."""
    first = np.full(people, np.iinfo(np.int32).max, np.int64)
    compulsory = rows.where((rows.scale == Scale.EMPLOYER) | (rows.scale == Scale.STATE))
    np.minimum.at(first, compulsory.person, compulsory.month)
    return first


def _sums(values: Whole, bounds: Whole) -> Whole:
    """By person; a person without a line has 0."""
    parts = np.add.reduceat(np.append(values, 0), bounds[:-1])
    added: Whole = np.where(bounds[1:] > bounds[:-1], parts, 0)
    return added
