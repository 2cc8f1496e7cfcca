"""An officer takes a call or a chat that waits, and is done with it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from vssid.apps.assistant.errors import TakenByAnother
from vssid.apps.assistant.models import Conversation, HandOver
from vssid.apps.assistant.policies import require_answering, require_stranger
from vssid.apps.assistant.services.record_look import record_look
from vssid.apps.assistant.vocabulary import ChatState, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


@transaction.atomic
def take_hand_over(*, actor: Actor, case: str, now: datetime) -> None:
    """By one officer alone; again by the same: nothing more happens.

    Raises NotFound, TakenByAnother, NotYours.
    """
    row = _opened(actor, case)
    if row.state == Work.TAKEN and row.taken_by == actor.id:
        return
    if row.state != Work.WAITING:
        raise TakenByAnother
    require_stranger(actor, row.person_id)
    row.state, row.taken_by, row.taken_at = Work.TAKEN, actor.id, now
    row.save(update_fields=["state", "taken_by", "taken_at"])
    _chat_of(row).update(state=ChatState.WITH_OFFICER, officer=actor.id, moved_at=now)
    record_look(actor=actor, person_id=row.person_id, case=row.case, now=now)


@transaction.atomic
def close_hand_over(
    *, actor: Actor, case: str, outcome: str, now: datetime, procedure_case: str = ""
) -> None:
    """``outcome``: a code; ``procedure_case``: the number of a case opened for it. The chat goes back to the
    assistant. Raises NotFound, TakenByAnother."""
    row = _opened(actor, case)
    if row.state != Work.TAKEN or row.taken_by != actor.id:
        raise TakenByAnother
    row.state, row.outcome, row.done_at, row.procedure_case = Work.DONE, outcome, now, procedure_case
    row.save(update_fields=["state", "outcome", "done_at", "procedure_case"])
    _chat_of(row).exclude(state=ChatState.ENDED).update(state=ChatState.OPEN, moved_at=now)


def _opened(actor: Actor, case: str) -> HandOver:
    require_answering(actor)
    row = HandOver.objects.select_for_update().filter(case=case).first()
    if row is None:
        raise NotFound
    return row


def _chat_of(row: HandOver) -> QuerySet[Conversation]:
    return Conversation.objects.filter(hand_overs=row)
