"""More never gives less where the law means it so, and no cap is exceeded: on the days the rules change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.law.inputs_of_rules import OF_EACH_RULE, days_of, of_one, people, steps_up
from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.values.problem import Problem

RISES = """
contribution.month                wage                 employee_in_all
contribution.month                wage                 employer_in_all
contribution.month                wage                 unemployment_base
emigration.of_other_benefit       monthly_benefit      emigration_amount
emigration.of_pension             half_years_from_2014 emigration_amount
emigration.of_pension             pension_paid_now     emigration_amount
health_care.claim                 cost_in_scope        copay
health_care.counted_copay         copay                counted_copay
health_premium.household          months_covered       premium
health_premium.supported          months_covered       own_part
health_premium.unemployed         benefit_of_month     premium
late_payment.by_day               late_days            late_interest
late_payment.by_day               overdue              late_interest
late_payment.by_month             overdue              late_interest
late_payment.overdue              owed_in_all          overdue
late_payment.rate_a_month         yield_of_a_year      rate_a_month
maternity.after_end               weeks                days_after_end
maternity.average                 last_wages           maternity_average
maternity.by_calendar_days        leave_days           maternity_pay
maternity.by_months               last_wages           maternity_pay
maternity.by_months               leave_months         maternity_pay
maternity.by_working_days         leave_days           maternity_pay
maternity.counts_as_birth         weeks                counts_as_birth
maternity.father                  children             father_days
maternity.grant                   children             birth_grant
maternity.leave                   children             leave_months
maternity.visit                   visit_days_asked     visit_days
maternity.voluntary               children             voluntary_grant
occupational.attendance           impairment           attendance
occupational.lump_sum             wage                 accident_pay
occupational.lump_sum             years_contributed    accident_pay
occupational.monthly              impairment           accident_pay
occupational.monthly              wage                 accident_pay
occupational.monthly              years_contributed    accident_pay
pension.cut                       early_months         cut
pension.lump_sum                  average_total        retirement_lump_sum
pension.lump_sum                  months_until_age     retirement_lump_sum
pension.pension                   average_total        pension
pension.pension                   months               pension
pension.rate                      months               pension_rate
pension.uncut                     half_years           uncut_rate
pension_indexation.raised         amount               raised
pension_indexation.raised_of_some amount               raised
recuperation.after_accident       impairment           rest_limit
recuperation.days                 rest_asked           rest_days
recuperation.pay                  rest_days            rest_pay
recuperation.pay_after_accident   rest_days            rest_pay
regional_allowance.lump_sum       coefficient_months   regional_allowance
shared.adjusted                   wage                 adjusted
shared.adjusted_income            wage                 adjusted
shared.current_scale              coefficient          adjusted
shared.half_years                 months               half_years
shared.normal_age                 birth_month          normal_age
sickness.by_days                  sick_half_days       sick_pay
sickness.by_days                  sick_wage            sick_pay
sickness.by_months                sick_months          sick_pay
sickness.continued_rate           years_contributed    rate_after
sickness.limit                    years_contributed    sick_limit
sickness.within_limit             asked_half_days      sick_half_days
social_pension.amount             age                  social_pension
survivors.lump_sum                lump_months          survivors_lump_sum
survivors.lump_sum                of_a_month           survivors_lump_sum
survivors.monthly                 survivor_rate        survivors_monthly
survivors.paid_back               income               survivors_lump_sum
survivors.paid_back               months_voluntary     survivors_lump_sum
unemployment.duration             months               benefit_months
unemployment.monthly              wages_averaged       unemployment_benefit
unemployment.total                benefit_months       unemployment_total
voluntary.contribution            chosen_income        own_contribution
voluntary.missing_time            chosen_income        own_contribution
voluntary.missing_time            months_paid          own_contribution
voluntary.refund_of_months        months_remaining     refund
voluntary.years_ahead             years_paid           own_contribution
wage_average.pension              rate                 pension_of_average
wage_average.with_seniority       base                 average
withdrawal.amount                 average_total        withdrawal
withdrawal.contributed            paid_total           contributed
withdrawal.months_of_average      months_from_2014     months_of_average
"""

FALLS = """
emigration.of_pension      months_received         emigration_amount
late_payment.overdue       not_yet_overdue         overdue
pension.pension            early_months            pension
pension.rate               early_months            pension_rate
shared.retirement_month    years_below             retirement_month
sickness.child_limit       child_age               child_days
sickness.within_limit      used_days               sick_half_days
social_pension.amount      other_pension           social_pension
survivors.pensioner_months pension_months_received lump_months
voluntary.contribution     state_support           own_contribution
voluntary.refund_of_months state_support_paid      refund
"""


Ones = dict[str, int]
_FIRST_CAP = date(2015, 1, 1)
"""No highest unemployment benefit is on record before."""
CAPS: dict[str, Callable[[Law, Ones, Ones], bool]] = {
    "pension.uncut": lambda _law, _given, found: found["uncut_rate"] <= 750_000,
    "unemployment.duration": lambda _law, _given, found: found["benefit_months"] <= 12,
    "unemployment.monthly": lambda law, given, found: (
        found["unemployment_benefit"] <= found["sixty_percent"]
        and (law.on < _FIRST_CAP or found["unemployment_benefit"] <= given["benefit_cap"])
    ),
    "unemployment.total": lambda _law, given, found: (
        found["unemployment_total"] == given["unemployment_benefit"] * given["benefit_months"]
    ),
    "contribution.month": lambda law, _given, found: (
        found["social_base"] <= _of_one(law, "contribution.bounds", {})["highest_base"]
    ),
    "health_care.claim": lambda _law, given, found: (
        found["fund_pays"] + found["copay"] + found["outside_route"] == given["cost_in_scope"]
        and min(found["fund_pays"], found["copay"], found["outside_route"]) >= 0
    ),
    "recuperation.days": lambda _law, given, found: (
        found["rest_days"] <= max(0, given["rest_limit"] - given["rest_used"])
    ),
    "sickness.within_limit": lambda _law, given, found: (
        found["sick_half_days"] <= min(given["asked_half_days"], 2 * given["sick_limit"])
    ),
    "withdrawal.after_state_support": lambda _law, given, found: (
        0 <= found["withdrawal_paid"] <= given["withdrawal"]
    ),
}


@pytest.mark.parametrize("code", CAPS)
@settings(max_examples=OF_EACH_RULE)
@given(data=st.data())
def test_no_cap_is_exceeded(code: str, data: st.DataObject) -> None:
    rule = all_rules()[code]
    law = Law(data.draw(st.sampled_from(days_of(rule))), parameter)
    inputs = of_one(data.draw(people(rule)), 0)
    given_ones = {name: int(column[0]) for name, column in inputs.items()}
    assert CAPS[code](law, given_ones, _of_one(law, code, inputs))


def _claims(table: str) -> list[tuple[str, str, str]]:
    return [tuple(line.split()) for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(("code", "more", "result"), _claims(RISES))
@settings(max_examples=OF_EACH_RULE)
@given(data=st.data())
def test_more_never_gives_less(code: str, more: str, result: str, data: st.DataObject) -> None:
    less_given, more_given = _of_less_and_more(code, more, result, data)
    assert less_given <= more_given


@pytest.mark.parametrize(("code", "more", "result"), _claims(FALLS))
@settings(max_examples=OF_EACH_RULE)
@given(data=st.data())
def test_more_never_gives_more(code: str, more: str, result: str, data: st.DataObject) -> None:
    less_given, more_given = _of_less_and_more(code, more, result, data)
    assert less_given >= more_given


def _of_less_and_more(code: str, more: str, result: str, data: st.DataObject) -> list[int]:
    rule = all_rules()[code]
    law = Law(data.draw(st.sampled_from(days_of(rule))), parameter)
    inputs = of_one(data.draw(people(rule)), 0)
    return [
        _of_one(law, code, {**inputs, more: np.array([value], np.int64)})[result]
        for value in data.draw(steps_up(more))
    ]


def _of_one(law: Law, code: str, inputs: Any) -> Ones:
    """The results of a rule by name; what it refuses is not an example."""
    rule = all_rules()[code]
    try:
        found = rule(law, **inputs)
    except Problem:
        assume(False)
    columns = (found,) if rule.gives else found
    return {name: int(column[0]) for name, column in zip(rule.results, columns, strict=True)}
