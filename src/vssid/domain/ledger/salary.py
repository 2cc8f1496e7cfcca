"""The contribution salary over time, as steps for a chart, and what a month of it cost."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.domain.ledger.entry import Fund, Spell
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.dong import Dong, at_rate
from vssid.domain.values.months import Month


@dataclass(frozen=True, slots=True)
class SalaryStep:
    """One salary (đồng a month) in consecutive months, ``first`` and ``last`` included."""

    first: Month
    last: Month
    salary: Dong


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one month cost each side, in đồng; None where salary or rate is not on record."""

    employee: Dong | None
    employer: Dong | None


def salary_steps(ledger: Ledger, fund: Fund) -> list[SalaryStep]:
    """The steps in order. Months without row or salary leave a hole between two steps."""
    steps: list[SalaryStep] = []
    for fact in ledger.facts(fund):
        salary = fact.spell.salary
        if salary is None:
            continue
        if steps and steps[-1].salary == salary and steps[-1].last + 1 == fact.month:
            steps[-1] = SalaryStep(steps[-1].first, fact.month, salary)
        else:
            steps.append(SalaryStep(fact.month, fact.month, salary))
    return steps


def monthly_contribution(spell: Spell) -> Contribution:
    """Salary at the delivered rates, each side rounded once, half up."""
    return Contribution(
        employee=_part(spell.salary, spell.rate_employee_ppm),
        employer=_part(spell.salary, spell.rate_employer_ppm),
    )


def _part(salary: Dong | None, rate_ppm: int | None) -> Dong | None:
    return None if salary is None or rate_ppm is None else at_rate(salary, rate_ppm)
