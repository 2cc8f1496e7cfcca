"""Every month of every span is found, once, with a row of that span."""

from __future__ import annotations

from hypothesis import given

from vssid.domain.ledger.corrections import live
from vssid.domain.ledger.entry import Spell
from vssid.domain.ledger.fold import fold
from vssid.domain.ledger.span_months import span_months
from vssid.domain.ledger.tests.strategies import ledgers
from vssid.domain.values.months import months_between


@given(ledgers())
def test_a_span_is_its_months(spells: list[Spell]) -> None:
    rows = live(spells)
    for span in fold(rows):
        found = span_months(span, rows)
        assert [one.month for one in found] == list(months_between(span.first, span.last))
        assert found[-1].spell.salary == span.salary
        assert all(one.spell.first <= one.month <= one.spell.last for one in found)
