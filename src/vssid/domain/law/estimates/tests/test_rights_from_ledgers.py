"""Who is promised money, and who is not: questions asked of ledgers, as the agency posts them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.keeping import read, written
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.estimates.record import Record
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.unemployment_kept import BenefitTime
from vssid.domain.values.months import Month

M = Month.parse
ON = date(2026, 11, 30)

Stretch = tuple[str, str]


def spells(
    *stretches: Stretch, wage: int, scale: Scale = Scale.EMPLOYER, status: Status = Status.PAID
) -> list[Spell]:
    """Of employees in both funds, of the voluntary scheme in one."""
    funds = [Fund.BHXH] if scale is Scale.VOLUNTARY else [Fund.BHXH, Fund.BHTN]
    return [
        Spell(number, fund, M(first), M(last), status, salary=wage, scale=scale, group_letter="a")
        for fund in funds
        for number, (first, last) in enumerate(stretches)
    ]


def record(
    *rows: list[Spell], female: bool = True, born: str = "1995-01", unemployed: tuple[BenefitTime, ...] = ()
) -> Record:
    posted = [row for group in rows for row in group]
    ledger = Ledger.of(
        Spell(**{**{name: getattr(row, name) for name in Spell.__slots__}, "seq": seq})
        for seq, row in enumerate(posted)
    )
    return Record.of(ledger, female=female, born=M(born), unemployed=unemployed)


def ask(kind: Kind, who: Record, on: date = ON, **supposed: Any) -> Answer:
    question = Asked(who, on, supposed)
    assert read(written(question)) == question
    return answered(kind, question)


def child(who: Record, birth: str = "2026-12-20", **changed: Any) -> Answer:
    usual = {"children": 1, "living_before": 0, "surgery": False, "goes_on": False}
    return ask(Kind.CHILD, who, birth=birth, **{**usual, **changed})


VOLUNTARY = spells(("2025-01", "2026-10"), wage=5_000_000, scale=Scale.VOLUNTARY)
EMPLOYED = spells(("2020-01", "2026-10"), wage=9_000_000)
LEFT = spells(("2009-01", "2012-12"), wage=5_000_000)


def test_a_voluntary_participant_has_the_grant_of_her_scheme_and_no_pay() -> None:
    found = child(record(VOLUNTARY))
    assert found.entitled
    assert found.figures == {"voluntary_grant": 2_000_000, "paid_in_window": 0, "voluntary_in_window": 11}
    assert child(record(VOLUNTARY), children=2).figures["voluntary_grant"] == 4_000_000
    assert "maternity.voluntary" in {step.rule for step in found.steps}


@pytest.mark.parametrize(("last", "due"), [("2026-05", True), ("2026-04", False)])
def test_the_voluntary_grant_needs_six_months(last: str, due: bool) -> None:
    new = record(spells(("2025-12", last), wage=5_000_000, scale=Scale.VOLUNTARY))
    assert child(new).entitled is due
    assert due or child(new).reason == "too_few_months_before_birth"
    assert child(new, goes_on=True).entitled is due


def test_the_voluntary_scheme_knew_no_grant_before_the_law_of_2024() -> None:
    old = record(spells(("2024-01", "2025-05"), wage=5_000_000, scale=Scale.VOLUNTARY))
    assert not child(old, birth="2025-06-30").entitled
    assert child(old, birth="2025-07-01").figures["voluntary_grant"] == 2_000_000


def test_voluntary_months_do_not_make_up_the_six_of_an_employee() -> None:
    three = record(VOLUNTARY[:0], spells(("2026-08", "2026-10"), wage=9_000_000))
    assert not child(three).entitled
    both = record(
        spells(("2026-01", "2026-07"), wage=5_000_000, scale=Scale.VOLUNTARY),
        spells(("2026-08", "2026-10"), wage=9_000_000),
    )
    assert next(iter(child(both).figures)) == "voluntary_grant"
    assert "maternity_pay" not in child(both).figures


def test_a_right_as_an_employee_comes_first_and_only_its_wages_count() -> None:
    both = record(
        spells(("2026-01", "2026-04"), wage=50_000_000, scale=Scale.VOLUNTARY),
        spells(("2026-05", "2026-10"), wage=9_000_000),
    )
    found = child(both).figures
    assert found["maternity_pay"] == 54_000_000
    assert "voluntary_grant" not in found


def test_who_is_not_insured_any_more_does_not_pay_on() -> None:
    found = child(record(LEFT), birth="2027-06-20", goes_on=True)
    assert (found.entitled, found.reason) == (False, "not_insured_before_birth")
    assert found.figures == {"paid_in_window": 0, "record_to": M("2012-12")}
    assert child(record(), goes_on=True).reason == "nothing_paid_at_work"


def test_paying_on_fills_the_months_the_record_does_not_show_yet() -> None:
    owed = spells(("2026-10", "2026-10"), wage=9_000_000, status=Status.OWED)
    new = record(spells(("2026-09", "2026-09"), wage=9_000_000), owed)
    found = child(new, birth="2027-04-14", goes_on=True)
    assert found.figures["paid_in_window"] == 7
    assert not child(new, birth="2027-02-14", goes_on=True).entitled


@pytest.mark.parametrize(("day", "months"), [("14", 11), ("15", 12)])
def test_the_month_of_birth_counts_from_the_15th_when_it_is_paid(day: str, months: int) -> None:
    since_january = record(spells(("2026-01", "2026-10"), wage=9_000_000))
    assert child(since_january, birth=f"2026-12-{day}", goes_on=True).figures["paid_in_window"] == months
    posted = record(spells(("2026-05", "2026-10"), wage=9_000_000))
    assert child(posted, birth="2026-10-15").entitled
    assert not child(posted, birth="2026-10-14").entitled


def test_a_father_has_his_days_and_the_grant_only_when_she_has_none() -> None:
    father = record(EMPLOYED, female=False)
    assert set(child(father, goes_on=True).figures) == {
        "maternity_pay", "father_days", "paid_in_window", "record_to"
    }  # fmt: skip
    alone = child(father, goes_on=True, mother_without=True).figures
    assert (alone["birth_grant"], alone["father_days"]) == (5_060_000, 5)


def test_the_days_of_a_father_ask_for_insurance_at_the_birth_the_grant_for_six_months() -> None:
    new = record(spells(("2026-10", "2026-10"), wage=9_000_000), female=False)
    found = child(new, goes_on=True, mother_without=True)
    assert found.figures["maternity_pay"] == 1_875_000
    assert "birth_grant" not in found.figures
    gone = record(spells(("2020-01", "2026-07"), wage=9_000_000), female=False)
    assert child(gone, goes_on=True).reason == "not_insured_now"
    assert child(record(female=False)).reason == "nothing_paid_at_work"
    assert set(child(gone, mother_without=True).figures) == {
        "birth_grant", "paid_in_window", "record_to"
    }  # fmt: skip


def test_a_voluntary_father_has_the_grant_when_the_mother_has_none() -> None:
    father = record(VOLUNTARY, female=False)
    assert child(father).reason == "mother_first"
    few = record(spells(("2026-06", "2026-10"), wage=5_000_000, scale=Scale.VOLUNTARY), female=False)
    assert child(few, mother_without=True).reason == "too_few_months_before_birth"
    assert child(father, mother_without=True).figures["voluntary_grant"] == 2_000_000


def ill(who: Record, on: date = ON) -> Answer:
    return ask(Kind.ILLNESS, who, on, days=4, used_days=0, wage=9_600_000, hazardous_at_leave=False)


@pytest.mark.parametrize(("last", "due"), [("2026-10", True), ("2026-09", True), ("2026-08", False)])
def test_sick_pay_is_for_who_is_insured_now(last: str, due: bool) -> None:
    """On 30 November October may still be paid in time, September may not."""
    found = ill(record(spells(("2020-01", last), wage=9_600_000)))
    assert found.entitled is due
    assert found.figures == {"record_to": M(last)} if not due else found.figures["sick_pay"] == 1_200_000


def test_a_month_is_missed_the_day_after_it_had_to_be_paid() -> None:
    who = record(spells(("2020-01", "2026-09"), wage=9_600_000))
    assert not ill(who, on=date(2026, 12, 1)).entitled


def test_a_month_the_employer_still_owes_is_insured_too() -> None:
    late = record(
        spells(("2020-01", "2026-08"), wage=9_600_000),
        spells(("2026-09", "2026-10"), wage=9_600_000, status=Status.OWED),
    )
    assert ill(late).entitled


def test_voluntary_months_give_no_sick_pay() -> None:
    assert ill(record(VOLUNTARY)).reason == "nothing_paid_at_work"
    assert ill(record(LEFT)).reason == "not_insured_now"


def lost(who: Record, ends: str, on: date = ON, **changed: Any) -> Answer:
    usual = {
        "contract_ends": ends, "short_contract": False, "months": who.unemployment.months,
        "average_wage": who.unemployment.average_of_six, "wage_region": 1, "state_scale": False,
    }  # fmt: skip
    return ask(Kind.JOB_LOSS, who, on, **{**usual, **changed})


def test_months_of_long_ago_give_no_unemployment_benefit() -> None:
    found = lost(record(LEFT), "2026-11-30")
    assert (found.entitled, found.reason) == (False, "too_few_months_in_two_years")
    assert found.figures["months_in_last_24"] == 0
    assert record(LEFT).unemployment.months == 48


@pytest.mark.parametrize(("last", "due"), [("2025-11", True), ("2025-10", False)])
def test_twelve_months_within_the_24_before_the_end(last: str, due: bool) -> None:
    found = lost(record(spells(("2015-01", last), wage=9_000_000)), "2026-11-30")
    assert found.entitled is due


def test_a_short_contract_is_looked_back_on_for_36_months() -> None:
    who = record(spells(("2015-01", "2024-11"), wage=9_000_000))
    assert not lost(who, "2026-11-30").entitled
    assert lost(who, "2026-11-30", short_contract=True).entitled
    fewer = lost(record(spells(("2015-01", "2024-10"), wage=9_000_000)), "2026-11-30", short_contract=True)
    assert fewer.reason == "too_few_months_in_three_years"
    assert fewer.figures["months_in_last_36"] == 11


def test_months_a_benefit_has_used_do_not_count_again() -> None:
    used = BenefitTime(date(2026, 1, 10), date(2026, 4, 9))
    again = record(spells(("2022-11", "2025-11"), ("2026-05", "2026-10"), wage=9_000_000), unemployed=(used,))
    assert again.unemployment.months == 37 + 6 - 36
    assert lost(again, "2026-11-30").reason == "too_few_unemployment_months"
    found = lost(again, "2026-11-30", months=43)
    assert found.entitled, "the months somebody says besides those on record are taken for the latest"
    assert found.figures["benefit_months"] == 3


def test_months_said_besides_the_record_are_taken_for_the_latest() -> None:
    who = record(spells(("2026-05", "2026-10"), wage=9_000_000))
    assert lost(who, "2026-11-30").reason == "too_few_unemployment_months"
    assert lost(who, "2027-04-30", months=12).figures["benefit_months"] == 3


def test_who_can_draw_a_pension_has_no_unemployment_benefit() -> None:
    old = record(spells(("2000-01", "2026-10"), wage=9_000_000), born="1969-06")
    assert lost(old, "2026-11-30").reason == "pension_due"
    assert lost(old, "2025-12-31", on=date(2025, 12, 30)).entitled
    few = record(spells(("2015-01", "2026-10"), wage=9_000_000), born="1969-06")
    assert lost(few, "2026-11-30").entitled


def test_the_cap_is_of_the_last_month_paid_and_the_decree_says_another() -> None:
    who = record(spells(("2018-01", "2025-12"), wage=60_000_000))
    found = lost(who, "2026-01-05", on=date(2026, 1, 10))
    assert found.figures["unemployment_benefit"] == 24_800_000
    caps = {step.rule: step.result for step in found.steps if step.rule.startswith("unemployment.cap")}
    assert caps["unemployment.cap"] == {"benefit_cap": 24_800_000}
    assert caps["unemployment.cap_of_the_decree"] == {"benefit_cap_of_the_decree": 26_550_000}


def test_the_benefit_starts_on_the_11th_working_day_after_the_file() -> None:
    who = record(spells(("2018-01", "2026-10"), wage=9_000_000))
    starts = int(str(lost(who, "2026-11-27").figures["benefit_starts_on"]))
    assert date.fromordinal(starts) == date(2026, 12, 15)


def test_a_question_kept_without_dates_is_answered_by_the_months_at_work() -> None:
    kept = {
        "on": "2026-11-29", "female": True, "born": "1994-03", "unknown": 0, "unemployment": [96, 10_000_000],
        "stretches": [["2018-12", "2026-11", "employer", 10_000_000, "a", None]],
        "supposed": {
            "months": 96, "average_wage": 10_000_000, "wage_region": 1, "state_scale": False,
            "contract_ends": "2026-12-31",
        },
    }  # fmt: skip
    found = answered(Kind.JOB_LOSS, read(kept)).figures
    assert (found["unemployment_benefit"], found["benefit_months"]) == (6_000_000, 8)
    assert (found["unemployment_total"], found["file_by"]) == (48_000_000, date(2027, 3, 31).toordinal())
    assert written(read(kept)) == kept
