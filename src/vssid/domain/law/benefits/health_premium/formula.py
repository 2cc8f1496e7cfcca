"""Law 25/2008/QH12 art. 13 as amended by Law 46/2014/QH13 and Law 51/2024/QH15; Decree 188/2025/NĐ-CP."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from vssid.domain.law.engine.exact import Whole, at_most, at_rate, share
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.parameters import UnknownParameter
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.problem import marked

LAW_46 = date(2015, 1, 1)
LAW_51 = date(2025, 7, 1)
LAW_74 = date(2026, 1, 1)

_LADDER = ("first", "second", "third", "fourth", "fifth")
_SUPPORT = (
    "bhyt_premium.near_poor.support_rate",
    "health_premium.support_rate.near_poor_in_poor_commune",
    "bhyt_premium.pupil_student.support_rate",
    "health_premium.support_rate.average_income_farmers",
    "health_premium.support_rate.village_worker",
    "health_premium.support_rate.ethnic_minority",
    "health_premium.support_rate.trafficking_victim",
)
GROUPS = (
    "near_poor",
    "near_poor_in_poor_commune",
    "pupil_student",
    "average_income_farmers",
    "village_worker",
    "ethnic_minority",
    "trafficking_victim",
)
"""The supported groups in the order of their numbers, from 0."""


@rule(
    "health_premium.household",
    marked("Premium of one member of a household"),
    gives="premium",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 13(3), as amended by Law 46/2014/QH13",
)
def household(law: Law, *, member: Whole, months_covered: Whole) -> Whole:
    """đồng for the months paid for at once. ``member``: 1 for the first who pays, 2 for the second …

    Only who joins as a member of the household counts, in the same year; employees, pupils and supported
    people do not.
    """
    years = np.array([law.figure(f"bhyt_premium.household.{place}") for place in _LADDER], np.int64)
    return share(years[at_most(member, len(_LADDER)) - 1], months_covered, 12)


household.restated(LAW_51, article="Law 51/2024/QH15 art. 13")


class Supported(NamedTuple):
    """What the State, the province and the insured pay add up to the premium."""

    premium: Whole
    state_part: Whole
    province_part: Whole
    own_part: Whole


@rule(
    "health_premium.supported",
    marked("Premium with State support"),
    since=date(2010, 1, 1),
    article="Law 25/2008/QH12 art. 13",
)
def supported(law: Law, *, supported_group: Whole, months_covered: Whole, province: Whole) -> Supported:
    """đồng for the months paid for at once. ``province``: by its code; what it adds stands in the table of
    provinces, where that has a line for the group on the day, and is never more than is left.

    Raises NotInForce for a group that was not supported on the day.
    """
    premium = share(np.full(1, law.figure("bhyt_premium.year"), np.int64), months_covered, 12)
    rates = np.zeros(len(_SUPPORT), np.int64)
    for group in np.unique(supported_group):  # a group nobody asks for may not be in force yet
        rates[group] = law.figure(_SUPPORT[group])
    state_part = at_rate(premium, rates[supported_group])
    province_part = at_most(at_rate(premium, _added(law, province, supported_group)), premium - state_part)
    return Supported(premium, state_part, province_part, premium - state_part - province_part)


supported.restated(LAW_51, article="Law 51/2024/QH15 art. 13; Decree 188/2025/NĐ-CP")


def top_up(law: Law, province: int, group: str) -> int:
    """What a province adds, a share of the premium in parts per million; 0 where no source is known.

    The table of provinces is made of the figures ``health_premium.top_up.<code>.<group>``, each with its
    resolution: every province decides for itself, so each has dates and a source of its own.
    """
    name = f"health_premium.top_up.{province:02}.{group}"
    try:
        law.find(name).entry(law.on)
    except (UnknownParameter, NotInForce):
        return 0
    return law.figure(name)


def _added(law: Law, province: Whole, group: Whole) -> Whole:
    provinces, groups = np.broadcast_arrays(province, group)
    rates = np.zeros(provinces.shape, np.int64)
    for code, number in np.unique(np.stack([provinces, groups]), axis=1).T.tolist():
        rates[(provinces == code) & (groups == number)] = top_up(law, code, GROUPS[number])
    return rates


@rule(
    "health_premium.unemployed",
    marked("Premium while unemployment benefit is paid"),
    gives="premium",
    since=LAW_46,
    article="Law 38/2013/QH13 art. 51",
)
def unemployed(law: Law, *, benefit_of_month: Whole) -> Whole:
    """đồng a month, paid by the unemployment fund."""
    return at_rate(benefit_of_month, law.figure("bhyt_premium.statutory_rate"))


unemployed.restated(LAW_74, article="Law 74/2025/QH15; Law 51/2024/QH15 art. 13")
