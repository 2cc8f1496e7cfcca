from __future__ import annotations

from datetime import date

from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.keeping import read, written
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.estimates.record import Record, Stretch
from vssid.domain.law.estimates.retirement import plan, years_left
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


def test_nothing_on_record_and_nothing_to_come() -> None:
    assert answered(Kind.RETIREMENT, asked(more=0)).reason == "nothing_paid"
    assert answered(Kind.RETIREMENT, asked(more=20)).entitled


def test_a_gap_moves_paying_and_a_raise_lifts_the_pension() -> None:
    later = plan(asked(NINE_YEARS, more=2, gap=6), 2)
    assert next(str(one.first) for one in later.record.stretches if one.assumed) == "2027-06"
    assert pension(asked(NINE_YEARS, yearly_raise=2)) > pension(asked(NINE_YEARS))


def test_years_after_the_age_give_a_lump_sum() -> None:
    long = Stretch(M("1992-01"), M("2026-11"), Scale.EMPLOYER, 8_000_000, "a")
    found = answered(Kind.RETIREMENT, asked(long, more=2, born="1969-12"))
    assert found.figures["retirement_lump_sum"] == 136_923_160
    assert found.figures["pension_from"] == M("2028-12")


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
