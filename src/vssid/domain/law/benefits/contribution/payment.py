"""By when an employer pays, and what a payment that does not suffice pays first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Whole, at_most
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import last_day
from vssid.domain.values.problem import marked


@rule(
    "contribution.deadline",
    marked("By when the employer pays a month"),
    gives="pay_by",
    since=date(2007, 1, 1),
    article="Law 71/2006/QH11 art. 107; since 2017 Decision 595/QĐ-BHXH art. 7",
)
def deadline(law: Law, *, contribution_month: Whole, cycle_months: Whole) -> Whole:
    """The last day of the month, or of the cycle of 3 or 6 months of the calendar in which it lies."""
    ends = contribution_month - contribution_month % cycle_months + cycle_months - 1
    return last_day(ends + law.figure("contribution.months_to_pay"))


# The last day of the month after it.
deadline.restated(date(2025, 7, 1), article="Law 41/2024/QH15 art. 34(4); Law 51/2024/QH15 art. 15")


class Allocation(NamedTuple):
    """đồng. ``to_social`` holds what late payment of social insurance takes."""

    to_health: Whole
    to_health_interest: Whole
    to_unemployment: Whole
    to_unemployment_interest: Whole
    to_accident: Whole
    to_accident_interest: Whole
    to_social: Whole


@rule(
    "contribution.allocation",
    marked("What a payment that does not suffice is used for, in order"),
    since=date(2017, 5, 1),
    until=date(2026, 4, 30),
    article="Decision 595/QĐ-BHXH art. 18, for all but those who leave or retire",
)
def allocation(
    law: Law,
    *,
    received: Whole,
    owed_health: Whole,
    owed_health_interest: Whole,
    owed_unemployment: Whole,
    owed_unemployment_interest: Whole,
    owed_accident: Whole,
    owed_accident_interest: Whole,
    owed_social: Whole,
    owed_social_interest: Whole,
) -> Allocation:
    """Fund after fund, in each what was to be contributed and then what was charged for being late.

    Decision 366/QĐ-BHXH, in force from May 2026, names no order.
    """
    given: list[Whole] = []
    left = received
    for owed in (
        owed_health,
        owed_health_interest,
        owed_unemployment,
        owed_unemployment_interest,
        owed_accident,
        owed_accident_interest,
        owed_social + owed_social_interest,
    ):
        given.append(at_most(owed, left))
        left = left - given[-1]
    return Allocation(*given)
