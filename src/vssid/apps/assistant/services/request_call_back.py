"""Somebody wants to be rung by staff; an officer takes it, rings, and is done with it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.assistant.call_backs import open_phone, seal_phone
from vssid.apps.assistant.chats import found
from vssid.apps.assistant.desk import new_case
from vssid.apps.assistant.errors import TakenByAnother, TooManyCallBacks
from vssid.apps.assistant.models import CallBack, Conversation, VoiceSession
from vssid.apps.assistant.policies import owns, require_answering, require_stranger
from vssid.apps.assistant.services.record_look import record_look
from vssid.apps.assistant.vocabulary import Work
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.identifiers import phone as telephone
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

_MOST, _A_DAY = 3, timedelta(days=1)


def request_call_back(*, actor: Actor, conversation: str, topic: str, typed: str, now: datetime) -> str:
    """From a chat: the number the desk opens it by. Not inside a transaction: tries count.

    Raises NotFound, TooManyCallBacks, or what is wrong with the telephone number.
    """
    row = found(conversation)
    if not owns(actor, row):
        raise NotFound
    number = telephone.parse(typed)
    count_call_back(number, now=now)
    return note_call_back(number, row.language, topic, now=now, conversation=row, person_id=row.person_id)


def count_call_back(number: str, *, now: datetime) -> None:
    """So many a day for a number, however they are asked for. Raises TooManyCallBacks."""
    verdict = try_hit(kind="call_back", subject=number, limit=_MOST, window=_A_DAY, now=now, growth=1)
    verdict.pass_or(TooManyCallBacks, now=now)


def note_call_back(
    number: str,
    language: str,
    topic: str,
    *,
    now: datetime,
    session: VoiceSession | None = None,
    conversation: Conversation | None = None,
    person_id: int | None = None,
) -> str:
    """For our own services. ``number``: E.164."""
    case = new_case()
    CallBack.objects.create(
        session=session,
        conversation=conversation,
        person_id=person_id,
        at=now,
        case=case,
        language=language,
        topic=topic,
        phone_masked=telephone.mask(number),
        phone_sealed=seal_phone(number, case),
    )
    return case


@transaction.atomic
def take_call_back(*, actor: Actor, case: str, now: datetime) -> str:
    """The telephone number, for the officer who has taken it alone.

    Raises NotFound, TakenByAnother, NotYours.
    """
    row = _opened(actor, case)
    if row.state != Work.WAITING and row.taken_by != actor.id:
        raise TakenByAnother
    require_stranger(actor, row.person_id)
    if row.state == Work.WAITING:
        row.state, row.taken_by, row.taken_at = Work.TAKEN, actor.id, now
        row.save(update_fields=["state", "taken_by", "taken_at"])
    record_look(actor=actor, person_id=row.person_id, case=row.case, now=now)
    return open_phone(row)


@transaction.atomic
def close_call_back(*, actor: Actor, case: str, outcome: str, now: datetime, again: bool = False) -> None:
    """``again``: nobody answered, it waits once more. Raises NotFound, TakenByAnother."""
    row = _opened(actor, case)
    if row.state != Work.TAKEN or row.taken_by != actor.id:
        raise TakenByAnother
    row.outcome = outcome
    if again:
        row.state, row.taken_by, row.taken_at = Work.WAITING, "", None
    else:
        row.state, row.done_at = Work.DONE, now
    row.save(update_fields=["outcome", "state", "taken_by", "taken_at", "done_at"])


def _opened(actor: Actor, case: str) -> CallBack:
    require_answering(actor)
    row = CallBack.objects.select_for_update().filter(case=case).first()
    if row is None:
        raise NotFound
    return row
