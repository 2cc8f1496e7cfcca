"""Who is insured and who is entitled: Law 38/2013/QH13 art. 43, 46, 49; Law 74/2025/QH15 art. 31, 38."""

from __future__ import annotations

from datetime import date

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import months_later
from vssid.domain.values.problem import marked

LAW_71, LAW_38, LAW_74 = date(2009, 1, 1), date(2015, 1, 1), date(2026, 1, 1)


@rule(
    "unemployment.insured",
    marked("Whether a contract brings unemployment insurance"),
    gives="has_unemployment_insurance",
    since=date(2007, 1, 1),
    article="Law 71/2006/QH11 art. 140: not before 2009",
)
def insured(law: Law, *, contract_months: Whole, vietnamese: Truth) -> Truth:
    return np.zeros_like(vietnamese)


@insured.since(LAW_71, article="Law 71/2006/QH11 art. 2(3)")
def _(law: Law, *, contract_months: Whole, vietnamese: Truth) -> Truth:
    """Only citizens, until 2014 with employers of ten people and more; ``contract_months`` 0 is a contract
    without an end.
    """
    long_enough: Truth = (contract_months == 0) | (
        contract_months >= law.figure("unemployment.shortest_contract")
    )
    return vietnamese & long_enough


insured.restated(LAW_38, article="Law 38/2013/QH13 art. 43(1)")


insured.restated(LAW_74, article="Law 74/2025/QH15 art. 3(1), 31(1)")


@rule(
    "unemployment.file_by",
    marked("By when to apply"),
    gives="file_by",
    since=LAW_38,
    article="Law 38/2013/QH13 art. 46(1)",
)
def file_by(law: Law, *, contract_ended_on: Whole) -> Whole:
    """The day on which the contract ended is not counted: from 10 March until 10 June."""
    return months_later(contract_ended_on, law.figure("bhtn_benefit.application_deadline"))


file_by.restated(LAW_74, article="Law 74/2025/QH15 art. 38; Decree 374/2025/NĐ-CP")


@rule(
    "unemployment.entitled",
    marked("Whether unemployment benefit is due"),
    gives="entitled_when_unemployed",
    since=LAW_38,
    article="Law 38/2013/QH13 art. 49",
)
def entitled(
    law: Law,
    *,
    contract_months: Whole,
    months_in_last_24: Whole,
    months_in_last_36: Whole,
    left_unlawfully: Truth,
    draws_pension: Truth,
    could_draw_pension: Truth,
    applied_in_time: Truth,
) -> Truth:
    """Not to who draws a pension; who could draw one and does not is entitled."""
    enough = _contributed(law, contract_months, months_in_last_24, months_in_last_36)
    return enough & applied_in_time & ~left_unlawfully & ~draws_pension


@entitled.since(LAW_74, article="Law 74/2025/QH15 art. 38")
def _(
    law: Law,
    *,
    contract_months: Whole,
    months_in_last_24: Whole,
    months_in_last_36: Whole,
    left_unlawfully: Truth,
    draws_pension: Truth,
    could_draw_pension: Truth,
    applied_in_time: Truth,
) -> Truth:
    """Nor to who left when a pension was due."""
    enough = _contributed(law, contract_months, months_in_last_24, months_in_last_36)
    return enough & applied_in_time & ~left_unlawfully & ~draws_pension & ~could_draw_pension


def _contributed(law: Law, contract: Whole, of_24: Whole, of_36: Whole) -> Truth:
    """A short contract that brings insurance is looked back on for 36 months, every other for 24."""
    short: Truth = (contract >= law.figure("unemployment.shortest_contract")) & (
        contract < law.figure("unemployment.short_contract_below")
    )
    enough: Truth = np.where(short, of_36, of_24) >= law.figure("unemployment.least_months")
    return enough
