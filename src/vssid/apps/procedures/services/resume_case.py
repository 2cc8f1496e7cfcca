"""The person's days to answer have passed: the officer goes on with what is there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.procedures.kinds.kind import Decided, Notices
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def resume_case(*, actor: Actor, number: str, now: datetime) -> None:
    """Raises NotFound, CaseMoved, HeldByAnother, StillTheirTurn, OwnCase, FamilyCase."""
    case = case_numbered(number)
    take_step(actor=actor, case=case, act=Act.RESUME, now=now, answer_until=None)
    kind = kind_of(case.kind)
    if kind.notices is Notices.OWN:
        decided = Decided(number, case.subject, case.person_id, reason="", words="")
        kind.outcome.resume(decided=decided, now=now)
