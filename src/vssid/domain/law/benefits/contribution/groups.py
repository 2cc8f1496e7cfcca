"""Contributions of a month for those who are not employees: owners of business households, workers abroad,
conscripts, part-time officials of communes.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.benefits.contribution.formula import bounds
from vssid.domain.law.benefits.contribution.rates import HealthRates, health_rates
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, at_rate, of_each, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

LAW_58, LAW_41 = date(2016, 1, 1), date(2025, 7, 1)
HOUSEHOLD_OWNER, ABROAD, CONSCRIPT, COMMUNE = range(4)
_OF = "other_groups"


@rule(
    "contribution.group_base",
    marked("Contribution salary outside employment"),
    gives="social_base",
    since=LAW_58,
    article="Law 58/2014/QH13 art. 85(2), 86(2) and (3), 89",
)
def group_base(law: Law, *, payer_group: Whole, wage: Whole) -> Whole:
    """``wage``: before going abroad; 0 for whoever had not contributed. The others have the base salary."""
    _, highest = bounds(law)
    abroad = where(wage > 0, at_most(wage, highest), law.figure("contribution.base_abroad_at_first"))
    return where(payer_group == ABROAD, abroad, law.figure("contribution.base_by_act"))


@group_base.since(LAW_41, article="Law 41/2024/QH15 art. 31; Decree 158/2025/NĐ-CP art. 7(3)")
def _(law: Law, *, payer_group: Whole, wage: Whole) -> Whole:
    """``wage``: the income chosen, the allowance of an official, or what is reckoned for a conscript."""
    lowest, highest = bounds(law)
    return where(wage > 0, at_most(at_least(wage, lowest), highest), 0)


class GroupMonth(NamedTuple):
    """đồng. Each fund and payer is rounded apart. ``unit``: the commune, or for a conscript the State."""

    social_base: Whole
    own_pension: Whole
    own_sickness: Whole
    own_health: Whole
    own_in_all: Whole
    unit_pension: Whole
    unit_sickness: Whole
    unit_health: Whole
    unit_in_all: Whole


@rule(
    "contribution.of_group",
    marked("Contributions of one month outside employment"),
    since=LAW_58,
    article="Law 58/2014/QH13 art. 85 and 86; Law 25/2008/QH12 art. 13",
)
def of_group(law: Law, *, payer_group: Whole, wage: Whole) -> GroupMonth:
    """Of a commune's part-time officials the pension fund and health insurance alone."""
    return _month(law, payer_group, wage, commune_sickness=False)


@of_group.since(LAW_41, article="Law 41/2024/QH15 art. 32 to 34; Law 51/2024/QH15 art. 13")
def _(law: Law, *, payer_group: Whole, wage: Whole) -> GroupMonth:
    return _month(law, payer_group, wage, commune_sickness=True)


def _month(law: Law, group: Whole, wage: Whole, *, commune_sickness: bool) -> GroupMonth:
    """A group that a line does not name pays nothing of it; nobody is of two groups."""
    base = group_base(law, payer_group=group, wage=wage)
    owner, abroad, conscript, commune = (
        group == one for one in (HOUSEHOLD_OWNER, ABROAD, CONSCRIPT, COMMUNE)
    )
    health = health_rates(law) if commune.any() else HealthRates(whole(0), whole(0))
    own_pension = at_rate(
        base,
        _rate(law, "business_household.pension_survivor", owner)
        + _rate(law, "worker_abroad.pension_survivor", abroad)
        + _rate(law, "commune_part_time.employee", commune),
    )
    own_sickness = at_rate(base, _rate(law, "business_household.sickness_maternity", owner))
    own_health = at_rate(
        base,
        _rate(law, "business_household.bhyt", owner) + where(commune, health.employee_health_rate, 0),
    )
    unit_pension = at_rate(
        base,
        _rate(law, "commune_part_time.employer", commune)
        + _rate(law, "conscript.pension_survivor", conscript),
    )
    of_sickness = commune & commune_sickness
    unit_sickness = at_rate(base, _rate(law, "commune_part_time.sickness_maternity", of_sickness))
    unit_health = at_rate(base, where(commune, health.employer_health_rate, 0))
    return GroupMonth(
        social_base=base,
        own_pension=own_pension,
        own_sickness=own_sickness,
        own_health=own_health,
        own_in_all=own_pension + own_sickness + own_health,
        unit_pension=unit_pension,
        unit_sickness=unit_sickness,
        unit_health=unit_health,
        unit_in_all=unit_pension + unit_sickness + unit_health,
    )


def _rate(law: Law, name: str, those: Truth) -> Whole:
    """Of those alone. Only what somebody pays is looked up: a group that did not belong to the scheme then is
    refused."""
    return of_each(those, lambda: law.figure(f"{_OF}.{name}"), lambda: 0)
