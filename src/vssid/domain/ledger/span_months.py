"""The months of a span one by one, each with the row that says what was paid for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vssid.domain.ledger.entry import Spell
from vssid.domain.ledger.fold import Span
from vssid.domain.ledger.salary import Contribution, monthly_contribution
from vssid.domain.values.months import Month, months_between


@dataclass(frozen=True, slots=True)
class SpanMonth:
    """One month of a span; of several rows that cover it, ``spell`` is the one posted last."""

    month: Month
    spell: Spell

    @property
    def contribution(self) -> Contribution:
        return monthly_contribution(self.spell)


def span_months(span: Span, spells: Iterable[Spell]) -> list[SpanMonth]:
    """The months from ``span.first`` to ``span.last``, in order. ``spells``: live rows of the same person."""
    group = (span.fund, span.employer_code, span.status)
    covering: dict[Month, Spell] = {}
    for spell in sorted(spells, key=lambda row: row.seq):
        if (spell.fund, spell.employer_code, spell.status) == group:
            covering.update((month, spell) for month in spell.each_month())
    return [SpanMonth(month, covering[month]) for month in months_between(span.first, span.last)]
