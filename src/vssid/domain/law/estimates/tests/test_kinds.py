from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.co_payment import Paid, counted
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.estimates.record import Record, Stretch, Unemployment
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month

M = Month.parse
ON = date(2026, 11, 29)
EIGHT = Stretch(M("2018-12"), M("2026-11"), Scale.EMPLOYER, 10_000_000, "a")
RECORD = Record(True, M("1994-03"), (EIGHT,), unemployment=Unemployment(96, 10_000_000))


def ask(kind: Kind, record: Record = RECORD, **supposed: Any) -> Answer:
    return answered(kind, Asked(record, ON, supposed))


def lump(record: Record = RECORD, **changed: Any) -> Answer:
    supposed = {"more": 27, "wage": 10_000_000, "yearly_raise": 0, "gap": 0, "until_age": 80, **changed}
    return ask(Kind.LUMP_SUM, record, **supposed)


def test_a_lump_sum_today_beside_the_pension_of_a_lifetime() -> None:
    found = lump().figures
    assert found["pension"] == 7_656_250
    assert found["pension_from"] == M("2054-04")
    over_30_years = 2.5 * 7_656_250 / 0.75
    assert found["pension_in_all"] == 239 * 7_656_250 + round(over_30_years)
    assert found["withdrawal_now"] == 174_583_333
    assert found["retirement_lump_sum"] == round(over_30_years)
    assert found["months_to_even"] == 20
    assert found["even_age"] == 720 + 1 + 20


def amount(answer: Answer, name: str) -> int:
    return int(str(answer.figures[name]))


VOLUNTARY = Stretch(M("2017-07"), M("2018-06"), Scale.VOLUNTARY, 5_000_000)


def test_the_support_of_the_state_is_taken_off_a_lump_sum() -> None:
    record = replace(RECORD, stretches=(VOLUNTARY, EIGHT))
    alone = 6 * round(0.22 * 700_000 * 0.10)
    assert lump(record).figures["state_subsidy"] == alone
    poor = lump(record, support_group=1)
    assert poor.figures["state_subsidy"] == 3 * alone
    less = amount(lump(record), "withdrawal_now") - amount(poor, "withdrawal_now")
    assert less == 2 * alone
    assert {"withdrawal.state_subsidy", "withdrawal.after_state_support"} <= {one.rule for one in poor.steps}
    assert "state_subsidy" not in lump().figures


def test_without_a_pension_the_lump_sum_stands_alone() -> None:
    assert list(lump(more=1).figures) == ["withdrawal_now", "months_missing"]
    assert lump(more=1).figures["months_missing"] == 180 - 96 - 12
    assert lump(Record(True, M("1994-03"), ())).reason == "nothing_paid"


def lost(**changed: Any) -> Answer:
    supposed = {
        "months": 96, "average_wage": 10_000_000, "wage_region": 1, "state_scale": False,
        "contract_ends": "2026-12-31", **changed,
    }  # fmt: skip
    return ask(Kind.JOB_LOSS, **supposed)


def test_a_lost_job_brings_sixty_per_cent_for_the_months_paid() -> None:
    found = lost().figures
    assert (found["unemployment_benefit"], found["benefit_months"]) == (6_000_000, 8)
    assert found["unemployment_total"] == 48_000_000
    assert lost(average_wage=100_000_000).figures["unemployment_benefit"] == 26_550_000
    assert found["file_by"] == date(2027, 3, 31).toordinal()


def test_eleven_months_are_too_few() -> None:
    assert lost(months=11).reason == "too_few_unemployment_months"
    assert lost(months=12).figures["benefit_months"] == 3


def test_voluntary_contributions_and_what_the_state_adds() -> None:
    found = ask(Kind.VOLUNTARY, income=1_500_000, months_at_once=3, support_group=1).figures
    assert (found["own_contribution"], found["state_adds"]) == (495_000, 495_000)
    assert found["lowest_income"] == 1_500_000


def visit(**changed: Any) -> Answer:
    supposed = {
        "benefit_digit": 4, "card_group": 0, "route": 101, "stay": False, "cost_in_scope": 1_000_000,
        "copays_of_year": 0, "five_years": True, **changed,
    }  # fmt: skip
    return ask(Kind.CO_PAYMENT, **supposed)


def test_a_visit_costs_a_fifth_until_the_year_is_exempt() -> None:
    assert visit().figures["copay"] == 200_000
    assert visit(cost_in_scope=379_499).figures["copay"] == 0
    assert visit(copays_of_year=15_180_000).figures["copay"] == 200_000
    assert visit(copays_of_year=15_180_001).figures["copay"] == 0
    assert visit(copays_of_year=15_180_001, five_years=False).figures["copay"] == 200_000
    exempt = next(
        step for step in visit(copays_of_year=15_180_001).steps if step.rule == "health_care.exempt"
    )
    assert exempt.result == {"exempt": True}
    assert [used.name for used in exempt.used] == ["copay_exemption_5y"]
    assert visit(copays_of_year=14_800_000).figures["left_to_exemption"] == 180_000
    assert visit(copays_of_year=15_100_000).figures["left_to_exemption"] == 0
    assert visit(copays_of_year=14_800_000, route=301).figures["left_to_exemption"] == 380_000


def test_own_shares_count_by_their_route() -> None:
    day = date(2026, 3, 4)
    right, wide = Paid(day, "1.1", 70_201), Paid(day, "1", 30_000)
    outside, unsettled, none = Paid(day, "3.1", 1), Paid(day, "7.9", 1), Paid(day, "", 1)
    assert counted([right, wide, outside, unsettled, none]) == 100_201
    assert counted([]) == 0


def child(record: Record = RECORD, **changed: Any) -> Answer:
    supposed = {
        "birth": "2027-05-01", "children": 1, "living_before": 0, "surgery": False, "goes_on": True,
        **changed,
    }  # fmt: skip
    return ask(Kind.CHILD, record, **supposed)


def test_a_mother_has_six_months_and_a_grant_and_seven_for_the_second_child() -> None:
    found = child().figures
    assert (found["leave_months"], found["maternity_pay"], found["birth_grant"]) == (6, 60_000_000, 5_060_000)
    assert child(living_before=1).figures["leave_months"] == 7
    assert child(children=2).figures["birth_grant"] == 10_120_000


def test_a_father_has_working_days() -> None:
    found = child(Record(False, M("1994-03"), (EIGHT,))).figures
    assert (found["father_days"], found["maternity_pay"]) == (5, 2_083_333)


def test_six_months_in_the_twelve_before_are_needed() -> None:
    new = Record(True, M("1994-03"), (Stretch(M("2026-11"), M("2026-11"), Scale.EMPLOYER, 10_000_000, "a"),))
    assert child(new, goes_on=False).reason == "too_few_months_before_birth"
    assert child(new, birth="2027-04-01").reason == "too_few_months_before_birth"
    assert child(new).figures["paid_in_window"] == 6
    assert child(Record(True, M("1994-03"), ())).figures["paid_in_window"] == 0


def test_a_birth_before_the_next_month_counts_leaves_nothing_to_pay_on() -> None:
    soon = "2026-12-05"
    assert child(birth=soon).figures == child(birth=soon, goes_on=False).figures


def ill(record: Record = RECORD, **changed: Any) -> Answer:
    supposed = {"days": 4, "used_days": 0, "wage": 10_000_000, "hazardous_at_leave": False, **changed}
    return ask(Kind.ILLNESS, record, **supposed)


def test_a_day_of_illness_is_three_quarters_of_a_24th_of_the_wage() -> None:
    found = ill().figures
    assert (found["sick_pay"], found["sick_half_days"], found["sick_limit"]) == (1_250_000, 8, 30)
    assert ill(hazardous_at_leave=True).figures["sick_limit"] == 40
    assert ill(days=10, used_days=25).figures["sick_half_days"] == 10
    assert not ill(Record(True, M("1994-03"), ())).entitled


PENSIONER = replace(RECORD, pension_since=M("2019-07"))


def test_who_draws_a_pension_is_told_so_and_offered_nothing_more() -> None:
    for answer in (lump(PENSIONER), ask(Kind.VOLUNTARY, PENSIONER), ask(Kind.RETIREMENT, PENSIONER)):
        assert (answer.entitled, answer.reason, answer.settled) == (False, "pension_drawn", True)
        assert answer.figures == {"pension_since": M("2019-07")}


def test_schemes_of_citizens_alone() -> None:
    foreign = replace(RECORD, citizen=False)
    assert ask(Kind.VOLUNTARY, foreign).reason == "citizens_only"
    none = ask(Kind.JOB_LOSS, foreign, months=0, contract_ends="2026-12-31")
    assert (none.reason, none.figures) == ("foreigners_not_insured", {})
    assert not lump(more=1).settled


def test_no_wage_counts_above_the_highest_base() -> None:
    highest = ill(wage=50_600_000)
    above = ill(wage=1_000_000_000)
    assert above.figures == highest.figures
    assert "contribution.bounds" in {step.rule for step in above.steps}
    assert "contribution.bounds" not in {step.rule for step in highest.steps}
    rich = lump(wage=1_000_000_000, yearly_raise=20)
    assert rich.figures == lump(wage=50_600_000).figures
    assert "contribution.bounds" in {step.rule for step in rich.steps}


def test_when_the_days_of_the_year_are_used_up_nothing_is_paid() -> None:
    used = ill(used_days=30)
    assert (used.entitled, used.reason) == (False, "sick_days_used_up")
    assert used.figures == {"sick_limit": 30, "used_days": 30}
