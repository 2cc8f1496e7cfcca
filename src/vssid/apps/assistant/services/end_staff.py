"""A member of staff leaves for good: everything they could do ends, everything they had goes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.selectors.staff import leaver
from vssid.apps.assistant.services.give_back import clear_desk
from vssid.apps.procedures.services.leave_staff import leave_staff
from vssid.domain.values.actor import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Left:
    """What went back to the queues."""

    cases: int
    talks: int


@transaction.atomic
def end_staff(*, actor: Actor, person_id: int, now: datetime) -> Left:
    """One way for the console and the command line. Raises NotFound, NotAllowed, OwnPlace."""
    officer = leaver(person_id).id
    cases = leave_staff(actor=actor, person_id=person_id, now=now)
    # whether the actor may was asked by then
    clearing = Actor(kind=ActorKind.SYSTEM, id=actor.id, channel=actor.channel)
    return Left(cases, clear_desk(actor=clearing, officer=officer, now=now))
