from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.late_payment.formula import (
    by_day,
    by_month,
    days,
    months,
    overdue_amount,
    rate_a_month,
)
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce

OLD, NEW = Law(date(2025, 6, 30), parameter), Law(date(2025, 7, 1), parameter)
amounts = st.integers(0, 10**13)


def ordinal(text: str) -> np.ndarray:
    return whole(date.fromisoformat(text).toordinal())


@pytest.mark.parametrize(
    ("yearly", "monthly"),
    [(63_900, 10_650), (65_000, 10_833), (58_000, 9_667), (58_600, 9_767), (3, 1), (2, 0), (0, 0)],
)
def test_the_rate_is_rounded_to_four_decimals_of_a_per_cent(yearly: int, monthly: int) -> None:
    assert rate_a_month(OLD, yield_of_a_year=whole(yearly)) == monthly


@pytest.mark.parametrize(("owed", "not_yet", "left"), [(200, 100, 100), (100, 100, 0), (99, 100, 0)])
def test_what_may_still_be_paid_is_not_overdue(owed: int, not_yet: int, left: int) -> None:
    assert overdue_amount(OLD, owed_in_all=whole(owed), not_yet_overdue=whole(not_yet)) == left


@pytest.mark.parametrize(
    ("deadline", "paid", "expected"),
    [
        ("2024-01-31", "2024-01-31", 0),
        ("2024-01-31", "2024-02-29", 0),
        ("2024-01-31", "2024-03-01", 1),
        ("2024-01-31", "2024-03-31", 1),
        ("2024-01-31", "2024-04-01", 2),
        ("2023-12-31", "2024-02-01", 1),
    ],
)
def test_charged_on_the_firsts_but_not_on_the_first_of_them(deadline: str, paid: str, expected: int) -> None:
    assert months(OLD, deadline=ordinal(deadline), paid_on=ordinal(paid)) == expected


@pytest.mark.parametrize(
    ("deadline", "paid", "expected"),
    [
        ("2026-03-31", "2026-03-30", 0),
        ("2026-03-31", "2026-03-31", 0),
        ("2026-03-31", "2026-04-01", 1),
        ("2025-06-30", "2025-07-01", 1),
        ("2025-06-29", "2025-07-01", 1),
        ("2025-07-01", "2025-07-02", 1),
        ("2020-01-31", "2025-07-01", 1),
    ],
)
def test_the_day_after_the_deadline_is_the_first(deadline: str, paid: str, expected: int) -> None:
    assert days(NEW, deadline=ordinal(deadline), paid_on=ordinal(paid)) == expected


def test_each_way_of_charging_ends_where_the_other_begins() -> None:
    with pytest.raises(NotInForce):
        by_month(NEW, overdue=whole(1), rate_of_the_months=whole(1))
    with pytest.raises(NotInForce):
        by_day(OLD, overdue=whole(1), late_days=whole(1))


@given(st.lists(st.tuples(amounts, st.integers(0, 20_000)), min_size=1, max_size=20))
def test_many_come_out_as_each_alone_and_as_exact_fractions(debts: list[tuple[int, int]]) -> None:
    overdue, late = whole([debt for debt, _ in debts]), whole([day for _, day in debts])
    together = by_day(NEW, overdue=overdue, late_days=late)
    traced = Law(NEW.on, parameter, Trace())
    for place, (debt, day) in enumerate(debts):
        alone = by_day(traced, overdue=whole(debt), late_days=whole(day))
        assert together[place] == alone[0] == int(Fraction(debt * day * 3, 10_000) + Fraction(1, 2))
    assert (by_day(NEW, overdue=overdue, late_days=late + 1) >= together).all()


@given(amounts, st.integers(0, 10**6))
def test_by_the_month_no_fraction_is_lost(debt: int, rate: int) -> None:
    expected = int(Fraction(debt * rate, 10**6) + Fraction(1, 2))
    assert by_month(OLD, overdue=whole(debt), rate_of_the_months=whole(rate)) == expected


@given(st.dates(date(2025, 7, 1), date(2030, 12, 31)), st.integers(1, 3000))
def test_a_day_later_costs_a_day_more(deadline: date, late: int) -> None:
    def charged(paid: date) -> int:
        answer = compute("late_payment", {"deadline": deadline, "paid": paid, "principal": 10_000})
        return int(answer["interest"])

    paid = deadline + timedelta(late)
    assert charged(paid) - charged(paid - timedelta(1)) == 3


_IN_MAY = {"debt": 10_000, "deadline": date(2026, 4, 30), "paid": date(2026, 5, 1)}


@pytest.mark.parametrize(
    ("inputs", "act", "as_of", "by"),
    [
        ({"debt": 10_000, "deadline": date(2025, 4, 30), "paid": date(2025, 6, 30)}, "", None, "month"),
        ({"debt": 10_000, "deadline": date(2025, 4, 30), "paid": date(2025, 7, 1)}, "", None, "day"),
        ({"debt": 10_000}, "", date(2025, 6, 30), "month"),
        ({"debt": 10_000}, "2014", None, "month"),
        ({"debt": 10_000, "regime": "2016-2025-06"}, "2024", None, "month"),
        ({"debt": 10_000, "deadline": date(2026, 4, 30), "paid": date(2026, 5, 1)}, "2024", None, "day"),
        ({**_IN_MAY, "regime": "2024"}, "", None, "day"),
        ({**_IN_MAY, "regime": "Law 41/2024/QH15"}, "", None, "day"),
        ({**_IN_MAY, "regime": "Since-2025-07"}, "", None, "day"),
        ({"debt": 10_000, "regime": "2014"}, "", None, "month"),
        ({"debt": 10_000, "regime": "until 2025-06-30"}, "", None, "month"),
    ],
)
def test_which_way_of_charging(inputs: dict[str, object], act: str, as_of: date | None, by: str) -> None:
    answer = compute("late_payment", {**inputs, "monthly_rate": "0.01"}, act=act, as_of=as_of)
    assert answer["interest"] == (100 if by == "month" else 3)


def test_one_fund_alone_of_two() -> None:
    answer = compute("late_payment", {"hi_debt": 500_000, "monthly_rate": 0.01}, act="2014")
    assert answer == {"hi_interest": 5_000, "interest": 5_000, "total": 5_000}


def test_what_is_missing_or_no_rate_is_named() -> None:
    for inputs in ({}, {"deadline": "2024-01-31"}):
        with pytest.raises(MissingInput) as missing:
            compute("late_payment", inputs, act="2014")
        assert missing.value.field == "total_due_to_end_feb"
    with pytest.raises(MissingInput) as missing:
        compute("late_payment", {"debt": 1}, act="2014")
    assert missing.value.field == "monthly_rate"
    for rate in ("six", "6.5.1", "1/0", 6.39, "-0.1"):
        with pytest.raises(WrongInput) as wrong:
            compute("late_payment", {"debt": 1, "annual_rate": rate}, act="2014")
        assert wrong.value.field == "annual_rate"
    with pytest.raises(MissingInput) as missing:
        compute("late_payment", {"debt": 1, "months": [{"n": 3}]}, act="2014")
    assert missing.value.field == "months[1].rate"


def test_a_way_of_charging_that_may_be_the_other_is_refused() -> None:
    for inputs in ({"regime": "2024", "paid": "2024-05-31"}, {"regime": "sometimes"}):
        with pytest.raises(WrongInput) as wrong:
            compute("late_payment", {"debt": 1, "monthly_rate": 0.01, **inputs})
        assert wrong.value.field == "regime"


def test_what_is_known_is_told_and_the_rest_names_what_lacks() -> None:
    dated = {"deadline": "2024-01-31", "paid": "2024-04-30"}
    told = compute("late_payment", {**dated, "annual_yield": 0.0639}, act="2014")
    assert (told["days"], told["k_month"], told["interest"].field) == (90, "0.01065", "total_due_to_end_feb")
    told = compute("late_payment", {**dated, "debt": 1_000_000}, act="2014")
    assert (told["days"], told["k_month"].field, told["total"].field) == (90, "monthly_rate", "monthly_rate")
    told = compute("late_payment", {"deadline": "2026-03-31", "paid": "2026-06-30"})
    assert (told["days"], told["interest"].field) == (91, "debt")
