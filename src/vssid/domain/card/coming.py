"""The days on which what the card page says will change, known today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vssid.domain.card.entitlement import EXPIRING_DAYS, CardFacts, current, state

_ONE_DAY = timedelta(days=1)


def coming(cards: Iterable[CardFacts], today: date, until: date) -> list[tuple[date, CardFacts | None]]:
    """Each day after ``today``, to ``until`` inclusive, from which another card counts or the same one is in
    another state, with the card that counts from then on. Whatever is posted in between is not in it."""
    rows = list(cards)
    before = _shown(rows, today)
    found = []
    for day in sorted({day for card in rows for day in _turns(card) if today < day <= until}):
        after = _shown(rows, day)
        if after != before:
            found.append((day, current(rows, day)))
        before = after
    return found


def _turns(card: CardFacts) -> Iterator[date]:
    """The only days on which the state of a card can change."""
    yield card.valid_from
    if card.withdrawn_on is not None:
        yield card.withdrawn_on
    if card.last_day != date.max:
        yield card.last_day - timedelta(days=EXPIRING_DAYS)
        yield card.last_day + _ONE_DAY


def _shown(cards: list[CardFacts], day: date) -> tuple[int, str]:
    card = current(cards, day)
    return (card.seq, state(card, day)) if card else (0, "")
