from __future__ import annotations

from datetime import date

from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.keeping import read, written
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.estimates.record import Record, Stretch
from vssid.domain.law.estimates.retirement import (
    AS_EMPLOYEE,
    ON_STATE_SCALE,
    VOLUNTARILY,
    plan,
    usual_way,
    years_left,
)
from vssid.domain.law.parameters import value
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month

M = Month.parse
ON = date(2026, 11, 29)
NOW = M("2026-11")


def asked(*stretches: Stretch, more: int = 16, born: str = "1994-03", **changed: int) -> Asked:
    supposed = {"more": more, "wage": 11_200_000, "yearly_raise": 0, "gap": 0, **changed}
    return Asked(Record(True, M(born), stretches), ON, supposed)


def pension(question: Asked) -> int:
    return int(str(answered(Kind.RETIREMENT, question).figures["pension"]))


NINE_YEARS = Stretch(M("2017-12"), M("2026-11"), Scale.EMPLOYER, 8_350_000, "a")


def test_nine_years_paid_and_sixteen_to_come() -> None:
    found = answered(Kind.RETIREMENT, asked(NINE_YEARS))
    assert found.entitled
    assert found.figures["pension_rate"] == 650_000
    assert found.figures["months_then"] == 25 * 12
    assert found.figures["pension_from"] == M("2054-04")
    assert [years for years, amount in found.curve if not amount] == [0, 1, 2, 3, 4, 5]
    assert found.curve == tuple(sorted(found.curve, key=lambda point: point[1]))
    assert dict(found.curve)[16] == found.figures["pension"]
    assert {step.rule for step in found.steps} >= {"pension.pension", "shared.average", "pension.rate"}


def test_too_few_years_say_how_many_are_missing() -> None:
    found = answered(Kind.RETIREMENT, asked(NINE_YEARS, more=5))
    assert (found.entitled, found.reason) == (False, "too_few_years")
    assert found.figures == {"months_then": 14 * 12, "months_missing": 12}
    assert [(step.rule, step.result) for step in found.steps] == [
        ("pension.enough_years", {"enough_years": False})
    ]


def test_nothing_on_record_and_nothing_to_come() -> None:
    assert answered(Kind.RETIREMENT, asked(more=0)).reason == "nothing_paid"
    assert answered(Kind.RETIREMENT, asked(more=20)).entitled


def test_a_gap_moves_paying_and_a_raise_lifts_the_pension() -> None:
    later = plan(asked(NINE_YEARS, more=2, gap=6), 24)
    assert next(str(one.first) for one in later.record.stretches if one.assumed) == "2027-06"
    assert pension(asked(NINE_YEARS, yearly_raise=2)) > pension(asked(NINE_YEARS))


def test_a_wage_above_the_highest_base_counts_as_that_and_a_step_says_so() -> None:
    above = answered(Kind.RETIREMENT, asked(NINE_YEARS, wage=1_000_000_000, yearly_raise=20))
    highest = answered(Kind.RETIREMENT, asked(NINE_YEARS, wage=50_600_000))
    assert above.figures == highest.figures
    assert "contribution.bounds" in {step.rule for step in above.steps}


def test_months_to_come_begin_after_those_paid_ahead() -> None:
    """Voluntary months may be paid five years ahead."""
    ahead = Stretch(M("2026-12"), M("2029-12"), Scale.VOLUNTARY, 5_000_000)
    question = asked(NINE_YEARS, ahead, more=2)
    record = plan(question, 24).record
    assert next(str(one.first) for one in record.stretches if one.assumed) == "2030-01"
    assert record.months == NINE_YEARS.months + ahead.months + 24


def test_years_after_the_age_give_a_lump_sum() -> None:
    long = Stretch(M("1992-01"), M("2026-11"), Scale.EMPLOYER, 8_000_000, "a")
    found = answered(Kind.RETIREMENT, asked(long, more=2, born="1969-12"))
    assert found.figures["retirement_lump_sum"] == 136_923_160
    assert found.figures["pension_from"] == M("2028-12")


def test_months_beside_the_years_are_paid_too() -> None:
    found = answered(Kind.RETIREMENT, asked(NINE_YEARS, more_months=7))
    assert found.figures["months_then"] == 25 * 12 + 7


def test_who_is_on_the_state_s_scale_stays_on_it() -> None:
    """Law 41/2024/QH15 art. 72: of who joined in 2005 the last 8 years, here all at 4.65 of 2,530,000 đ."""
    scale = (
        Stretch(M("2005-01"), M("2024-11"), Scale.STATE, 7_792_200, "a", 3330),
        Stretch(M("2024-12"), M("2026-11"), Scale.STATE, 11_764_500, "a", 4650),
    )
    assert usual_way(Record(True, M("1985-03"), scale)) == ON_STATE_SCALE
    found = answered(Kind.RETIREMENT, asked(*scale, born="1985-03", paid_how=ON_STATE_SCALE))
    assert (found.figures["average"], found.figures["pension"]) == (11_764_500, 8_823_375)
    mixed = answered(Kind.RETIREMENT, asked(*scale, born="1985-03", paid_how=AS_EMPLOYEE))
    assert mixed.figures["average"] != found.figures["average"]


def test_voluntary_years_give_no_lowest_pension() -> None:
    """Art. 141(11): the floor asks for 20 compulsory years; 12 are on record."""
    twelve = Stretch(M("2005-01"), M("2016-12"), Scale.EMPLOYER, 1_500_000, "a")
    known = {"more": 8, "wage": 1_500_000, "born": "1975-01"}
    floor = int(value("pension.floor", ON))
    assert pension(asked(twelve, **known, paid_how=AS_EMPLOYEE)) == floor  # type: ignore[arg-type]
    assert 0 < pension(asked(twelve, **known, paid_how=VOLUNTARILY)) < floor  # type: ignore[arg-type]


def test_whoever_paid_voluntarily_goes_on_so() -> None:
    lately = Stretch(M("2020-01"), M("2026-11"), Scale.VOLUNTARY, 3_000_000, "a")
    assert usual_way(Record(True, M("1985-03"), (NINE_YEARS, lately))) == VOLUNTARILY


def test_without_a_coefficient_nobody_goes_on_by_it() -> None:
    unknown = Stretch(M("2005-01"), M("2026-11"), Scale.STATE, 7_792_200, "a")
    assert usual_way(Record(True, M("1985-03"), (unknown,))) == AS_EMPLOYEE
    assert usual_way(Record(True, M("1985-03"), ())) == AS_EMPLOYEE


def test_years_left_end_with_the_age() -> None:
    record = Record(True, M("1969-12"), (NINE_YEARS,))
    assert years_left(record, NOW) == 0
    assert years_left(Record(True, M("1994-03"), ()), NOW) == 27
    assert years_left(Record(False, M("2008-01"), ()), NOW) == 43


def test_a_question_that_was_kept_has_the_same_answer() -> None:
    question = asked(NINE_YEARS, yearly_raise=3)
    again = read(written(question))
    assert again == question
    assert answered(Kind.RETIREMENT, again).figures == answered(Kind.RETIREMENT, question).figures
