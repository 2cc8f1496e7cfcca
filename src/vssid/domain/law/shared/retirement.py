"""The normal retirement age: Labour Code 45/2019/QH14 art. 169, Decree 135/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked

_SINCE = date(2016, 1, 1)
_AGES = ("retirement_age.male", "retirement_age.female")


@rule(
    "shared.normal_age",
    marked("Normal retirement age by sex and month of birth"),
    gives="normal_age",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 54; Decree 135/2020/NĐ-CP art. 4",
)
def normal_age(law: Law, *, female: Truth, birth_month: Whole) -> Whole:
    """In months: the age of the year in which it is reached. Before 2021 60 years of men and 55 of women."""
    men, women = (_reached(law, name, birth_month) for name in _AGES)
    return where(female, women, men)


@rule(
    "shared.retirement_month",
    marked("Month in which the retirement age is reached"),
    gives="retirement_month",
    since=_SINCE,
    article="Decree 135/2020/NĐ-CP art. 3 to 5",
)
def retirement_month(law: Law, *, female: Truth, birth_month: Whole, years_below: Whole) -> Whole:
    """The pension begins with the month after. ``years_below``: 5 or 10 for work that lowers the age.

    A lowered age is so many years below the normal age of the year in which it is itself reached (appendix
    II), as if the person had been born so many years earlier.
    """
    as_if_born = birth_month - 12 * years_below
    return as_if_born + normal_age(law, female=female, birth_month=as_if_born)


def _reached(law: Law, name: str, birth_month: Whole) -> Whole:
    """Of each year's age the first that is reached by its end; the last age of the table for who
    comes later.
    """
    parameter = law.find(name)
    ages = np.array([entry.value for entry in parameter.entries], np.int64)
    ends = np.array(_last_months(parameter), np.int64)
    places = np.searchsorted(ends - ages, birth_month)
    since = np.array([entry.since.toordinal() for entry in parameter.entries], np.int64)
    return law.figures(name, since[places])


def _last_months(parameter: Parameter) -> list[int]:
    """The last month of each entry; the last one stays in force."""
    ends = [entry.until for entry in parameter.entries[:-1] if entry.until]
    return [*(int(Month.containing(end)) for end in ends), int(Month.of(9999, 12))]
