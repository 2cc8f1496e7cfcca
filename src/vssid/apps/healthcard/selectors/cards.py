"""The card to show for a person. One statement, compiled once: it is on the first screen of everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vssid.apps.healthcard.models import Card
from vssid.apps.people.policies import require_sight
from vssid.domain.card.coming import coming
from vssid.domain.card.entitlement import CardFacts, current
from vssid.domain.identifiers.card_number import parts
from vssid.domain.values.actor import Actor, Scope
from vssid.kit.compiled_queries import Row, RowsOfPerson
from vssid.kit.sealing import unseal

CARD_COLUMNS = (
    "seq",
    "reversal_of",
    "card_number_sealed",
    "group_code",
    "benefit_digit",
    "province_code",
    "facility_code",
    "valid_from",
    "valid_to",
    "five_year_date",
    "area_code",
    "issued_on",
    "withdrawn_on",
    "withdrawn_reason",
    "replaced_by_sealed",
)
_NUMBER, _DIGIT, _REPLACED_BY = map(
    CARD_COLUMNS.index, ("card_number_sealed", "benefit_digit", "replaced_by_sealed")
)

CARD_ROWS = RowsOfPerson(
    Card,
    lambda person_id: Card.objects.filter(person_id=person_id).order_by("seq").values_list(*CARD_COLUMNS),
)


def current_card(actor: Actor, person_id: int, *, today: date) -> CardFacts | None:
    """The one of the person's cards that counts ``today``; None without any.

    NotFound unless the actor may see the person's card.
    """
    require_sight(actor, person_id, Scope.CARD, on=today)
    return current_among(CARD_ROWS(person_id), person_id, today)


@dataclass(frozen=True, slots=True)
class CardsAhead:
    """``now``: the card that counts today, None without any. ``later``: the days on which another card, or
    another state of it, will count as far as is known today, each with the card that counts from then on."""

    now: CardFacts | None
    later: list[tuple[date, CardFacts | None]]


def cards_ahead(actor: Actor, person_id: int, *, today: date, until: date) -> CardsAhead:
    """The person's card today and up to ``until``. NotFound unless the actor may see it."""
    require_sight(actor, person_id, Scope.CARD, on=today)
    cards = [_opened(person_id, row) for row in CARD_ROWS(person_id)]
    return CardsAhead(current(cards, today), coming(cards, today, until))


def current_among(rows: Iterable[Row], person_id: int, today: date) -> CardFacts | None:
    """The card that counts among a person's rows; who may see them was asked before they were read."""
    return current((_opened(person_id, row) for row in rows), today)


def _opened(person_id: int, row: Row) -> CardFacts:
    values = list(row)
    pk = f"{person_id},{row[0]}"
    values[_NUMBER] = unseal(row[_NUMBER], table="card", pk=pk, field="card_number")
    values[_REPLACED_BY] = unseal(row[_REPLACED_BY], table="card", pk=pk, field="replaced_by")
    values[_DIGIT] = row[_DIGIT] or _digit_of(values[_NUMBER])
    return CardFacts(*values)


def _digit_of(card_number: str) -> int:
    """The digit a number of 15 characters carries; 0 (unknown) for one of ten."""
    found = parts(card_number)
    return found.benefit_digit if found else 0
