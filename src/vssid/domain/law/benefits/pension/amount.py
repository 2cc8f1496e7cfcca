"""The pension a month: share of the average, rounded once, and the floor of those who have one."""

from __future__ import annotations

from datetime import date, timedelta
from math import gcd
from typing import NamedTuple

import numpy as np

from vssid.domain.law.benefits.pension.rate import LAW_2014, LAW_2024, rate
from vssid.domain.law.benefits.pension.supplement import FIRST, LAST, supplement
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_rate, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.averages import Average, of_average
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_AFTER = LAST + timedelta(days=1)
_FLOORED_2024 = frozenset({"a", "b", "c", "d", "dd", "g", "i"})


class Pension(NamedTuple):
    """``pension_rate`` in parts per million; đồng a month before and after floor and supplement."""

    pension_rate: Whole
    computed: Whole
    pension: Whole


@rule(
    "pension.floor",
    marked("Lowest pension"),
    gives="floor",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 56(5)",
)
def floor(law: Law, *, floored: Truth, months_compulsory: Whole) -> Whole:
    """đồng a month; 0 for who has no floor. ``floored``: of the groups that have one, joined in time."""
    enough = months_compulsory >= 12 * law.figure("pension.floor_years")
    return where(floored & enough, law.figure("pension.floor"), 0)


floor.restated(LAW_2024, article="Law 41/2024/QH15 art. 141(11); Decree 158/2025/NĐ-CP art. 13(1)")


@rule(
    "pension.pension",
    marked("Pension a month"),
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 56",
)
def pension(
    law: Law,
    *,
    female: Truth,
    months: Whole,
    months_compulsory: Whole,
    early_months: Whole,
    average_total: Whole,
    average_months: Whole,
    floored: Truth,
) -> Pension:
    """``law.on``: the first day of the pension. ``average_total`` (hundredths of a đồng) over
    ``average_months`` is the average, see :class:`~vssid.domain.law.shared.averages.Average`. Whether it is
    due is for the caller."""
    return _pension(
        law, female, months, months_compulsory, early_months, Average(average_total, average_months), floored
    )


@pension.since(FIRST, article="Law 58/2014/QH13 art. 56; Decree 153/2018/NĐ-CP art. 2")
def _(
    law: Law,
    *,
    female: Truth,
    months: Whole,
    months_compulsory: Whole,
    early_months: Whole,
    average_total: Whole,
    average_months: Whole,
    floored: Truth,
) -> Pension:
    """With the supplement of women, which is an amount of its own on top of what is due."""
    due = _pension(
        law, female, months, months_compulsory, early_months, Average(average_total, average_months), floored
    )
    more = at_rate(due.pension, supplement(law, female=female, months=months))
    return due._replace(pension=due.pension + more)


pension.restated(_AFTER, article="Law 58/2014/QH13 art. 56", like=LAW_2014)
pension.restated(LAW_2024, article="Law 41/2024/QH15 art. 66")


def has_floor(law: Law, *, letters: Truth, joined: Whole) -> Truth:
    """``letters``: of a group with a floor. Since Law 41/2024/QH15 only who joined before it: art.
    141(11).
    """
    if law.on < date(2025, 7, 1):
        return letters
    return letters & (joined < LAW_2024.year * 12 + LAW_2024.month - 1)


def letters_with_floor(on: date, letter: str) -> bool:
    """Law 58/2014/QH13 art. 56(5); Law 41/2024/QH15 art. 141(11). ``letter``: of art. 2(1), đ also as dd."""
    letter = letter.strip().lower().replace("đ", "dd")
    return letter in _FLOORED_2024 if on >= LAW_2024 else letter != "i"


def _pension(
    law: Law,
    female: Truth,
    months: Whole,
    months_compulsory: Whole,
    early_months: Whole,
    mean: Average,
    floored: Truth,
) -> Pension:
    share_of_average = rate(law, female=female, months=months, early_months=early_months)
    computed = of_average(mean, *_lowest_terms(share_of_average))
    lowest = floor(law, floored=floored, months_compulsory=months_compulsory)
    return Pension(share_of_average, computed, at_least(computed, lowest))


def _lowest_terms(ppm: Whole) -> tuple[Whole, int]:
    """The same shares over a smaller number, so that long careers fit into 64 bits: 75 % are 3 of 4."""
    unit = gcd(int(np.gcd.reduce(ppm, axis=None, initial=0)), PPM)
    return ppm // unit, PPM // unit
