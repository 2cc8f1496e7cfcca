"""An officer gives a case back to the queue; a supervisor takes it off a colleague's desk."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def release_case(*, actor: Actor, number: str, now: datetime) -> None:
    """Raises NotFound, CaseMoved, HeldByAnother."""
    take_step(actor=actor, case=case_numbered(number), act=Act.RELEASE, now=now, holder="")
