"""A parent, guardian or carer opens the card of the person they answer for, and that person can read so."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def open_family_card(*, actor: Actor, person_id: int, now: datetime) -> CardFacts | None:
    """The relative's current card, None without any; one row a session in the relative's access log.

    NotFound unless a grant covers the card today. The look is logged also when there is no card to see.
    """
    card = current_card(actor, person_id, today=now.astimezone(VIETNAM).date())
    record_own_read(actor=actor, data_group=DataGroup.CARD, now=now, person_id=person_id)
    return card
