"""The rates of each fund: Law 41/2024/QH15 art. 32 to 34, Law 74/2025/QH15 art. 33, and those before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

_VN, _FOREIGN = "rates_vn_employee", "rates_foreign_employee"
_SINCE, _LAW_58 = date(2007, 1, 1), date(2016, 1, 1)


class PensionRates(NamedTuple):
    employee_pension_rate: Whole
    employer_pension_rate: Whole


@rule(
    "contribution.pension_rates",
    marked("Rates for pension and survivors"),
    since=_SINCE,
    article="Law 71/2006/QH11 art. 91 and 92",
)
def pension_rates(law: Law, *, foreigner: Truth) -> PensionRates:
    """Foreign employees belong to this fund from 2022 on."""
    return _pension(law, foreigner, foreign=False)


pension_rates.restated(_LAW_58, article="Law 58/2014/QH13 art. 85 and 86")


@pension_rates.since(
    date(2022, 1, 1), article="Law 58/2014/QH13 art. 85 and 86; Decree 143/2018/NĐ-CP art. 12"
)
def _(law: Law, *, foreigner: Truth) -> PensionRates:
    return _pension(law, foreigner, foreign=True)


pension_rates.restated(date(2025, 7, 1), article="Law 41/2024/QH15 art. 33 and 34")


def _pension(law: Law, foreigner: Truth, *, foreign: bool) -> PensionRates:
    return PensionRates(
        _by_citizenship(law, foreigner, "pension_survivor.employee", foreign=foreign),
        _by_citizenship(law, foreigner, "pension_survivor.employer", foreign=foreign),
    )


def _by_citizenship(law: Law, foreigner: Truth, fund: str, *, foreign: bool) -> Whole:
    """``foreign``: whether foreign employees belong to the fund. Only what somebody pays is looked up."""
    theirs = law.figure(f"{_FOREIGN}.{fund}") if foreign and foreigner.any() else 0
    ours = 0 if foreigner.all() else law.figure(f"{_VN}.{fund}")
    return where(foreigner, theirs, ours)


@rule(
    "contribution.sickness_rate",
    marked("Rate for sickness and maternity"),
    gives="employer_sickness_rate",
    since=_SINCE,
    article="Law 71/2006/QH11 art. 92",
)
def sickness_rate(law: Law, *, foreigner: Truth) -> Whole:
    """Foreign employees belong to this fund from December 2018 on."""
    return _by_citizenship(law, foreigner, "sickness_maternity.employer", foreign=False)


sickness_rate.restated(_LAW_58, article="Law 58/2014/QH13 art. 86")


@sickness_rate.since(date(2018, 12, 1), article="Law 58/2014/QH13 art. 86; Decree 143/2018/NĐ-CP art. 13")
def _(law: Law, *, foreigner: Truth) -> Whole:
    return _by_citizenship(law, foreigner, "sickness_maternity.employer", foreign=True)


sickness_rate.restated(date(2025, 7, 1), article="Law 41/2024/QH15 art. 34")


@rule(
    "contribution.accident_rate",
    marked("Rate for work accidents and occupational diseases"),
    gives="employer_accident_rate",
    since=_SINCE,
    article="Law 71/2006/QH11 art. 92",
)
def accident_rate(
    law: Law, *, foreigner: Truth, private_employer: Truth, reduced_accident_rate: Truth
) -> Whole:
    return _by_citizenship(law, foreigner, "work_accident.employer", foreign=False)


accident_rate.restated(date(2017, 6, 1), article="Decree 44/2017/NĐ-CP art. 3")


@accident_rate.since(date(2018, 12, 1), article="Decree 44/2017/NĐ-CP art. 3; Decree 143/2018/NĐ-CP art. 13")
def _(law: Law, *, foreigner: Truth, private_employer: Truth, reduced_accident_rate: Truth) -> Whole:
    return _by_citizenship(law, foreigner, "work_accident.employer", foreign=True)


@accident_rate.since(date(2020, 7, 15), article="Decree 58/2020/NĐ-CP art. 4 and 5")
def _(law: Law, *, foreigner: Truth, private_employer: Truth, reduced_accident_rate: Truth) -> Whole:
    return _reduced(law, foreigner, reduced_accident_rate)


@accident_rate.since(date(2021, 7, 1), article="Resolution 68/NQ-CP of 2021, II.1")
def _(law: Law, *, foreigner: Truth, private_employer: Truth, reduced_accident_rate: Truth) -> Whole:
    """The pandemic: nothing for a year, but for bodies and units that the State budget pays."""
    usual = _reduced(law, foreigner, reduced_accident_rate)
    return where(private_employer, law.figure("employer_rate_overrides.work_accident"), usual)


@accident_rate.since(date(2022, 7, 1), article="Decree 58/2020/NĐ-CP art. 4 and 5")
def _(law: Law, *, foreigner: Truth, private_employer: Truth, reduced_accident_rate: Truth) -> Whole:
    return _reduced(law, foreigner, reduced_accident_rate)


accident_rate.restated(date(2025, 7, 1), article="Decree 158/2025/NĐ-CP art. 44; Decree 58/2020/NĐ-CP art. 5")


def _reduced(law: Law, foreigner: Truth, reduced: Truth) -> Whole:
    """The reduced rate is of an employer that has a decision, for whomever it employs."""
    usual = _by_citizenship(law, foreigner, "work_accident.employer", foreign=True)
    if not reduced.any():
        return usual
    return where(reduced, law.figure(f"{_VN}.work_accident.employer_reduced"), usual)


class HealthRates(NamedTuple):
    employee_health_rate: Whole
    employer_health_rate: Whole


@rule(
    "contribution.health_rates",
    marked("Rates for health insurance"),
    since=date(2005, 7, 1),
    article="Decree 63/2005/NĐ-CP art. 5",
)
def health_rates(law: Law) -> HealthRates:
    """The same for whoever works under a contract, of any nationality."""
    return HealthRates(whole(law.figure(f"{_VN}.bhyt.employee")), whole(law.figure(f"{_VN}.bhyt.employer")))


health_rates.restated(date(2010, 1, 1), article="Law 25/2008/QH12 art. 13")


health_rates.restated(date(2025, 7, 1), article="Law 51/2024/QH15 art. 13")


class UnemploymentRates(NamedTuple):
    employee_unemployment_rate: Whole
    employer_unemployment_rate: Whole


@rule(
    "contribution.unemployment_rates",
    marked("Rates for unemployment insurance"),
    since=_SINCE,
    article="Law 71/2006/QH11 art. 140: not before 2009",
)
def unemployment_rates(law: Law, *, foreigner: Truth, private_employer: Truth) -> UnemploymentRates:
    return UnemploymentRates(whole(0), whole(0))


@unemployment_rates.since(date(2009, 1, 1), article="Law 71/2006/QH11 art. 102")
def _(law: Law, *, foreigner: Truth, private_employer: Truth) -> UnemploymentRates:
    return _unemployment(law, foreigner)


unemployment_rates.restated(date(2015, 1, 1), article="Law 38/2013/QH13 art. 57")


@unemployment_rates.since(date(2021, 10, 1), article="Resolution 116/NQ-CP of 2021")
def _(law: Law, *, foreigner: Truth, private_employer: Truth) -> UnemploymentRates:
    """The pandemic: a year without the employer's part, but for bodies and units that the budget pays."""
    employee, employer = _unemployment(law, foreigner)
    return UnemploymentRates(
        employee, where(private_employer, law.figure("employer_rate_overrides.bhtn"), employer)
    )


@unemployment_rates.since(date(2022, 10, 1), article="Law 38/2013/QH13 art. 57")
def _(law: Law, *, foreigner: Truth, private_employer: Truth) -> UnemploymentRates:
    return _unemployment(law, foreigner)


unemployment_rates.restated(
    date(2026, 1, 1), article="Law 74/2025/QH15 art. 33; Decree 374/2025/NĐ-CP art. 4"
)


def _unemployment(law: Law, foreigner: Truth) -> UnemploymentRates:
    """Only Vietnamese citizens are insured: Law 74/2025/QH15 art. 3(1), and so before."""
    return UnemploymentRates(
        where(foreigner, 0, law.figure(f"{_VN}.bhtn.employee")),
        where(foreigner, 0, law.figure(f"{_VN}.bhtn.employer")),
    )
