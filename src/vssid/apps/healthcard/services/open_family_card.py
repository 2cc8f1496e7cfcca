"""Somebody opens the card of a person they answer for or who authorised them, and that person can read so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import CardsAhead, cards_ahead
from vssid.apps.people.policies import may_see
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.values.actor import Actor, Scope
from vssid.kit.clock import VIETNAM


def open_family_card(
    *, actor: Actor, person_id: int, ahead: timedelta, now: datetime, actor_name: str = ""
) -> CardsAhead:
    """The relative's current card and what is known of it for the time ``ahead``; one row a session in the
    relative's access log, with ``actor_name``.

    NotFound unless a grant covers the card today. The look is logged also when there is no card to see. The
    facility is left out unless a grant covers it.
    """
    today = now.astimezone(VIETNAM).date()
    cards = cards_ahead(actor, person_id, today=today, until=today + ahead)
    record_own_read(
        actor=actor, data_group=DataGroup.CARD, now=now, person_id=person_id, actor_name=actor_name
    )
    return cards if may_see(actor, person_id, Scope.FACILITY, on=today) else _without_facility(cards)


def _without_facility(cards: CardsAhead) -> CardsAhead:
    return CardsAhead(_hidden(cards.now), [(day, _hidden(card)) for day, card in cards.later])


def _hidden(card: CardFacts | None) -> CardFacts | None:
    return card and replace(card, facility_code="")
