from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.fold import Span, fold
from vssid.domain.ledger.tests.strategies import ledgers
from vssid.domain.values.months import Month, months_between

M = Month.of


def spell(seq: int, first: Month, last: Month, **more: object) -> Spell:
    row = Spell(seq, Fund.BHXH, first, last, Status.PAID, "HOACHANH", "sewer", salary=5_100_000)
    return replace(row, **more)  # type: ignore[arg-type]


def test_a_rise_does_not_break_a_span_and_the_last_month_names_title_and_salary() -> None:
    rows = [
        spell(1, M(2025, 1), M(2025, 6)),
        spell(2, M(2025, 7), M(2026, 8), salary=11_200_000, job_title="foreman"),
    ]
    assert fold(rows) == [
        Span(Fund.BHXH, M(2025, 1), M(2026, 8), Status.PAID, "HOACHANH", "foreman", 11_200_000)
    ]


@pytest.mark.parametrize(
    "second",
    [
        spell(2, M(2025, 8), M(2025, 9)),
        spell(2, M(2025, 7), M(2025, 9), employer_code="TIANANG"),
        spell(2, M(2025, 7), M(2025, 9), status=Status.OWED),
        spell(2, M(2025, 7), M(2025, 9), fund=Fund.BHYT),
    ],
    ids=["a month missing", "another employer", "another status", "another fund"],
)
def test_what_ends_a_span(second: Spell) -> None:
    assert len(fold([spell(1, M(2025, 1), M(2025, 6)), second])) == 2


def test_of_rows_ending_together_the_last_posted_names_the_salary() -> None:
    rows = [spell(9, M(2025, 5), M(2025, 6), salary=7_000_000), spell(2, M(2025, 1), M(2025, 6))]
    assert [span.salary for span in fold(rows)] == [7_000_000]


def test_spans_come_in_display_order_of_funds() -> None:
    rows = [spell(seq, M(2025, 1), M(2025, 2), fund=fund) for seq, fund in enumerate(reversed(Fund))]
    assert [span.fund for span in fold(rows)] == [Fund.BHXH, Fund.BHYT, Fund.BHTN, Fund.TNLD]


def keyed_months(rows: list[Spell] | list[Span]) -> set[tuple[Fund, str, Status, Month]]:
    return {
        (row.fund, row.employer_code, row.status, month)
        for row in rows
        for month in months_between(row.first, row.last)
    }


@given(ledgers())
def test_folding_keeps_every_month_and_invents_none(rows: list[Spell]) -> None:
    spans = fold(rows)
    assert keyed_months(spans) == keyed_months(rows)
    assert sum(span.months for span in spans) == len(keyed_months(rows))


@given(ledgers())
def test_spans_of_one_group_never_touch(rows: list[Spell]) -> None:
    for one, other in combinations(fold(rows), 2):
        if (one.fund, one.employer_code, one.status) == (other.fund, other.employer_code, other.status):
            assert one.last + 1 < other.first or other.last + 1 < one.first


@given(ledgers(), st.data())
def test_cutting_spells_into_pieces_folds_to_the_same_spans(rows: list[Spell], data: st.DataObject) -> None:
    pieces: list[Spell] = []
    for row in rows:
        cut = Month(data.draw(st.integers(int(row.first), int(row.last))))
        halves = [replace(row, last=cut), replace(row, first=cut.plus(1))] if cut < row.last else [row]
        pieces += [replace(half, seq=row.seq * 10 + place) for place, half in enumerate(halves)]
    assert fold(data.draw(st.permutations(pieces))) == fold(rows)


@given(ledgers())
def test_folding_folded_spans_changes_nothing(rows: list[Spell]) -> None:
    spans = fold(rows)
    again = [
        Spell(seq, s.fund, s.first, s.last, s.status, s.employer_code, s.job_title, salary=s.salary)
        for seq, s in enumerate(spans)
    ]
    assert fold(again) == spans


def test_a_spell_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        spell(1, M(2025, 2), M(2025, 1))
