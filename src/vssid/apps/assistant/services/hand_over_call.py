"""A caller wants a person: a case the desk opens, or a call back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from vssid.apps.assistant.call_backs import rings_already
from vssid.apps.assistant.calls import caller_of, found_call, masked_phone, require_agent
from vssid.apps.assistant.desk import new_case
from vssid.apps.assistant.errors import NoNumberToCall, TooManyCallBacks
from vssid.apps.assistant.models import HandOver, VoiceSession
from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.services.request_call_back import count_call_back, note_call_back
from vssid.apps.assistant.vocabulary import Work
from vssid.domain.values.actor import Actor

_MOST_LETTERS = 200


@transaction.atomic
def hand_over_call(*, actor: Actor, session: str, topic: str, tried: Sequence[str], now: datetime) -> str:
    """The number the desk opens it by; the same again for the same call. Raises NotAllowed, NotFound."""
    require_agent(actor)
    row = found_call(session, locked=True)
    waiting = HandOver.objects.filter(session=row).exclude(state=Work.DONE).first()
    if waiting is not None:
        return waiting.case
    made = HandOver.objects.create(
        session=row,
        at=now,
        case=new_case(),
        language=row.language or "vi",
        topic=topic or row.topic,
        number_masked=row.number_masked or masked_phone(caller_of(row)),
        tried=" ".join(tried)[:_MOST_LETTERS],
    )
    return made.case


def call_back_caller(*, actor: Actor, session: str, topic: str, now: datetime) -> None:
    """By staff, at the number the call came from. While a call back to it is open, no second is noted.

    What was handed over in this call and nobody took is done with, noted or not. Not inside a transaction:
    tries count. Raises NotAllowed, NotFound, NoNumberToCall, TooManyCallBacks.
    """
    require_agent(actor)
    row = found_call(session)
    number = caller_of(row)
    if not number:
        raise NoNumberToCall
    if rings_already(number):
        _close(row, Outcome.CALL_BACK, now)
        return
    try:
        count_call_back(number, now=now)
    except TooManyCallBacks:
        _close(row, Outcome.LEFT, now)
        raise
    with transaction.atomic():
        _close(row, Outcome.CALL_BACK, now)
        note_call_back(number, row.language or "vi", topic or row.topic, now=now, session=row)


def _close(row: VoiceSession, outcome: Outcome, now: datetime) -> None:
    waiting = HandOver.objects.filter(session=row, state=Work.WAITING)
    waiting.update(state=Work.DONE, outcome=outcome, done_at=now)
