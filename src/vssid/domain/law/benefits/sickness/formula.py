"""Days of sickness: Law 58/2014/QH13 art. 24 to 28; Law 41/2024/QH15 art. 42 to 45.

A leave that was running on 2025-07-01 is finished by the law it began under: art. 141(5) of the law of 2024.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, choose, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import month_of, months_later
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

LAW_2014, LAW_2024 = date(2016, 1, 1), date(2025, 7, 1)
CIRCULAR_2021 = date(2021, 9, 1)
"""First day of Circular 06/2021/TT-BLDTBXH, as the press tells it; its text was not read."""
LAST_OF_2014 = date(2025, 6, 30)


@rule(
    "sickness.limit",
    marked("Working days of sickness paid in a calendar year"),
    gives="sick_limit",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 26(1)",
)
def limit(law: Law, *, years_contributed: Whole, hazardous_at_leave: Truth) -> Whole:
    """The work counts as it is when the leave begins."""
    usual = choose(
        [
            (years_contributed >= law.figure("sickness.long_years"), _days(law, "from_30_years")),
            (years_contributed >= law.figure("sickness.middle_years"), _days(law, "under_30_years")),
        ],
        _days(law, "under_15_years"),
    )
    return usual + where(hazardous_at_leave, law.figure("sickness.hazardous_days"), 0)


limit.restated(LAW_2024, article="Law 41/2024/QH15 art. 43(1)")


def _days(law: Law, years: str) -> int:
    return law.figure(f"sickness.max_working_days.{years}")


@rule(
    "sickness.within_limit",
    marked("Days of the leave that the days of the year still cover"),
    gives="sick_half_days",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 26(1)",
)
def within_limit(law: Law, *, asked_half_days: Whole, sick_limit: Whole, used_days: Whole) -> Whole:
    return at_most(asked_half_days, 2 * at_least(sick_limit - used_days, 0))


within_limit.restated(LAW_2024, article="Law 41/2024/QH15 art. 43(1)")


@rule(
    "sickness.part_days",
    marked("Less than half a day counts half, half a day and more a whole one"),
    gives="asked_half_days",
    since=LAW_2024,
    article="Law 41/2024/QH15 art. 45(5)",
)
def part_days(law: Law, *, absence: Whole) -> Whole:
    """``absence``: in millionths of a working day."""
    rest = absence % PPM
    return 2 * (absence // PPM) + choose([(2 * rest >= PPM, 2), (rest > 0, 1)], 0)


class LongLeave(NamedTuple):
    sick_months: Whole
    odd_days: Whole


@rule(
    "sickness.long_leave",
    marked("Leave in a long illness: full months and odd days"),
    since=LAW_2014,
    until=LAST_OF_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 6(2)",
)
def long_leave(law: Law, *, leave_from: Whole, leave_to: Whole) -> LongLeave:
    """Both days included, rest days and holidays too. A month ends on the day before its own number."""
    after = leave_to + 1
    months = month_of(after) - month_of(leave_from)
    full = months - where(months_later(leave_from, months) > after, 1, 0)
    return LongLeave(full, after - months_later(leave_from, full))


@rule(
    "sickness.full_rate",
    marked("Sickness benefit, share of the wage"),
    gives="sick_rate",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 28(1) and (3)",
)
def full_rate(law: Law, *, armed_forces: Truth) -> Whole:
    return where(armed_forces, law.figure("sickness.armed_forces_rate"), law.figure("sickness.rate"))


full_rate.restated(LAW_2024, article="Law 41/2024/QH15 art. 45(1) and (3)")


@rule(
    "sickness.continued_rate",
    marked("Share of the wage when a long illness goes on"),
    gives="rate_after",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 28(2)",
)
def continued_rate(law: Law, *, years_contributed: Whole) -> Whole:
    """After 180 days; under the law of 2024 after the days of the year."""
    return law.brackets("sickness.continued_rate", years_contributed)


continued_rate.restated(LAW_2024, article="Law 41/2024/QH15 art. 45(2)")


@rule(
    "sickness.child_limit",
    marked("Working days of a year for the care of a sick child"),
    gives="child_days",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 27",
)
def child_limit(law: Law, *, child_age: Whole) -> Whole:
    """Each child and each parent. ``child_age``: full years when the leave begins; none from 7 on."""
    return law.brackets("sickness.child_days", child_age)


child_limit.restated(LAW_2024, article="Law 41/2024/QH15 art. 44")
