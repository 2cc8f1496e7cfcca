"""The average of wages and income that pensions and lump sums are reckoned from, exact until it is paid.

Law 58/2014/QH13 art. 62, 63, 79; Law 41/2024/QH15 art. 72, 73, 104; Decree 158/2025/NĐ-CP art. 15 to 17.
Amounts after a coefficient are in hundredths of a đồng. :mod:`.career_lines` adds the months of people up.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole, at_least, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

_SINCE = date(2016, 1, 1)
_LAW_2024 = date(2025, 7, 1)
HUNDREDTHS = 100


class Totals(NamedTuple):
    """What a person's months add up to; the totals in hundredths of a đồng, State wages as they are counted
    now.

    ``window_*``: the last months on the State scale that count. ``state_*``: all of them.
    """

    employer_total: Whole
    employer_months: Whole
    state_total: Whole
    state_months: Whole
    window_total: Whole
    window_months: Whole
    voluntary_total: Whole
    voluntary_months: Whole


class Average(NamedTuple):
    """``average_total`` (hundredths of a đồng) over ``average_months`` is the average, which is never
    rounded.

    Both are 0 and 1 of somebody without a month. See :func:`of_average` for what is paid of it.
    """

    average_total: Whole
    average_months: Whole


@rule(
    "shared.adjusted",
    marked("Wages times the coefficient of their year"),
    gives="adjusted",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 63(2)",
)
def adjusted(law: Law, *, wage: Whole, year: Whole) -> Whole:
    """Hundredths of a đồng. ``law.on``: the day of the decision, whose year has the table."""
    return wage * law.brackets("wage_coefficients", year)


adjusted.restated(_LAW_2024, article="Law 41/2024/QH15 art. 73; Decree 158/2025/NĐ-CP art. 16")


@rule(
    "shared.adjusted_income",
    marked("Voluntary income times the coefficient of its year"),
    gives="adjusted",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 79(2)",
)
def adjusted_income(law: Law, *, wage: Whole, year: Whole) -> Whole:
    """Hundredths of a đồng. NotInTable for a year before the scheme began in 2008."""
    return wage * law.brackets("voluntary_income_coefficients", year)


adjusted_income.restated(_LAW_2024, article="Law 41/2024/QH15 art. 104(2); Decree 159/2025/NĐ-CP art. 10")


@rule(
    "shared.current_scale",
    marked("Coefficient of the State scale times the base salary of the day of the benefit"),
    gives="adjusted",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 63(1)",
)
def current_scale(law: Law, *, coefficient: Whole) -> Whole:
    """Hundredths of a đồng of a coefficient in thousandths, allowances included."""
    return _in_hundredths(coefficient, law.figure("base_salary"))


@current_scale.since(_LAW_2024, article="Law 41/2024/QH15 art. 73(1)")
def _(law: Law, *, coefficient: Whole) -> Whole:
    return _in_hundredths(coefficient, law.figure("reference_level"))


def _in_hundredths(coefficient: Whole, base: int) -> Whole:
    """Exact for every base that ends in a nought."""
    return share(coefficient, base, 10)


@rule(
    "shared.last_months",
    marked("How many of the last months on the State scale make the average"),
    gives="last_months",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 62(1)",
)
def last_months(law: Law, *, joined: Whole) -> Whole:
    """``joined``: the first month of compulsory insurance, with any employer."""
    return law.brackets("average.last_months_of_state_scale", joined // 12)


last_months.restated(_LAW_2024, article="Law 41/2024/QH15 art. 72(1)")


@rule(
    "shared.average",
    marked("Average of all months: State scale by its last months, other wages and income as they are"),
    since=_SINCE,
    article="Law 58/2014/QH13 art. 62; Circular 59/2015/TT-BLDTBXH art. 20",
)
def average(
    law: Law,
    *,
    employer_total: Whole,
    employer_months: Whole,
    state_total: Whole,
    state_months: Whole,
    window_total: Whole,
    window_months: Whole,
    voluntary_total: Whole,
    voluntary_months: Whole,
) -> Average:
    """The average as an exact pair; call it with ``**totals._asdict()``."""
    return _over_all(
        window_total,
        window_months,
        state_months,
        employer_total + voluntary_total,
        employer_months + voluntary_months,
    )


@average.since(
    _LAW_2024, article="Law 41/2024/QH15 art. 72; Decree 158/2025/NĐ-CP art. 15(2)(c), 15(4), 17(5)"
)
def _(
    law: Law,
    *,
    employer_total: Whole,
    employer_months: Whole,
    state_total: Whole,
    state_months: Whole,
    window_total: Whole,
    window_months: Whole,
    voluntary_total: Whole,
    voluntary_months: Whole,
) -> Average:
    """Where the last months on the State scale are lower than all of them, all of them count."""
    better: Truth = state_total * window_months > window_total * state_months
    return _over_all(
        where(better, state_total, window_total),
        where(better, state_months, window_months),
        state_months,
        employer_total + voluntary_total,
        employer_months + voluntary_months,
    )


def _over_all(
    total: Whole, months: Whole, state_months: Whole, other_total: Whole, other_months: Whole
) -> Average:
    """``(state_months × total / months + other_total) / (state_months + other_months)`` in lowest terms."""
    divisor = at_least(months, 1)
    numerator = state_months * total + divisor * other_total
    denominator = at_least(divisor * (state_months + other_months), 1)
    common: Whole = np.gcd(numerator, denominator)
    return Average(numerator // common, denominator // common)


def of_average(mean: Average, numerator: Whole | int, denominator: Whole | int = 1) -> Whole:
    """``average × numerator / denominator`` in đồng, rounded half up once: for what is paid.

    ``2 × HUNDREDTHS × average_months × denominator × numerator`` needs to stay below 2**63: with 240 × 600
    months, ``numerator × denominator`` may reach 3 × 10**11.
    """
    return share(mean.average_total, numerator, mean.average_months * HUNDREDTHS * denominator)


def known(average: Whole) -> Average:
    """An average that was reckoned elsewhere, in whole đồng."""
    return Average(average * HUNDREDTHS, np.ones_like(average))
