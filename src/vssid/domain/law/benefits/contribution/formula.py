"""The contributions of one month: Law 41/2024/QH15 art. 31 to 34, Law 74/2025/QH15 art. 33 and 34."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from vssid.domain.law.benefits.contribution.rates import (
    accident_rate,
    health_rates,
    pension_rates,
    sickness_rate,
    unemployment_rates,
)
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, at_rate, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.regions import by_region
from vssid.domain.values.problem import marked

_SINCE = date(2007, 1, 1)


class Bounds(NamedTuple):
    """đồng a month. ``lowest_base`` is 0 where the act knows none for every employee."""

    lowest_base: Whole
    highest_base: Whole


@rule(
    "contribution.bounds",
    marked("Between which wages contributions to social and health insurance are paid"),
    since=_SINCE,
    article="Law 71/2006/QH11 art. 94",
)
def bounds(law: Law) -> Bounds:
    """Before July 2025 the least was the minimum wage of the job and region, which no wage may lie below."""
    return Bounds(whole(0), whole(law.figure("caps.bhxh_bhyt_monthly_base_max")))


bounds.restated(date(2016, 1, 1), article="Law 58/2014/QH13 art. 89")


@bounds.since(date(2025, 7, 1), article="Law 41/2024/QH15 art. 31(1)(đ)")
def _(law: Law) -> Bounds:
    return Bounds(
        whole(law.figure("caps.bhxh_monthly_base_min")), whole(law.figure("caps.bhxh_bhyt_monthly_base_max"))
    )


@rule(
    "contribution.unemployment_cap",
    marked("Up to which wage contributions to unemployment insurance are paid"),
    gives="highest_base",
    since=_SINCE,
    article="Law 71/2006/QH11 art. 94; unemployment insurance from 2009: art. 102",
)
def unemployment_cap(law: Law, *, wage_region: Whole, state_scale: Truth) -> Whole:
    """Until 2014 the same for everybody."""
    return whole(law.figure("caps.bhxh_bhyt_monthly_base_max"))


@unemployment_cap.since(date(2015, 1, 1), article="Law 38/2013/QH13 art. 58")
def _(law: Law, *, wage_region: Whole, state_scale: Truth) -> Whole:
    """Pay by the state scale: twenty times the base salary, of others the region's minimum wage."""
    by_scale = law.figure("contribution.unemployment_base_max_state_scale") if state_scale.any() else 0
    if state_scale.all():
        return whole(by_scale)
    return where(state_scale, by_scale, _regional(law, wage_region))


@unemployment_cap.since(date(2026, 1, 1), article="Law 74/2025/QH15 art. 34(2)")
def _(law: Law, *, wage_region: Whole, state_scale: Truth) -> Whole:
    return _regional(law, wage_region)


def _regional(law: Law, region: Whole) -> Whole:
    return by_region(law, "caps.bhtn_monthly_base_max", region, whole(law.on.toordinal()))


class Month(NamedTuple):
    """đồng. Each fund and payer is rounded apart, half up."""

    social_base: Whole
    unemployment_base: Whole
    employee_pension: Whole
    employee_health: Whole
    employee_unemployment: Whole
    employee_in_all: Whole
    employer_pension: Whole
    employer_sickness: Whole
    employer_accident: Whole
    employer_health: Whole
    employer_unemployment: Whole
    employer_in_all: Whole


@rule(
    "contribution.month",
    marked("Contributions of one month"),
    since=_SINCE,
    article="Law 71/2006/QH11 art. 91 to 94",
)
def month(
    law: Law,
    *,
    wage: Whole,
    wage_region: Whole,
    state_scale: Truth,
    foreigner: Truth,
    private_employer: Truth,
    reduced_accident_rate: Truth,
    treaty_exempt: Truth,
) -> Month:
    """``wage``: what contributions are agreed on before any bound. Nobody pays for a month without a wage.

    ``treaty_exempt``: a foreigner who stays in the pension insurance of a country with an agreement.
    """
    lowest, highest = bounds(law)
    pay = where(wage > 0, at_least(wage, lowest), 0)
    social = at_most(pay, highest)
    cap = unemployment_cap(law, wage_region=wage_region, state_scale=state_scale)
    unemployment = where(foreigner, 0, at_most(pay, cap))

    pension_of = pension_rates(law, foreigner=foreigner)
    health_of = health_rates(law)
    unemployment_of = unemployment_rates(law, foreigner=foreigner, private_employer=private_employer)
    accident_of = accident_rate(
        law,
        foreigner=foreigner,
        private_employer=private_employer,
        reduced_accident_rate=reduced_accident_rate,
    )
    for_pension = where(foreigner & treaty_exempt, 0, social)
    employee = (
        at_rate(for_pension, pension_of.employee_pension_rate),
        at_rate(social, health_of.employee_health_rate),
        at_rate(unemployment, unemployment_of.employee_unemployment_rate),
    )
    employer = (
        at_rate(for_pension, pension_of.employer_pension_rate),
        at_rate(social, sickness_rate(law, foreigner=foreigner)),
        at_rate(social, accident_of),
        at_rate(social, health_of.employer_health_rate),
        at_rate(unemployment, unemployment_of.employer_unemployment_rate),
    )
    return Month(
        social, unemployment, *employee, employee[0] + employee[1] + employee[2], *employer, _sum(employer)
    )


month.restated(date(2016, 1, 1), article="Law 58/2014/QH13 art. 85 to 89; Law 38/2013/QH13 art. 57 and 58")


month.restated(date(2025, 7, 1), article="Law 41/2024/QH15 art. 31 to 34; Law 51/2024/QH15 art. 13")


def _sum(parts: tuple[Whole, ...]) -> Whole:
    added: Whole = np.sum(np.stack(np.broadcast_arrays(*parts)), axis=0)
    return added
