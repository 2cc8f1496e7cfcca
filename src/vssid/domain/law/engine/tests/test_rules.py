from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from vssid.domain.law.engine import rules as machinery
from vssid.domain.law.engine.exact import Whole, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.loading import load
from vssid.domain.law.engine.parameter import NotInTable, Parameter
from vssid.domain.law.engine.rules import Rule, rule
from vssid.domain.law.engine.trace import Trace
from vssid.domain.values.dated import NotInForce

PARAMETERS = load(
    """
acts: {L: {title: A law}}
parameters:
  floor: {title: Floor, unit: dong, entries: [
    {since: 2016-01-01, value: 10, act: L, article: art. 1, confidence: A},
    {since: 2025-07-01, value: 20, act: L, article: art. 1, confidence: B}]}
  ladder: {title: Ladder, unit: times, key: years, entries: [
    {since: 2016-01-01, values: {0: 1, 15: 2, 30: 3}, act: L, article: art. 2, confidence: A}]}
"""
).parameters


def find(name: str) -> Parameter:
    return PARAMETERS[name]


D2016, D2025 = date(2016, 1, 1), date(2025, 7, 1)


@pytest.fixture
def raised() -> Iterator[Rule[..., Whole]]:
    @rule("test.raised", "To the floor", gives="amount", since=D2016, article="A law art. 1")
    def raised(law: Law, *, amount: Whole) -> Whole:
        return where(amount < law.figure("floor"), law.figure("floor"), amount)

    @raised.since(D2025, article="B law art. 1", until=date(2026, 12, 31))
    def _(law: Law, *, amount: Whole) -> Whole:
        return where(amount < law.figure("floor"), law.figure("floor") + 1, amount)

    yield raised
    del machinery._ALL["test.raised"]


def test_the_version_of_the_day_is_applied(raised: Rule[..., Whole]) -> None:
    assert raised(Law(date(2025, 6, 30), find), amount=whole([5, 15])).tolist() == [10, 15]
    assert raised(Law(D2025, find), amount=whole([5, 15])).tolist() == [21, 21]


def test_a_restated_rule_keeps_its_formula_and_cites_the_new_article() -> None:
    made: Rule[..., Whole] = Rule("test.restated", "Floor", "amount")

    @made.since(D2016, article="A law art. 1")
    def _(law: Law) -> Whole:
        return whole(law.figure("floor"))

    made.restated(D2025, article="B law art. 9", until=date(2026, 12, 31))

    trace = Trace()
    assert made(Law(D2016, find)) == 10
    assert made(Law(D2025, find, trace)) == 20
    (step,) = trace.flat()
    assert (step.article, step.since) == ("B law art. 9", D2025)
    with pytest.raises(NotInForce):
        made(Law(date(2027, 1, 1), find))


def test_a_formula_of_an_earlier_version_holds_again() -> None:
    made: Rule[..., Whole] = Rule("test.again", "Floor", "amount")
    between, again = date(2018, 1, 1), date(2022, 1, 1)

    @made.since(D2016, article="A law art. 1")
    def _(law: Law) -> Whole:
        return whole(law.figure("floor"))

    @made.since(between, article="A decree art. 2")
    def _(law: Law) -> Whole:
        return whole(law.figure("floor") + 1)

    made.restated(again, article="A law art. 1", like=D2016)

    assert [made(Law(day, find)).item() for day in (D2016, between, again, D2025)] == [10, 11, 10, 20]
    with pytest.raises(ValueError, match="no version since 2017-01-01"):
        made.restated(D2025, article="B law art. 9", like=date(2017, 1, 1))


@pytest.mark.parametrize("day", [date(2015, 12, 31), date(2027, 1, 1)])
def test_no_version_no_answer(raised: Rule[..., Whole], day: date) -> None:
    with pytest.raises(NotInForce):
        raised(Law(day, find), amount=whole(1))


def test_a_trace_says_rule_article_inputs_figures_and_result(raised: Rule[..., Whole]) -> None:
    trace = Trace()
    raised(Law(D2025, find, trace), amount=whole(5))
    (step,) = trace.flat()
    assert (step.rule, step.article, step.since) == ("test.raised", "B law art. 1", D2025)
    assert (step.inputs, step.result) == ({"amount": 5}, {"amount": 21})
    assert [(used.name, used.value) for used in step.used] == [("floor", 20)]
    assert trace.used() == step.used


def test_a_rule_within_a_rule_is_a_step_within_a_step(raised: Rule[..., Whole]) -> None:
    class Both(NamedTuple):
        amount: Whole
        steps: Whole

    @rule("test.both", "Both", since=D2016, article="A law art. 2")
    def both(law: Law, *, years: Whole) -> Both:
        return Both(raised(law, amount=years), law.brackets("ladder", years))

    try:
        trace = Trace()
        assert both(Law(D2016, find, trace), years=whole(29)).steps == 2
        assert [step.rule for step in trace.flat()] == ["test.raised", "test.both"]
        assert trace.steps[0].result == {"amount": 29, "steps": 2}
        assert [(used.name, used.key, used.value) for used in trace.steps[0].used] == [("ladder", 29, 2)]
        with pytest.raises(NotInTable):
            both(Law(D2016, find, trace), years=whole(-1))
        assert len(trace.steps) == 1
    finally:
        del machinery._ALL["test.both"]


def test_a_code_is_used_once_and_versions_ascend(raised: Rule[..., Whole]) -> None:
    with pytest.raises(ValueError, match="two rules"):
        rule("test.raised", "Again", since=D2016, article="")(raised.versions[0].formula)
    with pytest.raises(ValueError, match="ascend"):
        raised.since(D2025, article="")(raised.versions[0].formula)


def test_a_table_is_read_exactly_or_by_bracket() -> None:
    law = Law(D2016, find)
    assert law.brackets("ladder", whole([0, 14, 15, 29, 30, 99])).tolist() == [1, 1, 2, 2, 3, 3]
    assert law.cells("ladder", whole([30, 0])).tolist() == [3, 1]
    with pytest.raises(NotInTable) as refused:
        law.cells("ladder", whole([0, 16]))
    assert "16" in refused.value.english()
    with pytest.raises(TypeError):
        law.figure("ladder")
    with pytest.raises(TypeError):
        law.cells("floor", whole(1))


def test_a_figure_of_many_days() -> None:
    trace = Trace()
    law = Law(D2016, find, trace)
    days = whole([D2025.toordinal(), D2016.toordinal(), D2025.toordinal() - 1])
    assert law.figures("floor", days).tolist() == [20, 10, 10]
    assert Law(D2016, find).figures("floor", days[:1]).tolist() == [20]
    assert law.at(D2016) is law
    assert law.at(D2025).figure("floor") == 20
