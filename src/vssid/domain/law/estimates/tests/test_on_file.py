"""A question asked again years later hears nothing of what was enacted in between."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from vssid.domain.law import parameters as figures_of_the_law
from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.parameter import Entry, Parameter, Table
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.keeping import read, written
from vssid.domain.law.estimates.kinds import Kind, answered, law_day
from vssid.domain.law.estimates.record import Record, Stretch, Unemployment
from vssid.domain.law.parameters import parameters
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month

M = Month.parse
ON = date(2026, 11, 30)
STATE = Stretch(M("2010-01"), M("2018-11"), Scale.STATE, 9_000_000, "a", 3_330)
ALONE = Stretch(M("2018-12"), M("2019-06"), Scale.VOLUNTARY, 3_000_000)
WORK = Stretch(M("2019-07"), M("2026-11"), Scale.EMPLOYER, 10_000_000, "a")
RECORD = Record(True, M("1991-03"), (STATE, ALONE, WORK), unemployment=Unemployment(96, 10_000_000))
LATER: dict[str, Any] = {"more": 15, "wage": 10_000_000, "yearly_raise": 1, "gap": 0}
QUESTIONS: dict[Kind, dict[str, Any]] = {
    Kind.RETIREMENT: LATER | {"paid_how": 2},
    Kind.LUMP_SUM: LATER | {"until_age": 80},
    Kind.JOB_LOSS: {
        "months": 96, "average_wage": 99_000_000, "wage_region": 1, "state_scale": False,
        "contract_ends": "2028-12-31",
    },
    Kind.CHILD: {"birth": "2028-03-01", "children": 1, "living_before": 0, "surgery": False, "goes_on": True},
    Kind.ILLNESS: {"days": 4, "used_days": 0, "wage": 10_000_000, "hazardous_at_leave": False},
    Kind.VOLUNTARY: {"income": 1_500_000, "months_at_once": 3, "support_group": 1},
    Kind.CO_PAYMENT: {
        "benefit_digit": 4, "card_group": 0, "route": 101, "stay": False, "cost_in_scope": 400_000,
        "copays_of_year": 0, "five_years": True,
    },
}  # fmt: skip


def kept(kind: Kind) -> tuple[Answer, str]:
    """The answer of the day, and the question as it lies in the database."""
    asked = Asked(RECORD, ON, QUESTIONS[kind])
    answer = answered(kind, asked)
    return answer, json.dumps(written(replace(asked, on_file=answer.on_file)))


def enact(figure: Parameter, since: date) -> Parameter:
    """The figure with twice its value from a later day on."""
    last = figure.entries[-1]
    if last.until is not None or last.since >= since:
        return figure
    table = last.table
    doubled = table and Table(table.name, since, {key: 2 * cell for key, cell in table.values.items()})
    more = Entry(since, None, 2 * last.value + 1, last.sources, last.confidence, table=doubled)
    closed = replace(last, until=since - timedelta(days=1))
    return replace(figure, entries=(*figure.entries[:-1], closed, more))


@pytest.fixture
def everything_changes(monkeypatch: pytest.MonkeyPatch) -> date:
    """From the day after the question on every figure still in force is another, and no rule holds."""
    since = ON + timedelta(days=1)
    later = {name: enact(figure, since) for name, figure in parameters().items()}
    monkeypatch.setattr(figures_of_the_law, "parameters", lambda: later)

    def abolished(*_given: object, **_named: object) -> object:
        raise AssertionError("a rule enacted later was asked")

    for one in all_rules().values():
        if one.versions[-1].until is None:
            repealed = replace(one.versions[-1], since=since, formula=abolished)
            monkeypatch.setattr(one, "versions", [*one.versions, repealed])
    return since


@pytest.mark.parametrize("kind", Kind)
def test_the_answer_is_the_same_to_the_dong(kind: Kind, request: pytest.FixtureRequest) -> None:
    then, question = kept(kind)
    request.getfixturevalue("everything_changes")
    again = answered(kind, read(json.loads(question)))
    assert (again.figures, again.curve) == (then.figures, then.curve)
    assert [replace(step, on=ON) for step in again.steps] == [replace(step, on=ON) for step in then.steps]


@pytest.mark.parametrize("kind", [Kind.CHILD, Kind.CO_PAYMENT])
def test_who_asks_anew_hears_what_is_enacted(kind: Kind, request: pytest.FixtureRequest) -> None:
    since = request.getfixturevalue("everything_changes")
    with pytest.raises(AssertionError, match="enacted later"):
        answered(kind, Asked(RECORD, since, QUESTIONS[kind]))


def test_what_was_on_file_for_days_to_come_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A grant known at the question counts for a birth after its first day, and still does years later."""
    known = {
        **parameters(),
        "maternity.lump_sum_per_child": enact(parameters()["maternity.lump_sum_per_child"], date(2027, 7, 1)),
    }
    monkeypatch.setattr(figures_of_the_law, "parameters", lambda: known)
    monkeypatch.setattr("vssid.domain.law.estimates.on_file.parameters", lambda: known)
    then, question = kept(Kind.CHILD)
    assert then.on_file is not None
    assert then.on_file.ahead["maternity.lump_sum_per_child"] == (date(2027, 7, 1),)
    since = date(2028, 1, 1)
    later = {**known, "maternity.lump_sum_per_child": enact(known["maternity.lump_sum_per_child"], since)}
    monkeypatch.setattr(figures_of_the_law, "parameters", lambda: later)
    assert answered(Kind.CHILD, read(json.loads(question))).figures == then.figures
    assert answered(Kind.CHILD, Asked(RECORD, ON, QUESTIONS[Kind.CHILD])).figures != then.figures


def test_a_question_kept_without_it_is_asked_by_the_law_of_now() -> None:
    asked = Asked(RECORD, ON, QUESTIONS[Kind.CHILD])
    assert read(written(asked)) == asked


@pytest.mark.parametrize(
    ("kind", "day"), [(Kind.CHILD, date(2028, 3, 1)), (Kind.JOB_LOSS, date(2028, 12, 31)), (Kind.ILLNESS, ON)]
)
def test_an_answer_goes_by_the_day_its_question_names(kind: Kind, day: date) -> None:
    assert law_day(kind, Asked(RECORD, ON, QUESTIONS[kind])) == day
