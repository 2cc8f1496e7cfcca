"""Law 41/2024/QH15 art. 23; Decree 158/2025/NĐ-CP art. 22 to 24; Decree 159/2025/NĐ-CP art. 14."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, at_least, share, up, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.averages import HUNDREDTHS
from vssid.domain.values.problem import marked

_SINCE = date(2025, 7, 1)
_HALVES = 2


class Allowance(NamedTuple):
    """``allowance_months``: what the contributions are worth in social pensions, a begun month as a whole
    one.

    ``monthly_allowance`` and ``once_for_gap`` (what may be paid in to go on until the age of the social
    pension): đồng.
    """

    allowance_months: Whole
    monthly_allowance: Whole
    once_for_gap: Whole


@rule(
    "monthly_allowance.allowance",
    marked("Monthly allowance until the age of the social pension"),
    since=_SINCE,
    article="Law 41/2024/QH15 art. 23; Decree 158/2025/NĐ-CP art. 23 and 24; Decree 159/2025/NĐ-CP art. 14",
)
def allowance(
    law: Law,
    *,
    average_total: Whole,
    average_months: Whole,
    half_years: Whole,
    months_until_social_pension: Whole,
    social_pension: Whole,
) -> Allowance:
    """``months_until_social_pension``: from the month of the request; nothing is due when there is none.

    Where the contributions last longer than that, the same sum is spread over those months.
    """
    per_half = average_total * half_years * law.figure("monthly_allowance.averages_per_year")
    gap = months_until_social_pension
    waiting: Truth = gap > 0
    months = where(waiting, up(per_half, average_months * social_pension * HUNDREDTHS * _HALVES), 0)
    spread = share(social_pension, months, at_least(gap, 1))
    monthly = where(months > gap, spread, where(months > 0, social_pension, 0))
    return Allowance(months, monthly, at_least(gap - months, 0) * where(months > 0, social_pension, 0))
