"""Somebody opens the months of a person they answer for or who authorised them; that person can read so."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.participation.selectors.ledger import Participation, participation_of
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def open_family_record(*, actor: Actor, person_id: int, actor_name: str, now: datetime) -> Participation:
    """One row a session in the person's access log, by ``actor_name``. NotFound unless a grant covers it."""
    record = participation_of(actor, person_id, today=now.astimezone(VIETNAM).date())
    record_own_read(
        actor=actor, data_group=DataGroup.PARTICIPATION, now=now, person_id=person_id, actor_name=actor_name
    )
    return record
