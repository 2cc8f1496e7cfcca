from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.unemployment.formula import (
    cap,
    cap_of_the_decree,
    duration,
    monthly,
    odd_months,
    total,
)
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.months import Month

OLD, NEW = Law(date(2025, 12, 31), parameter), Law(date(2026, 1, 1), parameter)
REGIONS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def most(law: Law, ended: str, last: str, region: str = "I", *, state: bool = False) -> Any:
    return cap(
        law,
        contract_ended_on=whole(date.fromisoformat(ended).toordinal()),
        last_month_contributed=whole(Month.parse(last)),
        wage_region=whole(REGIONS[region]),
        state_scale=truth(state),
    )


@pytest.mark.parametrize(
    ("law", "ended", "last", "region", "state", "expected"),
    [
        (OLD, "2024-06-30", "2024-06", "I", False, 5 * 4_680_000),
        (OLD, "2024-07-01", "2024-06", "I", False, 5 * 4_960_000),
        (OLD, "2025-12-31", "2025-06", "IV", False, 5 * 3_450_000),
        (OLD, "2024-06-30", "2024-06", "I", True, 5 * 1_800_000),
        (OLD, "2024-07-01", "2024-06", "I", True, 5 * 2_340_000),
        (NEW, "2026-01-01", "2025-12", "I", False, 5 * 4_960_000),
        (NEW, "2026-01-31", "2026-01", "II", False, 5 * 4_730_000),
        (NEW, "2026-01-31", "2026-01", "III", True, 5 * 4_140_000),
    ],
)
def test_the_cap_of_the_day_that_the_law_names(
    law: Law, ended: str, last: str, region: str, state: bool, expected: int
) -> None:
    assert most(law, ended, last, region, state=state) == expected


def other_caps(ended: str, last: str) -> list[dict[str, Any]]:
    trace = Trace()
    assert most(Law(NEW.on, parameter, trace), ended, last) == most(NEW, ended, last)
    return [step.result for step in trace.flat() if step.rule == "unemployment.cap_of_the_decree"]


def test_a_step_tells_the_cap_of_the_decree_where_it_differs() -> None:
    assert other_caps("2026-01-15", "2025-12") == [{"benefit_cap_of_the_decree": 26_550_000}]
    assert other_caps("2026-01-15", "2026-01") == []
    assert other_caps("2026-06-15", "2026-02") == []


def test_the_day_that_caps_is_a_figure_of_the_law() -> None:
    reference = parameter("unemployment.cap_reference")
    assert [entry.value for entry in reference.entries] == [1, 2]
    by_decree = Law(
        NEW.on,
        lambda name: (
            parameter(name)
            if name != "unemployment.cap_reference"
            else type(reference)(reference.name, "", reference.unit, reference.entries[:1])
        ),
    )
    with pytest.raises(NotInForce):
        most(by_decree, "2026-01-15", "2025-12")
    found = cap_of_the_decree(
        NEW, contract_ended_on=whole(date(2026, 1, 15).toordinal()), wage_region=whole(1)
    )
    assert found == 26_550_000


@pytest.mark.parametrize(
    ("paid", "due", "odd"),
    [
        (0, 0, 0),
        (11, 0, 0),
        (12, 3, 0),
        (35, 3, 0),
        (36, 3, 0),
        (37, 3, 1),
        (47, 3, 11),
        (48, 4, 0),
        (59, 4, 11),
        (60, 5, 0),
        (143, 11, 11),
        (144, 12, 0),
        (145, 12, 0),
        (155, 12, 0),
        (156, 12, 0),
        (300, 12, 0),
    ],
)
def test_months_due_and_odd_months(paid: int, due: int, odd: int) -> None:
    for law in (OLD, NEW):
        assert duration(law, months=whole(paid)) == due
        assert odd_months(law, months=whole(paid)) == odd


def test_months_due_until_2014_rise_in_four_steps() -> None:
    law = Law(date(2014, 12, 31), parameter)
    paid = whole([0, 11, 12, 35, 36, 71, 72, 143, 144, 300])
    assert duration(law, months=paid).tolist() == [0, 0, 3, 3, 6, 6, 9, 9, 12, 12]
    assert not odd_months(law, months=paid).any()


def test_no_cap_is_on_record_until_2014() -> None:
    asked = {"average_wage_6m": 23_000_000, "termination": "2014-12-31", "region": "IV"}
    assert compute("unemployment_benefit", asked) == {"raw_60pct": 13_800_000, "monthly": 13_800_000}
    with pytest.raises(NotInForce):
        compute("unemployment_benefit", {**asked, "termination": "2008-12-31"})


def test_odd_months_are_kept_since_july_2020() -> None:
    assert odd_months(Law(date(2020, 7, 14), parameter), months=whole([37, 47])).tolist() == [0, 0]
    assert odd_months(Law(date(2020, 7, 15), parameter), months=whole([37, 47])).tolist() == [1, 11]


@pytest.mark.parametrize(
    ("wages", "months", "raw"),
    [(60_000_000, 6, 6_000_000), (5, 6, 1), (4, 6, 0), (10_000_000, 1, 6_000_000), (9_999_999, 1, 5_999_999)],
)
def test_rounded_once_after_the_average(wages: int, months: int, raw: int) -> None:
    for law in (OLD, NEW):
        due = monthly(
            law, wages_averaged=whole(wages), months_averaged=whole(months), benefit_cap=whole(10**9)
        )
        assert [int(part[0]) for part in due] == [raw, raw]


@given(st.integers(0, 10**12), st.integers(1, 6), st.integers(1, 10**9), st.integers(0, 12))
def test_exact_capped_and_no_less_for_more(wages: int, count: int, cap: int, months: int) -> None:
    def of(law: Law, wages: int) -> Any:
        return monthly(law, wages_averaged=whole(wages), months_averaged=whole(count), benefit_cap=whole(cap))

    raw, due = of(NEW, wages)
    assert raw == int(Fraction(wages * 60, count * 100) + Fraction(1, 2))
    assert due == min(int(raw[0]), cap)
    assert of(Law(NEW.on, parameter, Trace()), wages) == (raw, due) == of(OLD, wages)
    assert of(NEW, wages + 1).unemployment_benefit >= due
    assert total(NEW, unemployment_benefit=due, benefit_months=whole(months)) == due * months


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans(), st.integers(0, 3900)), min_size=1, max_size=30))
def test_many_come_out_as_each_alone(people: list[tuple[int, bool, int]]) -> None:
    regions, scales, days = (np.array(column) for column in zip(*people, strict=True))
    ends = days + date(2015, 1, 15).toordinal()
    months = whole([Month.containing(date.fromordinal(int(day))) for day in ends])
    for law in (OLD, NEW):
        given = {
            "contract_ended_on": ends,
            "last_month_contributed": months,
            "wage_region": regions,
            "state_scale": scales,
        }
        together = cap(law, **given)
        alone = [
            int(cap(law, **{name: column[[place]] for name, column in given.items()})[0])
            for place in range(len(people))
        ]
        assert together.tolist() == alone


@given(st.integers(0, 400))
def test_a_month_more_never_takes_a_benefit_month_away(paid: int) -> None:
    assert duration(NEW, months=whole(paid + 1)) >= duration(NEW, months=whole(paid))


def test_an_amount_without_a_region() -> None:
    assert compute("unemployment_benefit", {"average_wage_6m": 10_000_000}) == {
        "raw_60pct": 6_000_000,
        "monthly": 6_000_000,
    }
    at_the_lowest_cap = compute("unemployment_benefit", {"average_wage_6m": 30_833_333})
    assert at_the_lowest_cap["monthly"] == 18_500_000
    above_it = compute("unemployment_benefit", {"average_wage_6m": 30_833_335})
    assert above_it["monthly"].field == "region"
    state = {"average_wage_6m": 40_000_000, "scale": "state", "last_contribution_month": "2025-06"}
    assert compute("unemployment_benefit", state)["monthly"] == 11_700_000
    assert compute("unemployment_benefit", {"months_contributed": 48}) == {"months": 4, "kept_months": 0}
    only_cap = compute("unemployment_benefit", {"termination": date(2026, 2, 1), "region": "I"})
    assert only_cap == {"cap": 26_550_000}


def test_steps_change_nothing_where_the_decree_names_a_day_without_a_wage_on_record() -> None:
    traced = Law(NEW.on, parameter, trace=Trace())
    assert most(traced, "2014-12-31", "2015-01") == most(NEW, "2014-12-31", "2015-01")


def test_without_a_region_all_but_the_cap_is_told() -> None:
    asked = {"law": "74/2025", "average_wage_6m": 60_000_000, "months_contributed": 47}
    told = compute("unemployment_benefit", asked)
    assert (told["raw_60pct"], told["months"], told["kept_months"]) == (36_000_000, 3, 11)
    assert {told[name].field for name in ("cap", "monthly", "total")} == {"region"}


@pytest.mark.parametrize(
    ("law", "cap"),
    [("374/2025", 26_550_000), ("Decree 374/2025/NĐ-CP", 26_550_000), ("74/2025", 24_800_000)],
)
def test_a_case_that_cites_the_decree_is_capped_by_it(law: str, cap: int) -> None:
    asked = {"termination": "2026-01-15", "last_contribution_month": "2025-12", "region": "I"}
    assert compute("unemployment_benefit", {**asked, "law": law})["cap"] == cap
    assert compute("unemployment_benefit", asked, act=law)["cap"] == cap


def test_another_act_is_no_act_of_unemployment_insurance() -> None:
    for law in ("174/2025", "99/2030", "the new one"):
        with pytest.raises(WrongInput):
            compute("unemployment_benefit", {"law": law, "months_contributed": 12})
