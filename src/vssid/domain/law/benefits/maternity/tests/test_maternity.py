from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.maternity.formula import (
    after_end,
    counts_as_birth,
    father,
    leave,
    qualifies,
    window,
)
from vssid.domain.law.benefits.maternity.other_leave import contraception, visit
from vssid.domain.law.benefits.maternity.pay import (
    average,
    by_calendar_days,
    by_months,
    by_working_days,
    grant,
    voluntary,
)
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.months import Month

D = date
OLD, NEW, SECOND = D(2025, 6, 30), D(2025, 7, 1), D(2026, 7, 1)


def law(day: date) -> Law:
    return Law(day, parameter)


@pytest.mark.parametrize("day", [OLD, NEW])
@pytest.mark.parametrize(
    ("born", "paid", "last"),
    [
        (D(2026, 3, 14), True, Month.of(2026, 2)),
        (D(2026, 3, 15), True, Month.of(2026, 3)),
        (D(2026, 3, 15), False, Month.of(2026, 2)),
        (D(2026, 1, 1), True, Month.of(2025, 12)),
    ],
)
def test_the_month_of_birth_counts_from_the_15th(day: date, born: date, paid: bool, last: Month) -> None:
    found = window(law(day), birth_on=whole(born.toordinal()), paid_in_birth_month=truth(paid))
    assert (int(found.window_first[0]), int(found.window_last[0])) == (last - 11, last)


@pytest.mark.parametrize(
    ("in_window", "in_all", "rest", "two_years", "treated", "old", "new"),
    [
        (6, 6, False, 6, False, True, True),
        (5, 20, False, 20, False, False, False),
        (3, 12, True, 3, False, True, True),
        (3, 11, True, 3, False, False, False),
        (2, 40, True, 5, True, False, False),
        (0, 6, False, 6, True, False, True),
        (0, 6, False, 6, False, False, False),
    ],
)
def test_who_qualifies(
    in_window: int, in_all: int, rest: bool, two_years: int, treated: bool, old: bool, new: bool
) -> None:
    for day, expected in ((OLD, old), (NEW, new)):
        found = qualifies(
            law(day),
            paid_in_window=whole(in_window),
            paid_in_all=whole(in_all),
            bed_rest=truth(rest),
            paid_in_two_years=whole(two_years),
            infertility_treated=truth(treated),
        )
        assert bool(found[0]) is expected


@pytest.mark.parametrize(
    ("day", "children", "living", "months"),
    [
        (OLD, 1, 1, 6),
        (NEW, 3, 1, 8),
        (D(2026, 6, 30), 1, 1, 6),
        (SECOND, 1, 0, 6),
        (SECOND, 1, 1, 7),
        (SECOND, 1, 2, 6),
        (SECOND, 2, 1, 8),
    ],
)
def test_leave_at_birth(day: date, children: int, living: int, months: int) -> None:
    assert leave(law(day), children=whole(children), living_before=whole(living)) == months


@pytest.mark.parametrize(
    ("day", "children", "surgery", "early", "living", "days"),
    [
        (OLD, 1, False, False, 1, 5),
        (OLD, 1, True, False, 1, 7),
        (OLD, 1, False, True, 0, 7),
        (OLD, 2, False, True, 0, 10),
        (OLD, 4, False, False, 0, 16),
        (OLD, 2, True, False, 0, 14),
        (OLD, 4, True, False, 0, 14),
        (NEW, 1, False, False, 1, 5),
        (NEW, 2, True, False, 0, 14),
        (NEW, 4, True, False, 0, 20),
        (D(2026, 6, 30), 1, True, False, 1, 7),
        (SECOND, 1, False, False, 1, 10),
        (SECOND, 1, True, True, 2, 7),
        (SECOND, 3, True, False, 1, 17),
        (SECOND, 3, False, False, 1, 13),
    ],
)
def test_leave_of_the_father(
    day: date, children: int, surgery: bool, early: bool, living: int, days: int
) -> None:
    found = father(
        law(day),
        children=whole(children),
        surgery=truth(surgery),
        before_32_weeks=truth(early),
        living_before=whole(living),
    )
    assert found == days


@pytest.mark.parametrize(
    ("weeks", "old", "new"),
    [
        (0, 10, 10),
        (4, 10, 10),
        (5, 20, 20),
        (12, 20, 20),
        (13, 40, 40),
        (21, 40, 40),
        (22, 40, 50),
        (24, 40, 50),
        (25, 50, 50),
        (41, 50, 50),
    ],
)
def test_leave_after_a_pregnancy_that_ended(weeks: int, old: int, new: int) -> None:
    assert after_end(law(OLD), weeks=whole(weeks)) == old
    assert after_end(law(NEW), weeks=whole(weeks)) == new
    assert not counts_as_birth(law(OLD), weeks=whole(weeks))[0]
    assert bool(counts_as_birth(law(NEW), weeks=whole(weeks))[0]) is (weeks >= 22)


@pytest.mark.parametrize("day", [OLD, NEW])
def test_amounts_are_rounded_once(day: date) -> None:
    last = {"last_wages": whole(50_000_003), "last_wage_months": whole(6)}
    assert average(law(day), **last) == 8_333_334
    assert by_months(law(day), **last, leave_months=whole(6)) == 50_000_003
    assert by_working_days(law(day), **last, leave_days=whole(5)) == 1_736_111
    assert by_calendar_days(law(day), **last, leave_days=whole(20)) == 5_555_556
    nothing = {"last_wages": whole(0), "last_wage_months": whole(0)}
    assert average(law(day), **nothing) == 0
    assert by_months(law(day), **nothing, leave_months=whole(6)) == 0
    assert by_working_days(law(day), **nothing, leave_days=whole(5)) == 0


def test_grants() -> None:
    two, yes, no = whole(2), truth(True), truth(False)
    assert grant(law(D(2024, 6, 30)), children=two, qualifies=yes) == 7_200_000
    assert grant(law(D(2024, 7, 1)), children=two, qualifies=yes) == 9_360_000
    assert grant(law(D(2026, 7, 1)), children=two, qualifies=yes) == 10_120_000
    assert grant(law(D(2026, 7, 1)), children=two, qualifies=no) == 0
    assert voluntary(law(NEW), children=two, paid_in_window=whole(6)) == 4_000_000
    assert voluntary(law(NEW), children=two, paid_in_window=whole(5)) == 0
    with pytest.raises(NotInForce):
        voluntary(law(OLD), children=two, paid_in_window=whole(6))


@given(
    st.sampled_from([OLD, NEW, SECOND]),
    st.lists(
        st.tuples(st.integers(1, 5), st.integers(0, 3), st.booleans(), st.integers(0, 300_000_000)),
        min_size=1,
        max_size=6,
    ),
)
def test_many_come_out_as_each_alone_and_a_trace_changes_nothing(day: date, people: Any) -> None:
    children, living, surgery, wages = (np.array(column) for column in zip(*people, strict=True))
    months = leave(law(day), children=children, living_before=living)
    days = father(
        law(day), children=children, surgery=surgery, before_32_weeks=~surgery, living_before=living
    )
    pay = by_months(law(day), last_wages=wages, last_wage_months=whole(6), leave_months=months)
    traced = Law(day, parameter, Trace())
    for at in range(len(people)):
        child, lived, cut = whole(children[at]), whole(living[at]), truth(surgery[at])
        assert leave(traced, children=child, living_before=lived) == months[at]
        alone = father(traced, children=child, surgery=cut, before_32_weeks=~cut, living_before=lived)
        assert alone == days[at]
        own = by_months(
            traced, last_wages=whole(wages[at]), last_wage_months=whole(6), leave_months=whole(months[at])
        )
        assert own == pay[at]
    assert (days >= 5).all()
    assert (months >= 6).all()


def test_a_case_may_say_little() -> None:
    assert compute("maternity", {}, act="2024")["leave_months"] == 6
    assert compute("maternity", {"birth": "2026-09-20"})["window"] == [
        Month.of(2025, 10),
        Month.of(2026, 9),
    ]
    left = {"birth": "2026-09-20", "left_work": "2026-10"}
    assert compute("maternity", left)["window"][1] == Month.of(2026, 9)
    left["left_work"] = "2026-09"
    assert compute("maternity", left)["window"][1] == Month.of(2026, 8)
    history = [{"start": "2026-01", "end": "2026-03", "wage": 6_000_000}]
    alone = compute("maternity", {"history": history, "miscarriage_weeks": 8}, act="2024")
    assert (alone["average"], alone["days"], alone["benefit"]) == (6_000_000, 20, 4_000_000)
    assert compute("maternity", {"history": []}, act="2014")["leave_months"] == 6
    days = compute("maternity", {"prescribed_days": 7, "average": 9_000_000}, act="2024")
    assert (days["days"], days["benefit"]) == (7, 2_100_000)
    assert compute("maternity", {"prescribed_days": 7}, act="2024") == {"days": 7}
    dad = {"father": True, "birth": "2026-06-30", "prescribed_days": 3}
    assert compute("maternity", dad)["days"] == 3
    lost = compute("maternity", {"stillbirth_month_of_pregnancy": 8}, act="2024")
    assert (lost["max_days_after_stillbirth"], lost["leave_months"], lost["days"]) == (50, 6, 50)
    full = compute("maternity", {"stillbirth_month_of_pregnancy": 8, "qualifying_months": 6}, act="2024")
    assert "days" not in full
    assert full["leave_months"] == 6
    assert compute("maternity", {"scheme": "voluntary"}, act="2024")["benefit"] == 2_000_000


def test_wages_of_one_month_add_up_and_count_once() -> None:
    both = [
        {"start": "2026-01", "end": "2026-06", "wage": 5_000_000},
        {"start": "2026-06", "end": "2026-06", "wage": 1_000_000},
    ]
    found = compute("maternity", {"birth": "2026-07-10", "history": both})
    assert (found["average"], found["benefit"]) == (5_166_667, 31_000_000)


def test_the_day_before_each_change_is_another_law() -> None:
    asked = {"father": True, "children": 3, "surgery": True}
    before = compute("maternity", asked | {"birth": str(NEW - timedelta(days=1))})
    assert (before["days"], compute("maternity", asked | {"birth": str(NEW)})["days"]) == (14, 17)


def test_a_history_tells_the_months_in_all() -> None:
    asked = {"birth": "2026-05-10", "bed_rest": True}
    short = asked | {"history": [{"start": "2025-11", "end": "2026-01", "wage": 9_000_000}]}
    long = asked | {"history": [{"start": "2025-02", "end": "2026-01", "wage": 9_000_000}]}
    assert compute("maternity", short)["benefit"] == 0
    assert compute("maternity", long)["benefit"] == 54_000_000
    lost = {"scheme": "voluntary", "birth": "2026-05-10", "miscarriage_weeks": 21}
    assert compute("maternity", lost)["benefit"] == 0
    assert compute("maternity", lost | {"miscarriage_weeks": 22})["benefit"] == 2_000_000
    paid = {"father": True, "birth": "2026-05-10", "qualifying_months": 6}
    assert compute("maternity", paid)["lump_sum"] == 4_680_000


@pytest.mark.parametrize(
    ("day", "hard", "number", "asked", "paid"),
    [
        (OLD, False, 5, 2, 1),
        (OLD, True, 5, 3, 2),
        (OLD, True, 6, 1, 0),
        (NEW, False, 5, 3, 2),
        (NEW, True, 1, 3, 2),
        (NEW, False, 1, 1, 1),
        (NEW, False, 6, 1, 0),
    ],
)
def test_five_visits_before_birth(day: date, hard: bool, number: int, asked: int, paid: int) -> None:
    found = visit(law(day), visit_number=whole(number), visit_days_asked=whole(asked), hard_visit=truth(hard))
    assert found.tolist() == [paid]


@pytest.mark.parametrize("day", [OLD, NEW])
def test_leave_for_contraception(day: date) -> None:
    assert contraception(law(day), sterilised=truth([False, True])).tolist() == [7, 15]


def test_without_a_month_paid_before_no_pay_is_told() -> None:
    in_the_first_month = {"start": "2026-05", "end": "2026-05", "wage": 9_000_000}
    asked = {"on": "2026-05-11", "visits": [1], "history": [in_the_first_month]}
    assert compute("prenatal_visits", asked) == {"visit_days": [1], "days": 1}


def test_visits_without_a_day_are_paid_by_the_whole_record() -> None:
    paid = {"start": "2026-01", "end": "2026-05", "wage": 12_000_000}
    assert compute("prenatal_visits", {"visits": [1], "history": [paid]}, act="2024")["benefit"] == 500_000
