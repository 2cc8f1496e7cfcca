"""The card and the last spans of a person together: the read that is asked most of all."""

from __future__ import annotations

from datetime import date

from vssid.apps.healthcard.selectors.cards import CARD_ROWS, current_among
from vssid.apps.participation.selectors.last_spans import SPAN_ROWS, LastSpan, spans_from
from vssid.apps.people.policies import require_sight
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.values.actor import Actor, Scope
from vssid.kit.compiled_queries import rows_together

_READS = (CARD_ROWS, SPAN_ROWS)


def card_and_spans(actor: Actor, person_id: int, *, today: date) -> tuple[CardFacts | None, list[LastSpan]]:
    """The card that counts ``today`` and the last twelve spans, latest first.

    Two statements, on PostgreSQL in one round trip. NotFound unless the actor may see the whole record.
    """
    require_sight(actor, person_id, Scope.RECORD, on=today)
    cards, spans = rows_together(_READS, person_id)
    return current_among(cards, person_id, today), spans_from(spans)
