"""Law 58/2014/QH13 art. 65; Law 41/2024/QH15 art. 76."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Whole, at_least, share
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_SINCE = date(2016, 1, 1)
_LAW_2024 = date(2025, 7, 1)
THOUSANDTHS = 1000
_HALVES = 2


class Settled(NamedTuple):
    """``months_of_pension``: thousandths of a month. ``emigration_amount``: đồng."""

    months_of_pension: Whole
    emigration_amount: Whole


@rule(
    "emigration.of_pension",
    marked("Lump sum of a pensioner who settles abroad"),
    since=_SINCE,
    article="Law 58/2014/QH13 art. 65(2)",
)
def of_pension(
    law: Law,
    *,
    half_years_before_2014: Whole,
    half_years_from_2014: Whole,
    months_received: Whole,
    pension_paid_now: Whole,
) -> Settled:
    """``pension_paid_now``: đồng a month. ``months_received``: full months of pension already paid."""
    for_years = half_years_before_2014 * law.figure(
        "emigration.per_year_before_2014"
    ) + half_years_from_2014 * law.figure("emigration.per_year_from_2014")
    millionths = for_years - _HALVES * months_received * law.figure("emigration.per_month_received")
    least = law.figure("emigration.least") * THOUSANDTHS
    months = at_least(share(at_least(millionths, 0), THOUSANDTHS, _HALVES * PPM), least)
    return Settled(months, share(pension_paid_now, months, THOUSANDTHS))


of_pension.restated(_LAW_2024, article="Law 41/2024/QH15 art. 76")


@rule(
    "emigration.of_other_benefit",
    marked("Lump sum of another monthly benefit on settling abroad"),
    gives="emigration_amount",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 65(3); Law 84/2015/QH13",
)
def of_other_benefit(law: Law, *, monthly_benefit: Whole) -> Whole:
    """đồng, of a monthly benefit as paid now."""
    return monthly_benefit * law.figure("emigration.other_benefits")


of_other_benefit.restated(_LAW_2024, article="Law 41/2024/QH15 art. 76")
