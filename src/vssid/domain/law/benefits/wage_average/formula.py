"""Law 58/2014/QH13 art. 62; Circular 59/2015/TT-BLDTBXH art. 20; Decree 158/2025/NĐ-CP art. 15(3)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_SINCE = date(2016, 1, 1)
_LAW_2024 = date(2025, 7, 1)
_THOUSANDTHS = 1000


class Seniority(NamedTuple):
    """The average is ``scale_total / scale_months``, an exact pair; its two parts and itself in đồng, rounded
    half up.

    ``scale_total`` is in ten-thousandths of a đồng: coefficients of two places times shares of two.
    """

    scale_total: Whole
    scale_months: Whole
    average: Whole
    average_without_seniority: Whole
    seniority: Whole


@rule(
    "wage_average.with_seniority",
    marked("Average on the State scale with the allowance for years of service"),
    since=_SINCE,
    article="Circular 59/2015/TT-BLDTBXH art. 20 and examples 38 to 40",
)
def with_seniority(
    law: Law,
    *,
    base: Whole,
    scale_months: Whole,
    plain_points: Whole,
    seniority_points: Whole,
    past_points: Whole,
) -> Seniority:
    """``base``: base salary of the day of the benefit, đồng.

    Points are ten-thousandths of the coefficient: ``plain_points`` of the last months without the allowance,
    added up; ``seniority_points`` the allowance in those months, added up; ``past_points`` the highest ever
    received, of one month, which is added where the last months hold none.
    """
    has_own: Truth = seniority_points > 0
    added = where(has_own, seniority_points, past_points * scale_months)
    below = scale_months * POINTS
    return Seniority(
        scale_total=base * (plain_points + added),
        scale_months=scale_months,
        average=share(base * (plain_points + added), 1, below),
        average_without_seniority=share(base * plain_points, 1, below),
        seniority=share(base * added, 1, below),
    )


with_seniority.restated(_LAW_2024, article="Decree 158/2025/NĐ-CP art. 15(3)")


POINTS = 10_000


@rule(
    "wage_average.pension",
    marked("Pension at a rate of the average"),
    gives="pension_of_average",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 56; Law 41/2024/QH15 art. 66",
)
def pension(law: Law, *, scale_total: Whole, scale_months: Whole, rate: Whole) -> Whole:
    """đồng a month; ``rate`` in parts per million, in steps of a thousandth of one per cent."""
    return share(scale_total, rate // 10, scale_months * POINTS * (PPM // 10))
