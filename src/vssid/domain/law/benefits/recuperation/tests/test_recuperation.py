from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.recuperation.formula import (
    after_accident,
    after_birth,
    after_sickness,
    days,
    last_start,
    pay,
    pay_after_accident,
)
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter

OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)
BOTH = pytest.mark.parametrize("day", [OLD, NEW])


def law(day: date) -> Law:
    return Law(day, parameter)


@BOTH
def test_longest_rest(day: date) -> None:
    for first, second, sick, birth in (
        (True, False, 10, 10),
        (True, True, 10, 10),
        (False, True, 7, 7),
        (False, False, 5, 5),
    ):
        one, two = truth(first), truth(second)
        assert after_sickness(law(day), long_illness=one, operated=two) == sick
        found = after_birth(law(day), several_children=one, operated=two, returned_early=truth(False))
        assert found == birth


def test_a_mother_back_early_has_no_rest_by_the_new_law() -> None:
    for day, most in ((OLD, 5), (NEW, 0)):
        no = truth(False)
        assert after_birth(law(day), several_children=no, operated=no, returned_early=truth(True)) == most


@pytest.mark.parametrize(
    ("percent", "most"), [(0, 0), (14, 0), (15, 5), (30, 5), (31, 7), (50, 7), (51, 10), (100, 10)]
)
def test_rest_after_an_accident(percent: int, most: int) -> None:
    assert after_accident(law(NEW), impairment=whole(percent)) == most


@BOTH
def test_thirty_days_to_begin(day: date) -> None:
    back = date(2024, 5, 2)
    last = last_start(law(day), back_at_work=whole(back.toordinal()))
    assert date.fromordinal(int(last[0])) == back + timedelta(29)


@pytest.mark.parametrize(
    ("day", "amount", "accident"),
    [
        (date(2024, 6, 30), 540_000, 540_000),
        (date(2024, 7, 1), 702_000, 702_000),
        (date(2026, 6, 30), 702_000, 702_000),
        (date(2026, 7, 1), 759_000, 759_000),
    ],
)
def test_pay_of_a_day(day: date, amount: int, accident: int) -> None:
    assert pay(law(day), rest_days=whole(1)) == amount
    assert pay_after_accident(law(day), rest_days=whole(2)) == 2 * accident


@given(
    st.sampled_from([OLD, NEW]),
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 10), st.integers(0, 12), st.booleans()),
        min_size=1,
        max_size=5,
    ),
)
def test_many_come_out_as_each_alone_and_never_above_the_limit(day: date, people: Any) -> None:
    asked, most, used, timely = (np.array(column) for column in zip(*people, strict=True))
    found = days(law(day), rest_asked=asked, rest_limit=most, rest_used=used, in_time=timely)
    traced = Law(day, parameter, Trace())
    for at in range(len(people)):
        own = days(
            traced,
            rest_asked=asked[at : at + 1],
            rest_limit=most[at : at + 1],
            rest_used=used[at : at + 1],
            in_time=timely[at : at + 1],
        )
        assert own == found[at]
    assert (found + used <= np.maximum(most, used)).all()
    assert (found[~timely] == 0).all()
    assert (found >= 0).all()


def ask(act: str = "2024", **inputs: Any) -> dict[str, Any]:
    return compute("recuperation", inputs, act=act)


def test_a_case_may_say_little() -> None:
    assert ask(on="2026-09") == {"per_day": 759_000}
    assert ask(on="2026-09", days=12) == {"per_day": 759_000, "paid_days": 10, "amount": 7_590_000}
    assert ask(on="2026-09", days=5, already_used=1)["paid_days"] == 5
    assert "max_days" not in ask(on="2026-09", days=5, already_used=1)
    assert ask(on="2026-09", days=3, already_used=2)["max_days"] == 3
    assert ask(kind="sickness", on="2026-09")["max_days"] == 5
    assert ask(illness="long_term", last_illness="surgery", on="2026-09")["max_days"] == 7
    assert ask(kind="maternity", on="2026-09", already_used=3)["paid_days"] == 2
    assert ask(birth="multiple", on="2026-09")["max_days"] == 10
    assert ask(impairment=15, on="2026-09")["max_days"] == 5
    assert ask(rest_from="2026-09-02")["counted_in_year"] == 2026
    assert ask(back_at_work="2026-06-30", illness="other")["amount"] == 5 * 702_000
    assert ask(leave_end="2026-06-30", illness="other")["amount"] == 5 * 759_000
    assert ask(illness="other")["amount"] == 5 * 702_000
    late = compute("recuperation", {"year": 2026, "illness": "other"}, as_of=date(2026, 7, 1))
    assert late["amount"] == 5 * 759_000
    with pytest.raises(MissingInput):
        ask(kind="occupational", on="2026-09")


@BOTH
def test_a_rest_that_begins_late_is_not_paid(day: date) -> None:
    back = date(day.year, day.month, 1)
    for off, paid in ((29, 5), (30, 0)):
        asked = {"back_at_work": str(back), "rest_from": str(back + timedelta(off)), "illness": "other"}
        assert ask(**asked)["paid_days"] == paid
