from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.ledger.corrections import live
from vssid.domain.ledger.entry import Spell
from vssid.domain.ledger.fold import fold
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.tests.strategies import ledgers, spells


@st.composite
def corrected(draw: st.DrawFn) -> tuple[list[Spell], list[Spell]]:
    """Rows with one of them corrected by reversal and new row, and the same rows with it replaced."""
    rows = draw(ledgers().filter(bool))
    wrong = draw(st.sampled_from(rows))
    right = draw(spells(len(rows) + 2))
    reversal = replace(wrong, seq=len(rows) + 1, reversal_of=wrong.seq)
    return [*rows, reversal, right], [*[row for row in rows if row is not wrong], right]


@given(corrected())
def test_a_reversal_and_a_new_row_equal_a_replacement(case: tuple[list[Spell], list[Spell]]) -> None:
    posted, replaced = case
    assert live(posted) == replaced
    assert fold(posted) == fold(replaced)
    assert Ledger.of(posted) == Ledger.of(replaced)


@given(corrected())
def test_live_is_idempotent(case: tuple[list[Spell], list[Spell]]) -> None:
    assert live(live(case[0])) == live(case[0])


@given(ledgers())
def test_without_reversals_every_row_stands_in_the_given_order(rows: list[Spell]) -> None:
    assert live(rows) == rows


@given(ledgers())
def test_everything_reversed_leaves_nothing(rows: list[Spell]) -> None:
    reversals = [replace(row, seq=row.seq + 100, reversal_of=row.seq) for row in rows]
    assert live([*rows, *reversals]) == []
