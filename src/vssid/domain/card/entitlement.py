"""The card as the agency issued it, its state on a day, and which card of several to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vssid.domain.card.benefit import benefit_percent
from vssid.domain.ledger.corrections import live

EXPIRING_DAYS = 30


class CardState(StrEnum):
    VALID = "valid"
    EXPIRING = "expiring"
    """Valid, and at most 30 days left after today."""
    EXPIRED = "expired"
    FUTURE = "future"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


USABLE = frozenset({CardState.VALID, CardState.EXPIRING})


@dataclass(frozen=True, slots=True)
class CardFacts:
    """One posted card row. ``valid_from`` to ``valid_to`` inclusive; ``valid_to`` None: no end.

    ``benefit_digit``: 1 to 5 as printed, 0 unknown. ``province_code``: with its meaning on the day of issue.
    ``five_year_date``: day on which five years of insurance in a row are complete, only where a share
    is paid. ``area_code``: K1, K2, K3 or empty. ``withdrawn_on``: the first day without the card.
    ``replaced_by``: number of the card that took its place. ``reversal_of``: as in the ledger.
    """

    seq: int
    reversal_of: int | None
    card_number: str
    group_code: str
    benefit_digit: int
    province_code: str
    facility_code: str
    valid_from: date
    valid_to: date | None = None
    five_year_date: date | None = None
    area_code: str = ""
    issued_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    replaced_by: str = ""

    @property
    def last_day(self) -> date:
        """The last day of validity, withdrawal included; ``date.max`` without end."""
        end = self.valid_to or date.max
        return end if self.withdrawn_on is None else min(end, self.withdrawn_on - timedelta(days=1))


def state(card: CardFacts, today: date) -> CardState:
    """The one state of a card on a day. A withdrawal counts from its day on, a replacement at once."""
    if card.withdrawn_on is not None and card.withdrawn_on <= today:
        return CardState.WITHDRAWN
    if card.replaced_by:
        return CardState.REPLACED
    if today < card.valid_from:
        return CardState.FUTURE
    if today > card.last_day:
        return CardState.EXPIRED
    return CardState.EXPIRING if days_left(card, today) <= EXPIRING_DAYS else CardState.VALID


def days_left(card: CardFacts, today: date) -> int:
    """Whole days after ``today`` on which the card is still valid; negative when it has ended."""
    return (card.last_day - today).days


def current(cards: Iterable[CardFacts], today: date) -> CardFacts | None:
    """The card to show; None: no card.

    A usable one first, and of several the one with the best benefit (as the law grants it), then the
    longest validity. Else the next future one. Else the one that ended last.
    """
    rows = live(cards)
    by_state = {card.seq: state(card, today) for card in rows}
    usable = [card for card in rows if by_state[card.seq] in USABLE]
    if usable:
        return max(usable, key=lambda card: (_percent(card, today), card.last_day, card.seq))
    future = [card for card in rows if by_state[card.seq] is CardState.FUTURE]
    if future:
        return min(future, key=lambda card: (card.valid_from, -card.seq))
    return max(rows, key=lambda card: (card.last_day, card.seq), default=None)


def _percent(card: CardFacts, today: date) -> int:
    """0 for an unknown digit: such a card is shown only when no better known one is usable."""
    return benefit_percent(card.group_code, card.benefit_digit, today) if card.benefit_digit else 0
