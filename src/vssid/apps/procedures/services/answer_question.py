"""The person answers what they were asked; the clock goes on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.procedures.errors import AnswerEmpty
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.own_cases import own_case_row
from vssid.apps.procedures.steps import take_step
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def answer_question(
    *, actor: Actor, case_id: str, words: str, now: datetime, person_id: int | None = None
) -> None:
    """``case_id``: the public id.

    Raises NotFound, AnswerEmpty, AnswerTooLong, CaseMoved when nothing is asked."""
    words = words.strip()
    if not words:
        raise AnswerEmpty(field="words")
    case = own_case_row(actor, case_id, now=now, person_id=person_id)
    take_step(actor=actor, case=case, act=Act.ANSWER, now=now, words=words, answer_until=None)
    record_access(
        actor=actor,
        person_id=case.person_id or 0,
        action=Action.CHANGE,
        data_group=kind_of(case.kind).data_group,
        purpose=Purpose.OWN if case.person_id == actor.person_id else Purpose.GUARDIAN,
        now=now,
        case=case_number(case),
    )
