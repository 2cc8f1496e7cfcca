"""How much, for how long: Law 71/2006/QH11 art. 82; Law 38/2013/QH13 art. 50; Law 74/2025/QH15 art. 39;
Decree 374/2025/NĐ-CP.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from vssid.domain.law.benefits.unemployment.entitlement import LAW_38, LAW_71, LAW_74
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import first_day
from vssid.domain.law.shared.regions import by_region
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_END_OF_CONTRACT = 1
_CAP = "bhtn_benefit.monthly_cap"
AVERAGED = 6
"""Months of an average that is told as such, without the wages."""


@rule(
    "unemployment.cap_day",
    marked("Which day's minimum wage caps the benefit"),
    gives="cap_day",
    since=LAW_38,
    article="Law 38/2013/QH13 art. 50(1)",
)
def cap_day(law: Law, *, contract_ended_on: Whole, last_month_contributed: Whole) -> Whole:
    at_end = law.figure("unemployment.cap_reference") == _END_OF_CONTRACT
    return contract_ended_on if at_end else first_day(last_month_contributed)


# The law goes before its decree, which names the end of the contract.
cap_day.restated(LAW_74, article="Law 74/2025/QH15 art. 39(1)")


@rule(
    "unemployment.cap",
    marked("Highest unemployment benefit"),
    gives="benefit_cap",
    since=LAW_38,
    article="Law 38/2013/QH13 art. 50(1)",
)
def cap(
    law: Law,
    *,
    contract_ended_on: Whole,
    last_month_contributed: Whole,
    wage_region: Whole,
    state_scale: Truth,
) -> Whole:
    """Five times the base salary for pay by the state scale, else the minimum wage of the region."""
    day = cap_day(law, contract_ended_on=contract_ended_on, last_month_contributed=last_month_contributed)
    days, regions, scale = np.broadcast_arrays(day, wage_region, state_scale)
    found = np.zeros(days.shape, np.int64)
    if scale.any():
        found[scale] = law.figures("unemployment.monthly_cap_state_scale", days[scale])
    found[~scale] = by_region(law, _CAP, regions[~scale], days[~scale])
    return found


@cap.since(LAW_74, article="Law 74/2025/QH15 art. 39(1)")
def _(
    law: Law,
    *,
    contract_ended_on: Whole,
    last_month_contributed: Whole,
    wage_region: Whole,
    state_scale: Truth,
) -> Whole:
    """The minimum wage of the region for everybody. A trace tells when the decree comes to another figure."""
    day = cap_day(law, contract_ended_on=contract_ended_on, last_month_contributed=last_month_contributed)
    found = by_region(law, _CAP, wage_region, day)
    if law.trace is not None and _is_another(law, contract_ended_on, wage_region, than=found):
        cap_of_the_decree(law, contract_ended_on=contract_ended_on, wage_region=wage_region)
    return found


def _is_another(law: Law, contract_ended_on: Whole, wage_region: Whole, *, than: Whole) -> bool:
    """Whether the decree comes to another cap; where it names a day of which no wage is on record, it comes
    to none."""
    silent = replace(law, trace=None)
    try:
        other = cap_of_the_decree(silent, contract_ended_on=contract_ended_on, wage_region=wage_region)
    except NotInForce:
        return False
    return bool((other != than).any())


@rule(
    "unemployment.cap_of_the_decree",
    marked("The decree takes the minimum wage at the end of the contract and comes to another cap"),
    gives="benefit_cap_of_the_decree",
    since=LAW_74,
    article="Decree 374/2025/NĐ-CP art. 15(1)",
)
def cap_of_the_decree(law: Law, *, contract_ended_on: Whole, wage_region: Whole) -> Whole:
    """Not what is paid: shown where it differs from what the law says, for nobody has settled which goes."""
    return by_region(law, _CAP, wage_region, contract_ended_on)


class Monthly(NamedTuple):
    """đồng a month."""

    sixty_percent: Whole
    unemployment_benefit: Whole


@rule(
    "unemployment.monthly",
    marked("Unemployment benefit a month"),
    since=LAW_71,
    article="Law 71/2006/QH11 art. 82(1)",
)
def monthly(law: Law, *, wages_averaged: Whole, months_averaged: Whole, benefit_cap: Whole) -> Monthly:
    """No cap is on record but the one of the wages contributed on; ``benefit_cap`` does not count."""
    raw = _sixty_percent(law, wages_averaged, months_averaged)
    return Monthly(raw, raw)


@monthly.since(LAW_38, article="Law 38/2013/QH13 art. 50(1)")
def _(law: Law, *, wages_averaged: Whole, months_averaged: Whole, benefit_cap: Whole) -> Monthly:
    """The six months in a row before unemployment for which contributions were paid."""
    raw = _sixty_percent(law, wages_averaged, months_averaged)
    return Monthly(raw, at_most(raw, benefit_cap))


def _sixty_percent(law: Law, wages: Whole, months: Whole) -> Whole:
    """Rounded once, after the average."""
    return share(wages, law.figure("bhtn_benefit.rate"), PPM * months)


# The latest six months with contributions before the contract ended.
monthly.restated(LAW_74, article="Law 74/2025/QH15 art. 39(1)")


@rule(
    "unemployment.duration",
    marked("How many months are paid"),
    gives="benefit_months",
    since=LAW_71,
    article="Law 71/2006/QH11 art. 82(2)",
)
def duration(law: Law, *, months: Whole) -> Whole:
    """In four steps."""
    return law.brackets("unemployment.benefit_months", months)


@duration.since(LAW_38, article="Law 38/2013/QH13 art. 50(2)")
def _(law: Law, *, months: Whole) -> Whole:
    """Three for 12 to 36 months, one more for each further twelve."""
    beyond = at_least(months - law.figure("unemployment.months_of_the_first"), 0)
    further = beyond // law.figure("unemployment.months_behind_one")
    due = at_most(
        law.figure("unemployment.first_benefit_months") + further, law.figure("bhtn_benefit.duration_max")
    )
    return where(months < law.figure("unemployment.least_months"), 0, due)


duration.restated(LAW_74, article="Law 74/2025/QH15 art. 39(2)")


@rule(
    "unemployment.odd_months",
    marked("Odd months that the decision keeps"),
    gives="odd_months",
    since=LAW_71,
    article="Law 71/2006/QH11 art. 82(2)",
)
def odd_months(law: Law, *, months: Whole) -> Whole:
    return np.zeros_like(months)


odd_months.restated(LAW_38, article="Decree 28/2015/NĐ-CP art. 21, before its amendment")


@odd_months.since(
    date(2020, 7, 15), article="Decree 28/2015/NĐ-CP art. 18(7), as amended by Decree 61/2020/NĐ-CP"
)
def _(law: Law, *, months: Whole) -> Whole:
    """Of more than 144 months nothing is assumed to be kept: not verified for the time before 2026."""
    beyond = months - law.figure("unemployment.months_of_the_first")
    odd = beyond % law.figure("unemployment.months_behind_one")
    return where((beyond > 0) & (months < law.figure("unemployment.most_kept")), odd, 0)


odd_months.restated(LAW_74, article="Decree 374/2025/NĐ-CP art. 8(1)")


@rule(
    "unemployment.total",
    marked("Unemployment benefit, all months"),
    gives="unemployment_total",
    since=LAW_71,
    article="Law 71/2006/QH11 art. 82",
)
def total(law: Law, *, unemployment_benefit: Whole, benefit_months: Whole) -> Whole:
    return unemployment_benefit * benefit_months


total.restated(LAW_38, article="Law 38/2013/QH13 art. 50")

total.restated(LAW_74, article="Law 74/2025/QH15 art. 39")
