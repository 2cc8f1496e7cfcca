from __future__ import annotations

from hypothesis import given

from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.salary import Contribution, SalaryStep, monthly_contribution, salary_steps
from vssid.domain.ledger.tests.strategies import ledgers
from vssid.domain.values.months import Month, months_between

M = Month.of


def test_steps_break_at_a_rise_and_at_a_gap() -> None:
    rows = [
        Spell(1, Fund.BHXH, M(2020, 1), M(2020, 3), Status.PAID, "A", salary=4_200_000),
        Spell(2, Fund.BHXH, M(2020, 4), M(2020, 5), Status.PAID, "A", salary=5_100_000),
        Spell(3, Fund.BHXH, M(2020, 9), M(2020, 9), Status.PAID, "B", salary=5_100_000),
    ]
    assert salary_steps(Ledger.of(rows), Fund.BHXH) == [
        SalaryStep(M(2020, 1), M(2020, 3), 4_200_000),
        SalaryStep(M(2020, 4), M(2020, 5), 5_100_000),
        SalaryStep(M(2020, 9), M(2020, 9), 5_100_000),
    ]


@given(ledgers())
def test_steps_hold_exactly_the_months_with_a_salary(rows: list[Spell]) -> None:
    ledger = Ledger.of(rows)
    for fund in Fund:
        stepped = [
            (month, step.salary)
            for step in salary_steps(ledger, fund)
            for month in months_between(step.first, step.last)
        ]
        assert stepped == [
            (f.month, f.spell.salary) for f in ledger.facts(fund) if f.spell.salary is not None
        ]


def test_what_a_month_cost_each_side() -> None:
    spell = Spell(
        1, Fund.BHXH, M(2026, 8), M(2026, 8), Status.PAID, "A",
        salary=11_200_000, rate_employee_ppm=80_000, rate_employer_ppm=170_000,
    )  # fmt: skip
    assert monthly_contribution(spell) == Contribution(employee=896_000, employer=1_904_000)


def test_what_is_not_on_record_is_not_invented() -> None:
    spell = Spell(1, Fund.BHXH, M(2026, 8), M(2026, 8), Status.PAID, "A", rate_employee_ppm=80_000)
    assert monthly_contribution(spell) == Contribution(employee=None, employer=None)
