from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.late import HealthPart, LateMonth, late_months, unpaid_by_employer
from vssid.domain.ledger.months import Ledger, MonthRun, runs_of
from vssid.domain.ledger.tests.strategies import days, ledgers, months
from vssid.domain.values.months import Month, months_between

SEPTEMBER = Month.of(2026, 9)
TODAY = date(2026, 11, 22)


def september(seq: int, fund: Fund, status: Status, employer: str = "HOACHANH") -> Spell:
    return Spell(seq, fund, SEPTEMBER, SEPTEMBER, status, employer)


@pytest.mark.parametrize(
    ("health_rows", "health", "funds"),
    [
        ([september(2, Fund.BHYT, Status.PAID)], HealthPart.PAID, (Fund.BHXH,)),
        ([september(2, Fund.BHYT, Status.OWED)], HealthPart.UNPAID, (Fund.BHXH, Fund.BHYT)),
        (
            [september(2, Fund.BHYT, Status.OWED), september(3, Fund.BHYT, Status.PAID, "OTHER")],
            HealthPart.PAID,
            (Fund.BHXH, Fund.BHYT),
        ),
        ([], HealthPart.NOT_ON_RECORD, (Fund.BHXH,)),
        ([september(2, Fund.BHYT, Status.DEFERRED)], HealthPart.NOT_ON_RECORD, (Fund.BHXH,)),
    ],
    ids=["paid", "unpaid too", "paid by another employer", "not on record", "deferred"],
)
def test_what_may_be_said_of_the_card(
    health_rows: list[Spell], health: HealthPart, funds: tuple[Fund, ...]
) -> None:
    ledger = Ledger.of([september(1, Fund.BHXH, Status.OWED), *health_rows])
    (late,) = late_months(ledger, TODAY)
    assert late == LateMonth(SEPTEMBER, "HOACHANH", funds, date(2026, 10, 31), 22, health)
    assert late.health_paid == (health is HealthPart.PAID)


def test_nothing_is_late_on_the_deadline() -> None:
    assert late_months(Ledger.of([september(1, Fund.BHXH, Status.OWED)]), date(2026, 10, 31)) == []


def test_unpaid_time_by_employer_and_fund() -> None:
    m = Month.of
    ledger = Ledger.of(
        [
            Spell(1, Fund.BHTN, m(2026, 1), m(2026, 2), Status.OWED, "B"),
            Spell(2, Fund.BHXH, m(2026, 1), m(2026, 2), Status.OWED, "B"),
            Spell(3, Fund.BHXH, m(2026, 4), m(2026, 4), Status.OWED, "B"),
            Spell(4, Fund.BHXH, m(2026, 11), m(2026, 11), Status.OWED, "A"),
        ]
    )
    assert [(u.employer_code, u.fund, u.months, u.runs) for u in unpaid_by_employer(ledger, TODAY)] == [
        ("B", Fund.BHXH, 3, (MonthRun(m(2026, 1), m(2026, 2)), MonthRun(m(2026, 4), m(2026, 4)))),
        ("B", Fund.BHTN, 2, (MonthRun(m(2026, 1), m(2026, 2)),)),
    ]


@given(ledgers(), days)
def test_both_views_hold_the_same_months(rows: list[Spell], today: date) -> None:
    ledger = Ledger.of(rows)
    by_month = sorted(
        (late.month, late.employer_code, fund) for late in late_months(ledger, today) for fund in late.funds
    )
    by_employer = sorted(
        (month, unpaid.employer_code, unpaid.fund)
        for unpaid in unpaid_by_employer(ledger, today)
        for run in unpaid.runs
        for month in months_between(run.first, run.last)
    )
    assert by_month == by_employer
    assert all(late.days_late >= 1 for late in late_months(ledger, today))


@given(st.sets(months))
def test_runs_keep_the_months_and_never_touch(chosen: set[Month]) -> None:
    runs = list(runs_of(chosen))
    assert {month for run in runs for month in months_between(run.first, run.last)} == chosen
    assert all(earlier.last + 1 < later.first for earlier, later in pairwise(runs))
