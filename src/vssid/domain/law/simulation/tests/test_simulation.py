from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from vssid.domain.law.case_regimes import vocabulary
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import UnknownParameter, parameter
from vssid.domain.law.simulation.change import (
    Change,
    ChangedTwice,
    FigureOutOfBounds,
    NotAChange,
    changed,
    parsed,
)
from vssid.domain.law.simulation.comparing import Comparison, Effect, Grouping, exact_sum
from vssid.domain.law.simulation.question import (
    Column,
    MissingColumns,
    UnknownResult,
    UnknownRule,
    answered,
    populations,
    question,
    refuse_without,
    result_to_compare,
)
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.rates import PPM

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
    with pytest.raises(MissingColumns, match=r"lacks female, months \(contribution_months\)\. It"):
        refuse_without(question("pension_rate"), ["sex"])
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


def test_a_figure_is_changed_once() -> None:
    with pytest.raises(ChangedTwice, match="base_salary is changed more than once"):
        changed([Change("base_salary", ppm=PPM), Change("base_salary", value=1)], ON)


@pytest.mark.parametrize(
    "change",
    [
        parsed("base_salary=-150%"),
        parsed("base_salary=99999999999999999999"),
        parsed("base_salary=+99999999999%"),
        parsed("wage_coefficients=-101%"),
        parsed("social_pension.age=151"),
    ],
)
def test_a_figure_stays_what_a_law_may_say(change: Change) -> None:
    with pytest.raises(FigureOutOfBounds, match=f"{change.name} would be "):
        changed([change], ON)


def test_sums_beyond_64_bits_are_exact() -> None:
    told, much = Comparison(), 9 * 10**18
    told.add(whole([0, 0, much, -much]), whole([much, much, 0, much]), {})
    assert told.whole == Effect(
        people=4, winners=3, losers=1, before=0, after=3 * much, gained=4 * much, lost=much
    )
    assert exact_sum(np.array([-1, -(2**63), 2**63 - 1], np.int64)) == -2


def test_effects_add_up_over_batches_and_groups() -> None:
    told = Comparison()
    for before, after in (([10, 20, 30], [11, 18, 30]), ([5], [9])):
        sexes = Grouping(("male", "female"), whole([0, 1, 1][: len(before)]))
        told.add(whole(before), whole(after), {"sex": sexes})
    assert told.whole == Effect(people=4, winners=2, losers=1, before=65, after=68, gained=5, lost=2)
    assert told.whole.cost == 3
    assert told.groups["sex"]["male"] == Effect(people=2, winners=2, before=15, after=20, gained=5)
    assert told.groups["sex"]["female"].cost == -2


def test_every_regime_has_a_rule_for_a_population_or_a_reason_why_not() -> None:
    known = populations()
    named = [*known["regimes"], *known["without"]]
    assert sorted(named) == sorted(vocabulary())


@pytest.mark.parametrize("regime", populations()["regimes"])
def test_a_regime_names_only_what_its_rule_reads_and_gives(regime: str) -> None:
    said, asked = populations()["regimes"][regime], question(regime)
    assert said.keys() <= {"rule", "result", "columns", "otherwise"}
    assert {*asked.columns, *asked.otherwise} <= set(asked.rule.inputs)
    assert {type(value) for value in asked.otherwise.values()} <= {int, bool}
    assert asked.result in asked.rule.results
    of_cases = set(vocabulary()[regime]["inputs"])
    assert set(asked.columns.values()) <= of_cases


@pytest.mark.parametrize(
    ("regime", "columns", "inputs", "key", "unit"),
    [
        (
            "pension_rate",
            {"female": truth([True]), "months": whole([267])},
            {"sex": "female", "contribution_months": 267},
            "pension_rate",
            PPM,
        ),
        ("social_pension", {"age": whole([76])}, {"age": 76}, "amount", 1),
        (
            "pension_indexation",
            {"amount": whole([3_000_000])},
            {"amount_previous_month": 3_000_000},
            "amount",
            1,
        ),
        (
            "bhyt_claim",
            {"benefit_digit": whole([4]), "cost_in_scope": whole([5_000_001])},
            {"card": "DN4", "cost_in_scope": 5_000_001, "date": "2026-07-01"},
            "fund",
            1,
        ),
        (
            "voluntary_prepay",
            {
                "chosen_income": whole([3_000_000]),
                "years_paid": whole([3]),
                "monthly_yield": whole([3_100_000]),
            },
            {"income": 3_000_000, "years": 3, "r_monthly": 0.0031},
            "amount",
            1,
        ),
    ],
)
def test_what_a_file_leaves_out_is_as_in_a_worked_case(
    regime: str, columns: dict[str, Column], inputs: dict[str, object], key: str, unit: int
) -> None:
    asked = question(regime)
    found = answered(asked, Law(ON, parameter), columns)[asked.result]
    assert Fraction(int(found[0]), unit) == compute(regime, inputs, as_of=ON)[key]
