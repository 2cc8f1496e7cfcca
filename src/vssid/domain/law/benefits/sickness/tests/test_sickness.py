from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.sickness.formula import (
    child_limit,
    continued_rate,
    full_rate,
    limit,
    long_leave,
    part_days,
    within_limit,
)
from vssid.domain.law.benefits.sickness.pay import base_wage, by_days, by_months
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce

OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)
BOTH = pytest.mark.parametrize("day", [OLD, NEW])


def law(day: date) -> Law:
    return Law(day, parameter)


@BOTH
@pytest.mark.parametrize(
    ("years", "days", "lower"),
    [(0, 30, 50), (14, 30, 50), (15, 40, 55), (29, 40, 55), (30, 60, 65), (45, 60, 65)],
)
def test_days_and_lower_rate_by_years(day: date, years: int, days: int, lower: int) -> None:
    usual, hard = (
        limit(law(day), years_contributed=whole(years), hazardous_at_leave=truth(hazardous))
        for hazardous in (False, True)
    )
    assert (int(usual[0]), int(hard[0])) == (days, days + 10)
    assert continued_rate(law(day), years_contributed=whole(years)) == lower * 10_000


@BOTH
@pytest.mark.parametrize(("age", "days"), [(0, 20), (2, 20), (3, 15), (6, 15), (7, 0), (15, 0)])
def test_days_for_a_child(day: date, age: int, days: int) -> None:
    assert child_limit(law(day), child_age=whole(age)) == days


@BOTH
@pytest.mark.parametrize(
    ("asked", "used", "left"), [(6, 37, 0), (6, 30, 0), (6, 29, 2), (6, 28, 4), (6, 27, 6), (5, 0, 5)]
)
def test_days_left_of_the_year(day: date, asked: int, used: int, left: int) -> None:
    found = within_limit(law(day), asked_half_days=whole(asked), sick_limit=whole(30), used_days=whole(used))
    assert found == left


@pytest.mark.parametrize(
    ("millionths", "halves"),
    [
        (0, 0),
        (1, 1),
        (499_999, 1),
        (500_000, 2),
        (999_999, 2),
        (1_000_000, 2),
        (1_000_001, 3),
        (2_500_000, 6),
    ],
)
def test_parts_of_a_day(millionths: int, halves: int) -> None:
    assert part_days(law(NEW), absence=whole(millionths)) == halves
    with pytest.raises(NotInForce):
        part_days(law(OLD), absence=whole(millionths))


@pytest.mark.parametrize(
    ("first", "last", "months", "odd"),
    [
        (date(2016, 3, 28), date(2016, 6, 5), 2, 9),
        (date(2016, 3, 28), date(2016, 4, 27), 1, 0),
        (date(2016, 3, 28), date(2016, 4, 26), 0, 30),
        (date(2016, 3, 28), date(2016, 4, 28), 1, 1),
        (date(2016, 3, 28), date(2016, 3, 28), 0, 1),
        (date(2017, 1, 31), date(2017, 2, 28), 1, 1),
        (date(2023, 12, 1), date(2024, 11, 30), 12, 0),
    ],
)
def test_months_of_a_long_leave(first: date, last: date, months: int, odd: int) -> None:
    found = long_leave(law(OLD), leave_from=whole(first.toordinal()), leave_to=whole(last.toordinal()))
    assert (int(found.sick_months[0]), int(found.odd_days[0])) == (months, odd)
    with pytest.raises(NotInForce):
        long_leave(law(NEW), leave_from=whole(1), leave_to=whole(2))


@BOTH
def test_pay_by_days_is_rounded_once(day: date) -> None:
    def pay(wage: int, half: int, after: int = 0) -> Any:
        return by_days(
            law(day),
            sick_wage=whole(wage),
            sick_half_days=whole(half),
            sick_rate=full_rate(law(day), armed_forces=truth(False)),
            half_days_after=whole(after),
            rate_after=whole(550_000),
        )

    assert pay(9_600_000, 14) == 2_100_000
    assert pay(8_000_000, 3) == 375_000
    assert pay(32, 1) == 1
    assert pay(31, 1) == 0
    assert pay(9_600_000, 80, 20) == 14_200_000
    assert full_rate(law(day), armed_forces=truth(True)) == 1_000_000


@BOTH
def test_the_wage_of_the_month_before_or_of_the_first(day: date) -> None:
    for first, expected in ((True, 7), (False, 5)):
        found = base_wage(law(day), wage_before=whole(5), registered_wage=whole(7), first_month=truth(first))
        assert found == expected


BEFORE_2021_09 = date(2021, 8, 31)


def pay_by_months(day: date, first: tuple[int, int], after: tuple[int, int] = (0, 0)) -> Any:
    return by_months(
        law(day),
        sick_wage=whole(9_600_000),
        sick_months=whole(first[0]),
        odd_days=whole(first[1]),
        sick_rate=whole(750_000),
        months_after=whole(after[0]),
        odd_days_after=whole(after[1]),
        rate_after=whole(500_000),
    )


@pytest.mark.parametrize("day", [BEFORE_2021_09, date(2021, 9, 1), OLD])
def test_pay_by_months(day: date) -> None:
    assert pay_by_months(day, (2, 9)) == 17_100_000
    assert pay_by_months(day, (0, 23)) == 6_900_000
    assert pay_by_months(day, (0, 24)) == 7_200_000
    assert pay_by_months(day, (6, 0), (1, 12)) == 6 * 7_200_000 + 4_800_000 + 2_400_000


def test_odd_days_are_no_more_than_a_month_since_september_2021() -> None:
    for day, first, after in (
        (BEFORE_2021_09, 9_000_000, 6_000_000),
        (date(2021, 9, 1), 7_200_000, 4_800_000),
        (OLD, 7_200_000, 4_800_000),
    ):
        assert pay_by_months(day, (0, 30)) == first
        assert pay_by_months(day, (0, 0), (0, 30)) == after
    with pytest.raises(NotInForce):
        pay_by_months(NEW, (1, 0))


@given(
    st.sampled_from([OLD, NEW]),
    st.lists(
        st.tuples(
            st.integers(0, 50),
            st.booleans(),
            st.integers(0, 200),
            st.integers(0, 80),
            st.integers(0, 50_600_000),
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_many_come_out_as_each_alone_and_never_above_the_limit(day: date, people: Any) -> None:
    years, hard, asked, used, wages = (np.array(column) for column in zip(*people, strict=True))

    def all_of(at: Law, years: Any, hard: Any, asked: Any, used: Any, wages: Any) -> Any:
        most = limit(at, years_contributed=years, hazardous_at_leave=hard)
        half = within_limit(at, asked_half_days=asked, sick_limit=most, used_days=used)
        pay = by_days(
            at,
            sick_wage=wages,
            sick_half_days=half,
            sick_rate=whole(750_000),
            half_days_after=whole(0),
            rate_after=whole(0),
        )
        return most, half, pay

    most, half, pay = all_of(law(day), years, hard, asked, used, wages)
    traced = Law(day, parameter, Trace())
    for at in range(len(people)):
        own = all_of(traced, *(column[at : at + 1] for column in (years, hard, asked, used, wages)))
        assert [int(part[0]) for part in own] == [most[at], half[at], pay[at]]
    assert (half <= 2 * most).all()
    assert (half <= asked).all()
    assert (used + half // 2 <= np.maximum(most, used)).all()


def ask(law: str = "2024", **inputs: Any) -> dict[str, Any]:
    return compute("sickness", inputs, act=law)


def test_a_case_may_say_little() -> None:
    assert ask() == {"rate": Fraction(3, 4)}
    assert ask(conditions_at_leave="army", contribution_years=3) == {"rate": 1}
    assert ask(wage=5)["base_wage"] == 5
    assert ask(registered_wage=5, joined="2026-09-03")["base_wage"] == 5
    assert ask(long_term_list=True) == {"rate": Fraction(3, 4)}
    assert ask("2014", long_term_list=True) == {"rate": Fraction(3, 4), "first_days": 180}
    assert ask("2014", long_term_list=True, contribution_years=3)["then_months"] == 36
    assert ask(absences_in_days=[0.5, 0.2], contribution_years=3)["paid_days"] == Fraction(3, 2)
    assert ask(leave=["2026-09-07"], used_days_this_year=30, contribution_years=3)["paid_days"] == 0
    with pytest.raises(MissingInput):
        ask(long_term_after_limit=True)
    assert ask(long_term_after_limit=True, rate=0.6)["rate"] == Fraction(3, 5)


def test_a_leave_follows_the_law_it_began_under() -> None:
    over = {"leave": ["2025-06-30", "2025-07-29"], "long_term_list": True}
    assert ask("2024", **over)["months"] == 1
    assert "months" not in ask("2024", **over | {"leave": ["2025-07-01", "2025-07-29"]})


def test_a_long_illness_told_in_days() -> None:
    told = {"long_term_list": True, "wage": 12_000_000, "contribution_months": 36}
    assert ask("2014", **told, days=180)["amount"] == 6 * 9_000_000
    assert ask("2014", **told, requested_days=210)["amount"] == 6 * 9_000_000 + 6_000_000
    assert ask("2014", **told, days=35)["odd_days"] == 5
    short = told | {"contribution_months": 1}
    assert ask("2014", **short, days=270)["amount"] == 6 * 9_000_000 + 6_000_000
    later = told | {"long_term_after_limit": True, "leave": ["2024-03-01", "2024-04-12"]}
    assert ask("2014", **later)["amount"] == 6_000_000 + 3_000_000
    rated = told | {"rate": 1.0, "days": 210}
    assert ask("2014", **rated)["amount"] == 7 * 12_000_000
    assert "amount" not in ask("2014", long_term_list=True, days=35)
    with pytest.raises(MissingInput):
        ask("2014", long_term_list=True, wage=12_000_000, days=181)


@pytest.mark.parametrize(
    ("rest", "days"),
    [(None, 14), ("none", 14), ("Monday", 12), ("Sunday", 12), ("weekend", 10), ("Saturday and Sunday", 10)],
)
def test_rests_of_the_week(rest: str | None, days: int) -> None:
    asked = {"mother": [["2026-09-07", "2026-09-20"]], "weekly_rest": rest}
    assert compute("sick_child", asked) == {"mother_days": days, "days": days}


def test_days_at_the_bed_of_a_child() -> None:
    both = {"mother": [["2026-09-07", "2026-09-08"]], "father": [["2026-09-07", "2026-09-09"]]}
    assert compute("sick_child", both) == {"mother_days": 2, "father_days": 3}
    assert compute("sick_child", {"mother": [], "child_age": 2})["mother_days"] == 0
    two = {"children": [["2026-03-01", "2026-03-31"], ["2026-03-20", "2026-03-31"]], "child_age": 2}
    assert compute("sick_child", two) == {"days": 31}
    far = two | {"child_age": 3}
    assert compute("sick_child", far) == {"days": 27}
