"""What was contributed, by whom: each paid month at the delivered rates, else at those of the law.

Only paid months count. The State's own part is not in the record of a person: it supports the unemployment
fund in bulk, and voluntary payers by groups the record does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from vssid.domain.law.benefits.contribution.rates import (
    accident_rate,
    health_rates,
    pension_rates,
    sickness_rate,
    unemployment_rates,
)
from vssid.domain.law.engine.exact import Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter, value
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.dong import Dong, at_rate
from vssid.domain.values.months import Month


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts in đồng. ``by_law``: months for which a rate of the law stood in for one not delivered.

    ``unknown``: months of which an amount is not known at all; they are in neither sum.
    """

    employee: Dong = 0
    employer: Dong = 0
    by_law: int = 0
    unknown: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(
            self.employee + other.employee,
            self.employer + other.employer,
            self.by_law + other.by_law,
            self.unknown + other.unknown,
        )

    @property
    def whole(self) -> Dong:
        return self.employee + self.employer


def contributions(spells: Iterable[Spell], *, vietnamese: bool) -> Mapping[tuple[int, Fund], Sum]:
    """Sums by year and fund. ``vietnamese`` False: no rate of the law stands in, for other rules apply."""
    sums: dict[tuple[int, Fund], Sum] = {}
    for spell in spells:
        if spell.status is Status.PAID:
            for month in spell.each_month():
                place = (month.year, spell.fund)
                sums[place] = sums.get(place, Sum()) + _month(spell, month, vietnamese=vietnamese)
    return sums


def _month(spell: Spell, month: Month, *, vietnamese: bool) -> Sum:
    employee, employer = spell.rate_employee_ppm, spell.rate_employer_ppm
    by_law = vietnamese and (employee is None or employer is None)
    if by_law:
        employee = _lawful(spell, "employee", month.first_day) if employee is None else employee
        employer = _lawful(spell, "employer", month.first_day) if employer is None else employer
    if spell.salary is None or employee is None or employer is None:
        return Sum(unknown=1)
    return Sum(at_rate(spell.salary, employee), at_rate(spell.salary, employer), by_law=int(by_law))


def _lawful(spell: Spell, payer: str, day: date) -> int | None:
    """The rate of the law; None where it depends on what the record does not say."""
    if spell.scale is Scale.VOLUNTARY:
        if spell.fund is not Fund.BHXH:
            return None
        return 0 if payer == "employer" else _in_force(lambda: whole(value("voluntary.rate", on=day)))
    if spell.scale is None or not spell.employer_code:
        return None
    return _rates(day)[spell.fund, payer]


@cache
def _rates(day: date) -> Mapping[tuple[Fund, str], int | None]:
    """By fund and payer. The record does not say whether the State budget pays the employer: where that makes
    a difference, as in the pandemic, there is no rate.
    """
    private, state = _of_employer(day, private=True), _of_employer(day, private=False)
    return {place: rate if rate == state[place] else None for place, rate in private.items()}


def _of_employer(day: date, *, private: bool) -> Mapping[tuple[Fund, str], int | None]:
    law, no, employer = Law(day, parameter), truth(False), truth(private)
    rates: Mapping[tuple[Fund, str], Callable[[], Whole]] = {
        (Fund.BHXH, "employee"): lambda: pension_rates(law, foreigner=no).employee_pension_rate,
        (Fund.BHXH, "employer"): lambda: (
            pension_rates(law, foreigner=no).employer_pension_rate + sickness_rate(law, foreigner=no)
        ),
        (Fund.BHYT, "employee"): lambda: health_rates(law).employee_health_rate,
        (Fund.BHYT, "employer"): lambda: health_rates(law).employer_health_rate,
        (Fund.BHTN, "employee"): lambda: (
            unemployment_rates(law, foreigner=no, private_employer=employer).employee_unemployment_rate
        ),
        (Fund.BHTN, "employer"): lambda: (
            unemployment_rates(law, foreigner=no, private_employer=employer).employer_unemployment_rate
        ),
        (Fund.TNLD, "employee"): lambda: whole(0),
        (Fund.TNLD, "employer"): lambda: accident_rate(
            law, foreigner=no, private_employer=employer, reduced_accident_rate=no
        ),
    }
    return {place: _in_force(rate) for place, rate in rates.items()}


def _in_force(rate: Callable[[], Whole]) -> int | None:
    try:
        return int(rate()[0])
    except NotInForce:
        return None
