"""The person answers what they were asked; the clock goes on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.procedures.errors import AnswerEmpty, PhotoNeeded
from vssid.apps.procedures.kinds.kind import PhotoAnswer
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.own_cases import own_case_row
from vssid.apps.procedures.steps import take_step
from vssid.domain.casework.states import State
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def answer_question(
    *,
    actor: Actor,
    case_id: str,
    words: str,
    now: datetime,
    photo: bytes | None = None,
    person_id: int | None = None,
) -> None:
    """``case_id``: the public id. ``photo``: a file, taken where a photo was asked for and nowhere else; then
    words may be missing.

    Raises NotFound, AnswerEmpty, PhotoNeeded, StepUpNeeded, AnswerTooLong, CaseMoved when nothing is asked,
    and what is wrong with the photo."""
    words = words.strip()
    case = own_case_row(actor, case_id, now=now, person_id=person_id)
    kind, asked = kind_of(case.kind), _wanted_photo(case)
    if asked is None and not words:
        raise AnswerEmpty(field="words")
    if asked is not None:
        require(actor, asked.act)
        if not photo:
            raise PhotoNeeded(field="photo")
    take_step(actor=actor, case=case, act=Act.ANSWER, now=now, words=words, answer_until=None)
    record_access(
        actor=actor,
        person_id=case.person_id or 0,
        action=Action.CHANGE,
        data_group=kind.data_group,
        purpose=Purpose.OWN if case.person_id == actor.person_id else Purpose.GUARDIAN,
        now=now,
        case=case_number(case),
    )
    if asked is not None and photo:
        kind.outcome.take_photo(subject=case.subject, photo=photo, now=now)


def _wanted_photo(case: Case) -> PhotoAnswer | None:
    """None when nothing is asked, or words answer it."""
    kind = kind_of(case.kind)
    if kind.photo is None or case.state != State.WAITING_PERSON:
        return None
    question = CaseEvent.objects.filter(case=case, act=Act.ASK).latest("version")
    return kind.photo if kind.wants_photo(question.reason) else None
