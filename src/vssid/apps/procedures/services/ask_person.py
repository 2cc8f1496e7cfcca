"""An officer asks the person something; the clock stands still until the answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.vocabulary import Action
from vssid.apps.procedures.errors import UnknownReason
from vssid.apps.procedures.kinds.kind import Decided, Notices
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.looks import log_case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.apps.procedures.telling import tell_asked
from vssid.domain.casework.calendar import working_day_after
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


@transaction.atomic
def ask_person(*, actor: Actor, number: str, seen: int, question: str, words: str, now: datetime) -> None:
    """``question``: a code of the kind; ``words``: what the officer adds.

    Raises NotFound, CaseMoved, HeldByAnother, OwnCase, FamilyCase, UnknownReason, AnswerTooLong.
    """
    case = case_numbered(number)
    kind = kind_of(case.kind)
    until = working_day_after(now.astimezone(VIETNAM).date(), kind.answer_days)
    take_step(
        actor=actor,
        case=case,
        act=Act.ASK,
        now=now,
        seen=seen,
        reason=question,
        words=words,
        answer_until=until,
    )
    if question not in kind.questions:
        raise UnknownReason(field="reason")
    log_case(actor=actor, case=case, action=Action.CHANGE, now=now)
    if kind.notices is Notices.OWN:
        decided = Decided(case_number(case), case.subject, case.person_id, question, words)
        kind.outcome.ask(actor=actor, decided=decided, now=now)
    tell_asked(case, actor, now, question=question)
