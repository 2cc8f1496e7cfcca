"""The average monthly wage and income that pensions and lump sums are reckoned from.

Law 58/2014 articles 62, 63, 79; Law 41/2024 articles 72, 73, 104; Circular 59/2015 article 20;
Decree 158/2025 articles 15 to 17; Circular 12/2025 article 16.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from tests.law.naive import figures
from tests.law.naive.career import Career, Paid

CURRENT_SCALE_FOREVER = date(2016, 1, 1)
"""Whoever joined before has State wages counted again at the base salary of the day of the benefit."""

_YEARS_THAT_COUNT = (
    (date(1995, 1, 1), 5),
    (date(2001, 1, 1), 6),
    (date(2007, 1, 1), 8),
    (date(2016, 1, 1), 10),
    (date(2020, 1, 1), 15),
    (date(2025, 1, 1), 20),
)
"""Law 58/2014 article 62(1), Law 41/2024 article 72(1): joined before, last years."""


def average(career: Career, on: date) -> Fraction:
    """``on``: the month the pension starts, or the day of the decision on a lump sum."""
    compulsory = [paid for paid in career.paid if paid.compulsory]
    voluntary = [paid for paid in career.paid if not paid.compulsory]
    income = _dong(_adjusted(paid, on) for paid in voluntary)
    if not compulsory:
        return income / len(voluntary)
    mean = _compulsory_average(career, compulsory, on)
    return (mean * len(compulsory) + income) / (len(compulsory) + len(voluntary))


def window_months(joined: date) -> int | None:
    """How many of the last months count of a State-scale career; None: all of them."""
    return next((12 * years for before, years in _YEARS_THAT_COUNT if joined < before), None)


def _compulsory_average(career: Career, compulsory: Sequence[Paid], on: date) -> Fraction:
    joined = career.joined
    assert joined
    state = [_revalued(paid, joined, on) for paid in compulsory if paid.scale == "state"]
    employer = [_adjusted(paid, on) for paid in compulsory if paid.scale == "employer"]
    total = _dong(employer)
    if state:
        total += _state_average(state, joined, on) * len(state)
    return total / len(compulsory)


def _state_average(state: Sequence[int], joined: date, on: date) -> Fraction:
    whole = _dong(state) / len(state)
    months = window_months(joined)
    if months is None or len(state) <= months:
        return whole
    last = _dong(state[-months:]) / months
    # Decree 158/2025 article 15(2)(c): the whole time when the last years are lower
    return max(last, whole) if on >= figures.LAW_2024 else last


def _revalued(paid: Paid, joined: date, on: date) -> int:
    """Ten-thousandths of a dong, so that they are whole."""
    if joined < CURRENT_SCALE_FOREVER:
        return paid.amount * figures.base_salary(on) * 100
    return _adjusted(paid, on)


def _adjusted(paid: Paid, on: date) -> int:
    """Ten-thousandths of a dong."""
    return paid.hundredths_of_dong * figures.adjustment_hundredths(on.year, paid.month.year)


def _dong(ten_thousandths: Iterable[int]) -> Fraction:
    return Fraction(sum(ten_thousandths), 10_000)
