from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.survivors.formula import (
    choice,
    funeral,
    funeral_due,
    monthly,
    monthly_due,
    rates,
    relative,
)
from vssid.domain.law.benefits.survivors.lump import lump_months, lump_sum, paid_back, pensioner_months
from vssid.domain.law.cases import Outcome, check, compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter, value

OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)
BOTH = pytest.mark.parametrize("day", [OLD, NEW])


def law(day: date) -> Law:
    return Law(day, parameter)


@BOTH
@pytest.mark.parametrize(
    ("compulsory", "voluntary", "work", "pensioner", "grant", "by_month"),
    [
        (11, 0, False, False, False, False),
        (12, 0, False, False, True, False),
        (11, 48, False, False, False, False),
        (11, 49, False, False, True, False),
        (0, 60, False, False, True, False),
        (0, 0, True, False, True, True),
        (0, 0, False, True, True, True),
        (179, 300, False, False, True, False),
        (180, 0, False, False, True, True),
    ],
)
def test_what_the_time_opens(
    day: date, compulsory: int, voluntary: int, work: bool, pensioner: bool, grant: bool, by_month: bool
) -> None:
    how = {"work_death": truth(work), "pensioner": truth(pensioner)}
    months = whole(compulsory)
    due = funeral_due(law(day), months_compulsory=months, months_voluntary=whole(voluntary), **how)
    assert bool(due[0]) is grant
    assert funeral(law(day), funeral_due=due) == (23_400_000 if grant else 0)
    assert bool(monthly_due(law(day), months_compulsory=months, **how)[0]) is by_month


def qualifies(
    day: date, age: int, *, child: bool = False, female: bool = True, impaired: int = 0, income: int = 0
) -> bool:
    found = relative(
        law(day),
        is_child=truth(child),
        female=truth(female),
        relative_age=whole(age),
        relative_impairment=whole(impaired),
        own_income=whole(income),
    )
    return bool(found[0])


@pytest.mark.parametrize(
    ("day", "women", "men"),
    [(OLD, 55, 60), (NEW, 57, 62), (date(2026, 9, 1), 57, 62), (date(2035, 1, 1), 60, 62)],
)
def test_ages_of_relatives(day: date, women: int, men: int) -> None:
    assert [qualifies(day, women + off) for off in (-1, 0)] == [False, True]
    assert [qualifies(day, men + off, female=False) for off in (-1, 0)] == [False, True]


@BOTH
def test_children_impairment_and_income(day: date) -> None:
    assert [qualifies(day, age, child=True) for age in (0, 17, 18)] == [True, True, False]
    assert qualifies(day, 18, child=True, impaired=81, income=9_000_000)
    assert not qualifies(day, 18, child=True, impaired=80)
    assert [qualifies(day, 30, impaired=percent) for percent in (80, 81)] == [False, True]
    assert [qualifies(day, 80, income=income) for income in (2_339_999, 2_340_000)] == [True, False]


@BOTH
def test_four_relatives_and_two_deaths(day: date) -> None:
    able = truth([True, False, True, True, True, True])
    lonely = truth([True, True, False, False, False, True])
    once = rates(law(day), relative_qualifies=able, without_carer=lonely, deaths=whole(1))
    assert once.tolist() == [700_000, 0, 500_000, 500_000, 500_000, 0]
    for deaths in (2, 3):
        twice = rates(law(day), relative_qualifies=able, without_carer=lonely, deaths=whole(deaths))
        assert (twice == 2 * once).all()


@pytest.mark.parametrize("day", [OLD, NEW, date(2026, 7, 1)])
def test_the_shares_give_the_amounts_of_the_decrees(day: date) -> None:
    for name, share_name in (("monthly", "rate"), ("monthly_no_direct_carer", "rate_no_direct_carer")):
        rate = whole(value(f"survivors.{share_name}", day))
        assert monthly(law(day), survivor_rate=rate) == value(f"survivors.{name}", day)


@pytest.mark.parametrize(
    ("child", "spouse", "age", "impaired", "old"),
    [
        (True, False, 5, 0, False),
        (True, False, 6, 0, True),
        (True, False, 20, 81, False),
        (True, False, 20, 80, True),
        (False, True, 40, 81, False),
        (False, True, 40, 80, True),
        (False, False, 5, 90, True),
    ],
)
def test_who_may_choose(child: bool, spouse: bool, age: int, impaired: int, old: bool) -> None:
    for day, expected in ((OLD, old), (NEW, True)):
        found = choice(
            law(day),
            is_child=truth(child),
            is_spouse=truth(spouse),
            relative_age=whole(age),
            relative_impairment=whole(impaired),
        )
        assert bool(found[0]) is expected


@BOTH
@pytest.mark.parametrize(
    ("received", "months"), [(0, 48), (2, 48), (3, 47.5), (91, 3.5), (92, 3), (93, 3), (400, 3)]
)
def test_lump_sum_of_a_pensioner(day: date, received: int, months: float) -> None:
    found = pensioner_months(law(day), pension_months_received=whole(received))
    assert found == int(months * 1_000_000)


@BOTH
def test_lump_sum_of_a_contributor(day: date) -> None:
    def months(before: int, after: int, compulsory: bool) -> int:
        found = lump_months(
            law(day),
            half_years_before_2014=whole(before),
            half_years_from_2014=whole(after),
            has_compulsory=truth(compulsory),
        )
        return int(found[0])

    assert months(6, 7, True) == 11_500_000
    assert [months(0, half, True) for half in (1, 3, 4)] == [3_000_000, 3_000_000, 4_000_000]
    assert [months(half, 0, False) for half in (1, 2)] == [750_000, 1_500_000]
    assert lump_sum(law(day), lump_months=whole(750_000), of_a_month=whole(2)) == 2


def test_what_was_paid_to_the_voluntary_scheme_comes_back() -> None:
    for day, amount in ((OLD, 2_420_000), (NEW, 2_420_000)):
        assert paid_back(law(day), income=whole(1_000_000), months_voluntary=whole(11)) == (
            min(amount, 2_000_000) if day == OLD else amount
        )
    assert paid_back(law(OLD), income=whole(1_000_000), months_voluntary=whole(9)) == 1_980_000


@given(
    st.sampled_from([OLD, NEW]),
    st.lists(
        st.tuples(
            st.booleans(), st.booleans(), st.integers(0, 90), st.integers(0, 100), st.integers(0, 3_000_000)
        ),
        min_size=1,
        max_size=7,
    ),
)
def test_many_come_out_as_each_alone_and_never_more_than_four_are_paid(day: date, people: Any) -> None:
    child, female, age, impaired, income = (np.array(column) for column in zip(*people, strict=True))

    def conditions(at: Law, some: slice) -> Any:
        return relative(
            at,
            is_child=child[some],
            female=female[some],
            relative_age=age[some],
            relative_impairment=impaired[some],
            own_income=income[some],
        )

    found = conditions(law(day), slice(None))
    traced = Law(day, parameter, Trace())
    assert [bool(conditions(traced, slice(at, at + 1))[0]) for at in range(len(people))] == found.tolist()
    paid = rates(law(day), relative_qualifies=found, without_carer=female, deaths=whole(1))
    assert (paid > 0).sum() == min(found.sum(), 4)


def ask(act: str = "2024", **inputs: Any) -> dict[str, Any]:
    return compute("survivors", inputs, act=act)


def test_a_case_may_say_little() -> None:
    assert ask() == {}
    orphan: dict[str, Any] = {"relatives": [{"kind": "child", "both_parents_dead": True}]}
    assert ask(**orphan) == {
        "rates_of_base": [Fraction(7, 10)],
        "rates_of_the_entitled": [Fraction(7, 10)],
    }
    dated = compute("survivors", orphan, as_of=date(2026, 7, 1))
    assert dated["monthly_total"] == 1_771_000
    assert ask(relatives=[{"kind": "mother"}])["rates_of_base"] == [Fraction(1, 2)]
    assert ask(pension=5_000_000)["funeral"] is True
    assert ask(cause="occupational disease")["lump_sum_entitled"] is True
    assert ask(cause="illness", compulsory_months=0)["lump_sum_entitled"] is False
    assert ask(death="2026-09", compulsory_months=11)["funeral"] == 0
    assert "amount" not in ask(voluntary_months=59)
    assert "amount" not in ask(compulsory_months=200)
    assert ask(voluntary_months=59, average=1_000_000)["amount"] == 12_980_000


def test_months_in_all_lie_as_late_as_they_can() -> None:
    split = ask("2014", death="2016-01", compulsory_months=36, average=2_000_000)
    assert (split["years_pre2014"], split["years_from2014"]) == (1, 2)
    told = ask("2014", months_pre2014=5)
    assert (told["years_pre2014"], told["years_from2014"]) == (Fraction(1, 2), 0)


def test_who_has_nobody_to_care() -> None:
    def rate(**person: Any) -> Any:
        return ask(relatives=[{"age": 80, "income": 0, **person}])["rates_of_base"][0]

    low, high = Fraction(1, 2), Fraction(7, 10)
    assert rate(kind="wife") == low
    assert rate(kind="husband", other_children=0) == high
    assert rate(kind="wife", other_children=2) == low
    assert rate(kind="mother_in_law", spouse_dead=True) == high
    assert rate(kind="mother_in_law", spouse_dead=True, other_children=1) == low
    assert rate(kind="mother", father_dead=True) == high
    assert rate(kind="mother", other_children=0) == low
    both = ask(relatives=[{"kind": "wife", "age": 80}, {"kind": "child", "age": 18}])
    assert both["rates_of_base"] == [low, 0]
    minor = ask(relatives=[{"kind": "wife", "age": 80}, {"kind": "child", "age": 17}])
    assert (minor["rates_of_base"], minor["wife_after_child_is_18"]) == ([high, low], low)


def judged(funeral: object, **inputs: Any) -> Outcome:
    case = {"id": "x", "regime": "survivors", "law": "2024", "inputs": inputs}
    return check(case | {"expected": {"funeral": funeral}}).outcome


@pytest.mark.parametrize(
    ("expected", "outcome"),
    [(True, Outcome.PASS), (25_300_000, Outcome.PASS), (False, Outcome.FAIL), (0, Outcome.FAIL)],
)
def test_a_funeral_is_asked_for_by_its_amount_or_by_yes(expected: object, outcome: Outcome) -> None:
    assert judged(expected, death="2026-08", compulsory_months=12) is outcome


@pytest.mark.parametrize("inputs", [{}, {"death": "2026-08"}])
def test_no_funeral_is_nought_or_no(inputs: dict[str, Any]) -> None:
    for expected, outcome in (
        (0, Outcome.PASS),
        (False, Outcome.PASS),
        (True, Outcome.FAIL),
        (1, Outcome.FAIL),
    ):
        assert judged(expected, compulsory_months=11, **inputs) is outcome


def test_an_amount_needs_the_month_of_death() -> None:
    assert judged(23_400_000, compulsory_months=12) is Outcome.FAIL
    assert judged(True, compulsory_months=12) is Outcome.PASS


def test_a_rate_out_of_its_place_is_not_right() -> None:
    relatives = [{"kind": "child", "age": 18}, {"kind": "child", "age": 5}]
    case = {"id": "x", "regime": "survivors", "law": "2024", "inputs": {"relatives": relatives}}
    outcomes = [
        check(case | {"expected": {"rates_of_base": rates}}).outcome for rates in ([0, 0.5], [0.5], [0.5, 0])
    ]
    assert outcomes == [Outcome.PASS, Outcome.PASS, Outcome.FAIL]
