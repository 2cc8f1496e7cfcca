"""An officer decides; where the kind or what speaks against it asks for four eyes, proposes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.vocabulary import Action
from vssid.apps.procedures.deciding import finish
from vssid.apps.procedures.errors import UnknownReason
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.looks import log_case
from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.domain.casework.states import Outcome
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def decide_case(
    *, actor: Actor, number: str, seen: int, outcome: Outcome, reason: str, words: str, now: datetime
) -> None:
    """``reason``: a code of the kind for this outcome; ``words``: what the officer adds for the person.

    Raises NotFound, CaseMoved, HeldByAnother, OwnCase, FamilyCase, UnknownReason, AnswerTooLong, and whatever
    the kind's outcome finds in the way: then nothing is decided.
    """
    case = case_numbered(number)
    kind = kind_of(case.kind)
    two = kind.takes_two(case.subject, outcome, now=now)
    take_step(
        actor=actor,
        case=case,
        act=Act.PROPOSE if two else Act.DECIDE,
        now=now,
        seen=seen,
        reason=reason,
        words=words,
        outcome=outcome,
        proposer=actor.id if two else "",
        decision=(outcome, reason),
    )
    if reason not in kind.reasons[outcome]:
        raise UnknownReason(field="reason")
    log_case(actor=actor, case=case, action=Action.CHANGE, now=now)
    if not two:
        finish(actor=actor, case=case, words=words, now=now)
