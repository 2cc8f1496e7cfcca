"""What a line of a population or a changed figure may hold, by what its number counts: a slip is refused, and
nothing that is reckoned from it leaves 64 bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.values.months import Month
from vssid.domain.values.rates import PPM


@dataclass(frozen=True, slots=True)
class Bounds:
    """Both ends included. ``codes``: the numbers that stand for a word, where no other means anything."""

    lowest: int
    highest: int
    codes: frozenset[int] = frozenset()

    def hold(self, value: int) -> bool:
        return value in self.codes if self.codes else self.lowest <= value <= self.highest


_FIRST_YEAR, _LAST_YEAR, _OLDEST = 1900, 2199, 150
_MOST_DONG = 10**12
_BY_UNIT: Mapping[Unit, Bounds] = {
    Unit.DONG: Bounds(0, _MOST_DONG),
    Unit.HUNDREDTHS_OF_DONG: Bounds(0, 100 * _MOST_DONG),
    Unit.MILLIONTHS_OF_DONG: Bounds(0, PPM * 10**9),
    Unit.PPM: Bounds(0, 100 * PPM),
    Unit.BILLIONTHS: Bounds(0, 1_000_000_000),
    Unit.PERCENT: Bounds(0, 100),
    Unit.HUNDREDTHS: Bounds(0, 1_000_000),
    Unit.THOUSANDTHS: Bounds(0, 10_000_000),
    Unit.TIMES: Bounds(0, 10_000),
    Unit.COUNT: Bounds(0, 1_000_000_000),
    Unit.CODE: Bounds(0, 999),
    Unit.YES_NO: Bounds(0, 1),
    Unit.YEARS: Bounds(0, _OLDEST),
    Unit.HALF_YEARS: Bounds(0, 2 * _OLDEST),
    Unit.MONTHS: Bounds(0, 12 * _OLDEST),
    Unit.TIME: Bounds(0, 12 * _OLDEST),
    Unit.AGE: Bounds(0, 12 * _OLDEST),
    Unit.AGE_IN_YEARS: Bounds(0, _OLDEST),
    Unit.WEEKS: Bounds(0, 53 * _OLDEST),
    Unit.DAYS: Bounds(0, 366 * _OLDEST),
    Unit.HALF_DAYS: Bounds(0, 2 * 366 * 50),
    Unit.CALENDAR_YEAR: Bounds(_FIRST_YEAR, _LAST_YEAR),
    Unit.MONTH: Bounds(int(Month.of(_FIRST_YEAR, 1)), int(Month.of(_LAST_YEAR, 12))),
    Unit.DATE: Bounds(date(_FIRST_YEAR, 1, 1).toordinal(), date(_LAST_YEAR, 12, 31).toordinal()),
}
_SHARES = (
    "absence", "card_pays", "rate", "rate_after", "rate_of_the_months", "route_ratio", "sick_rate",
    "visit_pays",
)  # fmt: skip
_BY_NAME: Mapping[str, Bounds] = {
    **dict.fromkeys(_SHARES, Bounds(0, PPM)),
    # as printed on a card
    "benefit_digit": Bounds(1, 5),
    # what something is divided by is never nothing
    "cycle_months": Bounds(1, 12),
    "months_averaged": Bounds(1, 12 * _OLDEST),
    "scale_months": Bounds(1, 12 * _OLDEST),
    "social_pension": Bounds(1, 10**9),
    # an exact average is of months times months
    "average_months": Bounds(1, 600 * 600),
    "average_total": Bounds(0, 10**16),
    # multiplied before anything is rounded
    "base": Bounds(0, 10**9),
    "base_salary": Bounds(0, 10**7),
    "chosen_income": Bounds(0, 10**10),
    "coefficient_months": Bounds(0, 600_000),
    "past_points": Bounds(0, 10**6),
    "plain_points": Bounds(0, 10**8),
    "scale_total": Bounds(0, 10**16),
    "seniority_points": Bounds(0, 10**8),
    # the last day and the last month there are stand for never
    "five_years_since": Bounds(_BY_UNIT[Unit.DATE].lowest, date.max.toordinal()),
    "certificate_until": Bounds(_BY_UNIT[Unit.MONTH].lowest, int(Month.of(9999, 12))),
}
_OF_FIGURES: Mapping[Unit, Bounds] = {Unit.DONG: Bounds(0, 10**10)}
"""An amount the act states multiplies those of a person."""


def of_figure(unit: Unit) -> Bounds:
    return _OF_FIGURES.get(unit, _BY_UNIT[unit])


@cache
def of_input(name: str) -> Bounds:
    """Of what a rule reads by that name."""
    quantity = quantities()[name]
    if quantity.words:
        return Bounds(min(quantity.words), max(quantity.words), frozenset(quantity.words))
    return _BY_NAME.get(name, _BY_UNIT[quantity.unit])
