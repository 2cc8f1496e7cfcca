"""A parent, guardian or carer opens the card of the person they answer for, and that person can read so."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import CardsAhead, cards_ahead
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def open_family_card(*, actor: Actor, person_id: int, ahead: timedelta, now: datetime) -> CardsAhead:
    """The relative's current card and what is known of it for the time ``ahead``; one row a session in the
    relative's access log.

    NotFound unless a grant covers the card today. The look is logged also when there is no card to see.
    """
    today = now.astimezone(VIETNAM).date()
    cards = cards_ahead(actor, person_id, today=today, until=today + ahead)
    record_own_read(actor=actor, data_group=DataGroup.CARD, now=now, person_id=person_id)
    return cards
