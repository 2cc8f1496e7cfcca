"""What the law set around the contribution salary month by month: the minimum wage below, the cap above."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vssid.domain.law.parameters import UnknownParameter, value
from vssid.domain.ledger.entry import Fund, Scale
from vssid.domain.ledger.months import Ledger, MonthFact
from vssid.domain.ledger.salary import SalaryStep
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.dong import Dong
from vssid.domain.values.months import Month

_BHTN_CAP_ALIKE = Month.of(2026, 1)
"""From here on the cap of unemployment insurance is regional for pay by the State scale too."""


def minimum_wages(ledger: Ledger, fund: Fund, regions: Mapping[str, str]) -> list[SalaryStep]:
    """The minimum wage of the employer's region in each month with a salary, as steps.

    ``regions``: employer code -> I, II, III or IV. A month without employer, region or figure is left out.
    """
    return _steps(ledger, fund, lambda fact: _minimum(fact, regions))


def caps(ledger: Ledger, fund: Fund, regions: Mapping[str, str]) -> list[SalaryStep]:
    """The highest salary contributions are counted on in each month with a salary, as steps."""
    return _steps(ledger, fund, lambda fact: _cap(fact, regions))


def _minimum(fact: MonthFact, regions: Mapping[str, str]) -> Dong | None:
    region = regions.get(fact.spell.employer_code)
    return _known(f"regional_minimum_wage.{region}", fact.month) if region else None


def _cap(fact: MonthFact, regions: Mapping[str, str]) -> Dong | None:
    if fact.fund is not Fund.BHTN:
        return _known("caps.bhxh_bhyt_monthly_base_max", fact.month)
    if fact.spell.scale is Scale.STATE and fact.month < _BHTN_CAP_ALIKE:
        return _known("caps.bhxh_bhyt_monthly_base_max", fact.month)
    region = regions.get(fact.spell.employer_code)
    return _known(f"caps.bhtn_monthly_base_max.{region}", fact.month) if region else None


def _known(name: str, month: Month) -> Dong | None:
    try:
        return value(name, on=month.first_day)
    except (NotInForce, UnknownParameter):
        return None


def _steps(ledger: Ledger, fund: Fund, amount_of: Callable[[MonthFact], Dong | None]) -> list[SalaryStep]:
    steps: list[SalaryStep] = []
    for fact in ledger.facts(fund):
        amount = amount_of(fact) if fact.spell.salary is not None else None
        if amount is None:
            continue
        if steps and steps[-1].salary == amount and steps[-1].last + 1 == fact.month:
            steps[-1] = SalaryStep(steps[-1].first, fact.month, amount)
        else:
            steps.append(SalaryStep(fact.month, fact.month, amount))
    return steps
