from __future__ import annotations

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.casework.calendar import working_day_after
from vssid.domain.law.benefits.unemployment.course import course, kept, reserved, start
from vssid.domain.law.benefits.unemployment.reasons import Reason
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.parameters import parameter

OLD, NEW = Law(date(2025, 12, 31), parameter), Law(date(2026, 1, 1), parameter)


@given(st.dates(date(2024, 1, 1), date(2026, 12, 1)))
def test_starts_on_the_working_day_the_law_counts_to(filed: date) -> None:
    number = 11 if filed >= date(2026, 1, 1) else 16
    answer = compute("unemployment_start", {"filed_complete": filed})
    assert answer == {"start": working_day_after(filed, number)}


@pytest.mark.parametrize(
    ("filed", "holidays", "starts"),
    [
        ("2026-03-02", [], "2026-03-17"),
        ("2026-03-02", ["2026-03-17"], "2026-03-18"),
        ("2026-03-02", ["2026-03-18"], "2026-03-17"),
        ("2026-03-02", ["2026-03-02"], "2026-03-17"),
        ("2026-03-02", ["2026-03-07"], "2026-03-17"),
        ("2026-03-06", [], "2026-03-23"),
        ("2026-03-08", [], "2026-03-23"),
        ("2025-12-31", [], "2026-01-22"),
    ],
)
def test_the_holidays_of_the_case_count(filed: str, holidays: list[str], starts: str) -> None:
    answer = compute("unemployment_start", {"filed_complete": filed, "holidays": holidays})
    assert answer == {"start": date.fromisoformat(starts)}


def test_many_files_start_as_each_alone() -> None:
    files = whole([date(2026, 1, 1).toordinal() + day for day in range(200)])
    off = whole([date(2026, 4, 30).toordinal(), date(2026, 5, 1).toordinal()])
    worked = whole(date(2026, 5, 9).toordinal())
    together = start(NEW, filed_on=files, days_off=off, weekend_days_worked=worked)
    alone = [
        int(start(NEW, filed_on=files[[place]], days_off=off, weekend_days_worked=worked)[0])
        for place in range(files.size)
    ]
    assert together.tolist() == alone
    assert (np.diff(together) >= 0).all()


def answer(law: str, months: int, *missed: int) -> dict[str, object]:
    return compute(
        "unemployment_payment",
        {
            "law": law,
            "entitled_months": months,
            "monthly": 1_000,
            "missed_reports_in_benefit_months": [*missed],
        },
    )


@pytest.mark.parametrize(
    ("months", "missed", "paid", "last"),
    [
        (4, (), [1, 2, 3, 4], 4),
        (4, (2,), [1, 3, 4], 4),
        (4, (5, 6), [1, 2, 3, 4], 4),
        (4, (3, 4), [1, 2], 4),
        (4, (2, 3, 4), [1], 4),
        (5, (2, 3, 4), [1], 4),
        (5, (1, 2, 3), [], 3),
        (12, (2, 3, 5, 6, 10, 11, 12), [1, 4, 7, 8, 9], 12),
        (12, (2, 4, 5, 6, 8, 9, 10), [1, 3], 6),
        (4, (3, 4, 5), [1, 2], 4),
    ],
)
def test_reports_missed(months: int, missed: tuple[int, ...], paid: list[int], last: int) -> None:
    old, new = answer("38/2013", months, *missed), answer("74/2025", months, *missed)
    for got in (old, new):
        assert got["paid_months"] == paid
        assert got["ended_after_month"] == last
        assert got["paid_total"] == 1_000 * len(paid)
    assert old["bhyt_covered_months"] == paid
    assert new["bhyt_covered_months"] == list(range(1, last + 1))


def test_many_courses_come_out_as_each_alone() -> None:
    random = Random(5)  # noqa: S311 - invented people
    months = whole([random.randint(0, 12) for _ in range(60)])
    money = whole([random.randint(0, 10**8) for _ in range(60)])
    missed = np.array([[random.random() < 0.4 for _ in range(12)] for _ in range(60)])
    for law in (OLD, NEW):
        together = course(law, benefit_months=months, unemployment_benefit=money, report_missed=missed)
        for place in range(60):
            alone = course(
                Law(law.on, parameter, Trace()),
                benefit_months=months[[place]],
                unemployment_benefit=money[[place]],
                report_missed=missed[[place]],
            )
            for part, own in zip(together, alone, strict=True):
                assert (part[place] == own[0]).all()
        assert (together.unemployment_total <= money * months).all()


@pytest.mark.parametrize(
    ("reason", "old", "new"),
    [
        (Reason.NEW_JOB, True, True),
        (Reason.MILITARY_SERVICE, True, True),
        (Reason.STUDY, True, True),
        (Reason.COMPULSORY_SCHOOLING, True, True),
        (Reason.MISSING, True, True),
        (Reason.DETENTION, True, True),
        (Reason.OWN_REQUEST, False, True),
        (Reason.THREE_MISSES, False, False),
        (Reason.TWO_REFUSALS, False, False),
        (Reason.PENSION, False, False),
        (Reason.EMIGRATION, False, False),
        (Reason.DEATH, False, False),
        (Reason.OFFENCE, False, False),
        (Reason.TERM_OVER, False, False),
    ],
)
def test_reasons_that_keep_what_is_left(reason: Reason, old: bool, new: bool) -> None:
    for law, expected in ((OLD, old), (NEW, new)):
        assert reserved(law, end_reason=whole(reason), end_reported=truth(True)) == expected
        assert not reserved(law, end_reason=whole(reason), end_reported=truth(False))[0]


def test_a_cancelled_decision_used_nothing() -> None:
    got = compute(
        "unemployment_reservation",
        {"law": "74/2025", "months_contributed": 47, "reason": "decision cancelled"},
    )
    assert got == {"entitled_months": 3, "kept_months": 47}


@pytest.mark.parametrize(
    ("months", "received", "odd", "old", "new"),
    [
        (60, 2, 0, 36, 36),
        (60, 5, 0, 0, 0),
        (60, 6, 0, 0, 0),
        (47, 1, 11, 35, 24),
        (144, 1, 0, 132, 132),
        (145, 1, 0, 133, 132),
        (36, 3, 0, 0, 0),
        (37, 3, 0, 1, 1),
    ],
)
def test_months_kept(months: int, received: int, odd: int, old: int, new: int) -> None:
    for law, expected in ((OLD, old), (NEW, new)):
        for there in (True, False):
            left = kept(
                law,
                months=whole(months),
                benefit_months_received=whole(received),
                odd_months=whole(odd),
                reserved=truth(there),
            )
            assert left == (expected if there else 0)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("new job reported", 36),
        ("new job", 36),
        ("new job not reported", 0),
        ("military service not reported", 0),
        ("compulsory detox reported", 36),
        ("declared missing reported", 36),
        ("detention reported", 36),
        ("emigration reported", 0),
    ],
)
def test_words_of_an_end(words: str, left: int) -> None:
    inputs = {"law": "74/2025", "months_contributed": 60, "benefit_months_received": 2, "reason": words}
    assert compute("unemployment_reservation", inputs)["kept_months"] == left


def test_an_end_for_no_known_reason() -> None:
    with pytest.raises(WrongInput):
        compute("unemployment_reservation", {"months_contributed": 60, "reason": "because"})


def test_more_months_than_anybody_is_paid() -> None:
    with pytest.raises(WrongInput) as wrong:
        compute("unemployment_payment", {"entitled_months": 13})
    assert wrong.value.field == "entitled_months"


@pytest.mark.parametrize(
    ("inputs", "act", "as_of", "number"),
    [
        ({"filed_complete": date(2025, 12, 31)}, "", None, 16),
        ({"filed_complete": date(2025, 12, 31), "law": "74/2025"}, "", None, 11),
        ({"filed_complete": date(2026, 1, 1), "law": "38/2013"}, "", None, 16),
        ({"filed_complete": date(2026, 1, 1)}, "38/2013", None, 16),
        ({"filed_complete": date(2026, 1, 1)}, "", date(2025, 6, 1), 11),
    ],
)
def test_which_law_judges(inputs: dict[str, object], act: str, as_of: date | None, number: int) -> None:
    filed = inputs["filed_complete"]
    assert isinstance(filed, date)
    answer = compute("unemployment_start", {**inputs, "holidays": []}, act=act, as_of=as_of)
    days = [filed + timedelta(ahead) for ahead in range(1, 40)]
    assert answer == {"start": [day for day in days if day.weekday() < 5][number - 1]}


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        ({}, "reason"),
        ({"benefit_months_received": 2}, "reason"),
        ({"reason": "new job reported"}, "benefit_months_received"),
        ({"reason": "New job"}, "benefit_months_received"),
    ],
)
def test_what_is_kept_hangs_on_the_reason_and_on_the_months_received(
    inputs: dict[str, object], field: str
) -> None:
    told = compute("unemployment_reservation", {"law": "74/2025", "months_contributed": 47, **inputs})
    assert (told["entitled_months"], told["kept_months"].field) == (3, field)


def test_of_who_keeps_nothing_no_more_is_asked() -> None:
    asked = {"law": "74/2025", "months_contributed": 60, "reason": "Three misses"}
    assert compute("unemployment_reservation", asked) == {"entitled_months": 5, "kept_months": 0}
