"""An officer takes a case on their desk."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def claim_case(*, actor: Actor, number: str, now: datetime) -> None:
    """Raises NotFound, CaseMoved when a colleague was faster, OwnCase, FamilyCase."""
    take_step(actor=actor, case=case_numbered(number), act=Act.CLAIM, now=now, holder=actor.id)
