"""The time contributed, as amounts count it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

_SINCE = date(2016, 1, 1)


@rule(
    "shared.half_years",
    marked("Odd months of 1 to 6 count half a year, of 7 to 11 a whole one"),
    gives="half_years",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 85(7)",
)
def half_years(law: Law, *, months: Whole) -> Whole:
    """Months as half years (27 years are 54)."""
    return rounded(months)


half_years.restated(date(2025, 7, 1), article="Law 41/2024/QH15 art. 5(6)")


def rounded(months: Whole) -> Whole:
    """1 to 6 odd months → one half year, 7 to 11 → two."""
    return 2 * (months // 12) + (months % 12 + 5) // 6


class Split(NamedTuple):
    half_years_before_2014: Whole
    half_years_from_2014: Whole


@rule(
    "shared.split_2014",
    marked("Odd months before 2014 are counted with those from 2014"),
    since=_SINCE,
    article="Circular 59/2015/TT-BLDTBXH art. 19(4)",
)
def split_2014(law: Law, *, months_before_2014: Whole, months_from_2014: Whole) -> Split:
    """The two stretches of time as half years; without a later stretch the odd months are rounded where they
    are.
    """
    has_later: Truth = months_from_2014 > 0
    moved = where(has_later, months_before_2014 % 12, 0)
    return Split(rounded(months_before_2014 - moved), rounded(months_from_2014 + moved))
