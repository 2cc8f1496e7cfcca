from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import UnknownParameter, parameter
from vssid.domain.law.simulation.change import Change, NotAChange, changed, parsed
from vssid.domain.law.simulation.comparing import Comparison, Effect, Grouping
from vssid.domain.law.simulation.question import (
    Column,
    MissingColumns,
    UnknownResult,
    UnknownRule,
    answered,
    question,
    refuse_without,
    result_to_compare,
)
from vssid.domain.values.dated import NotInForce

ON = date(2026, 7, 1)
PEOPLE: dict[str, Column] = {
    "age": whole([74, 75, 76]),
    "poor": truth([False, False, True]),
    "other_pension": whole([0, 0, 0]),
    "requested": truth([True, True, True]),
}


def test_a_rule_is_asked_of_many() -> None:
    rule = question("social_pension.amount")
    refuse_without(rule, [*PEOPLE, "more"])
    assert answered(rule, Law(ON, parameter), PEOPLE)["social_pension"].tolist() == [0, 500_000, 500_000]
    assert result_to_compare(rule, None) == result_to_compare(rule, "social_pension") == "social_pension"


def test_what_is_missing_is_named() -> None:
    rule = question("social_pension.amount")
    with pytest.raises(MissingColumns) as refused:
        refuse_without(rule, ["age", "poor"])
    assert "lacks other_pension, requested" in refused.value.english()
    with pytest.raises(UnknownRule):
        question("weather")
    with pytest.raises(UnknownResult):
        result_to_compare(rule, "weather")


@pytest.mark.parametrize(
    ("text", "change", "of_1000"),
    [
        ("a.b=1200", Change("a.b", value=1200), 1200),
        ("a.b=+5%", Change("a.b", ppm=1_050_000), 1050),
        ("a.b=-2.5%", Change("a.b", ppm=975_000), 975),
        ("a.b=+0.05%", Change("a.b", ppm=1_000_500), 1001),
    ],
)
def test_changes_are_read(text: str, change: Change, of_1000: int) -> None:
    assert parsed(text) == change
    assert change.of(1000) == of_1000


@pytest.mark.parametrize("text", ["a.b", "a.b=", "a.b=5%", "a.b=+5", "=3", "a.b=+1.23456%", "A=3"])
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(NotAChange):
        parsed(text)


def test_what_follows_from_a_changed_figure_changes_with_it_on_that_day_only() -> None:
    find = changed([Change("base_salary", ppm=1_100_000)], ON)
    assert find("base_salary").entry(ON).value == 2_783_000
    assert find("reference_level").entry(ON).value == 2_783_000
    assert find("survivors.funeral").entry(ON).value == 27_830_000
    assert find("base_salary").entry(date(2026, 6, 30)).value == 2_340_000
    assert parameter("base_salary").entry(ON).value == 2_530_000


def test_only_figures_in_force_are_changed() -> None:
    with pytest.raises(UnknownParameter):
        changed([Change("weather", value=1)], ON)
    with pytest.raises(NotInForce):
        changed([Change("reference_level", value=1)], date(2020, 1, 1))


def test_effects_add_up_over_batches_and_groups() -> None:
    told = Comparison()
    for before, after in (([10, 20, 30], [11, 18, 30]), ([5], [9])):
        sexes = Grouping(("male", "female"), whole([0, 1, 1][: len(before)]))
        told.add(whole(before), whole(after), {"sex": sexes})
    assert told.whole == Effect(people=4, winners=2, losers=1, before=65, after=68, gained=5, lost=2)
    assert told.whole.cost == 3
    assert told.groups["sex"]["male"] == Effect(people=2, winners=2, before=15, after=20, gained=5)
    assert told.groups["sex"]["female"].cost == -2
