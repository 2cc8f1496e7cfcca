"""What was contributed, by whom: each paid month at the delivered rates, else at those of the law.

Only paid months count. The State's own part is not in the record of a person: it supports the unemployment
fund in bulk, and voluntary payers by groups the record does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vssid.domain.law.parameters import parameter, value
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.dong import Dong, at_rate
from vssid.domain.values.months import Month

_RATES = {
    (Fund.BHXH, "employee"): "rates_vn_employee.pension_survivor.employee",
    (Fund.BHXH, "employer"): "rates_vn_employee.bhxh.employer",
    (Fund.BHYT, "employee"): "rates_vn_employee.bhyt.employee",
    (Fund.BHYT, "employer"): "rates_vn_employee.bhyt.employer",
    (Fund.BHTN, "employee"): "rates_vn_employee.bhtn.employee",
    (Fund.BHTN, "employer"): "rates_vn_employee.bhtn.employer",
    (Fund.TNLD, "employer"): "rates_vn_employee.work_accident.employer",
}
_REDUCED_FOR_SOME = {
    (Fund.BHTN, "employer"): "employer_rate_overrides.bhtn",
    (Fund.TNLD, "employer"): "employer_rate_overrides.work_accident",
}


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
        return 0 if payer == "employer" else _in_force("voluntary.rate", day)
    if spell.scale is None or not spell.employer_code:
        return None
    place = (spell.fund, payer)
    if place == (Fund.TNLD, "employee"):
        return 0
    if place in _REDUCED_FOR_SOME and _holds(_REDUCED_FOR_SOME[place], day):
        return None
    return _in_force(_RATES[place], day)


def _in_force(name: str, day: date) -> int | None:
    try:
        return value(name, on=day)
    except NotInForce:
        return None


def _holds(name: str, day: date) -> bool:
    return any(
        entry.since <= day and (entry.until is None or day <= entry.until)
        for entry in parameter(name).entries
    )
