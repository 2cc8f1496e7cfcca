"""The person's days to answer have passed: the officer goes on with what is there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def resume_case(*, actor: Actor, number: str, now: datetime) -> None:
    """Raises NotFound, CaseMoved, HeldByAnother, StillTheirTurn, OwnCase, FamilyCase."""
    take_step(actor=actor, case=case_numbered(number), act=Act.RESUME, now=now, answer_until=None)
