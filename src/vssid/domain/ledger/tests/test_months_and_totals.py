from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.months import Ledger, MonthRun
from vssid.domain.ledger.tests.strategies import ledgers
from vssid.domain.ledger.totals import YearsMonths, totals, years_months
from vssid.domain.values.months import Month

M = Month.of


def paid(seq: int, first: Month, last: Month, employer: str = "A", status: Status = Status.PAID) -> Spell:
    return Spell(seq, Fund.BHXH, first, last, status, employer)


def test_nine_years_with_a_gap_of_four_months() -> None:
    ledger = Ledger.of(
        [
            paid(1, M(2017, 5), M(2020, 5), "TIANANG"),
            paid(2, M(2020, 10), M(2026, 8), "HOACHANH"),
            paid(3, M(2026, 9), M(2026, 9), "HOACHANH", Status.OWED),
        ]
    )
    counted = totals(ledger, Fund.BHXH)
    assert (counted.paid, counted.owed, counted.gap) == (108, 1, 4)
    assert counted.length == YearsMonths(9, 0)
    assert ledger.gaps(Fund.BHXH) == [MonthRun(M(2020, 6), M(2020, 9))]


def test_exempt_and_deferred_months_are_covered_but_do_not_count() -> None:
    ledger = Ledger.of(
        [
            paid(1, M(2025, 1), M(2025, 2)),
            paid(2, M(2025, 3), M(2025, 4), status=Status.EXEMPT),
            paid(3, M(2025, 5), M(2025, 5), status=Status.DEFERRED),
            paid(4, M(2025, 6), M(2025, 6), status=Status.CREDITED),
        ]
    )
    counted = totals(ledger, Fund.BHXH)
    assert (counted.counted, counted.exempt, counted.deferred, counted.gap) == (3, 2, 1, 0)


@pytest.mark.parametrize(("owed_seq", "paid_seq"), [(1, 2), (2, 1)])
def test_a_month_at_two_employers_counts_once_and_as_paid(owed_seq: int, paid_seq: int) -> None:
    ledger = Ledger.of(
        [
            paid(owed_seq, M(2025, 1), M(2025, 3), "A", Status.OWED),
            paid(paid_seq, M(2025, 3), M(2025, 4), "B"),
        ]
    )
    assert ledger.overlaps(Fund.BHXH) == [M(2025, 3)]
    assert [fact.status for fact in ledger.facts(Fund.BHXH)] == ["owed", "owed", "paid", "paid"]
    assert totals(ledger, Fund.BHXH).covered == 4


@given(ledgers())
def test_what_is_best_for_the_person_stands(rows: list[Spell]) -> None:
    best_first = [Status.PAID, Status.CREDITED, Status.EXEMPT, Status.DEFERRED, Status.OWED]
    for fact in Ledger.of(rows).facts(Fund.BHXH):
        covering = [row for row in rows if row.fund is Fund.BHXH and row.first <= fact.month <= row.last]
        assert fact.status is min((row.status for row in covering), key=best_first.index)
        assert fact.spell.seq == max(row.seq for row in covering if row.status is fact.status)


def test_a_fund_without_rows_is_empty() -> None:
    empty = totals(Ledger.of([]), Fund.BHTN)
    assert (empty.covered, empty.gap, empty.first, empty.last) == (0, 0, None, None)


@given(ledgers())
def test_months_from_first_to_last_are_covered_or_gap(rows: list[Spell]) -> None:
    ledger = Ledger.of(rows)
    for fund in Fund:
        counted = totals(ledger, fund)
        if counted.first is not None and counted.last is not None:
            assert counted.covered + counted.gap == counted.last - counted.first + 1


@given(ledgers())
def test_every_month_of_every_row_is_a_fact_once(rows: list[Spell]) -> None:
    ledger = Ledger.of(rows)
    for fund in Fund:
        months = [fact.month for fact in ledger.facts(fund)]
        assert months == sorted({month for row in rows if row.fund is fund for month in row.each_month()})


@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[Spell], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert Ledger.of(shuffled).by_fund == Ledger.of(rows).by_fund


@given(st.integers(0, 1_000))
def test_years_and_months_add_up(months: int) -> None:
    length = years_months(months)
    assert length.years * 12 + length.months == months
    assert 0 <= length.months < 12
