"""An officer opens again the chat they have taken."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.services.record_look import record_look
from vssid.apps.assistant.vocabulary import Work
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.actor import Actor

_TAKING = timedelta(minutes=1)
"""The look right after it was taken is the taking, which is written down."""
_ONE_LOOK = timedelta(minutes=10)
"""Answers to and fro are one look."""


def look_at_chat(*, actor: Actor, case: str, now: datetime) -> None:
    """Written into the log of a signed-in person; of visitors and of others' chats nothing is."""
    row = HandOver.objects.filter(case=case, state=Work.TAKEN, taken_by=actor.id).first()
    if row is None or row.person_id is None or row.conversation_id is None:
        return
    if row.taken_at and now - row.taken_at < _TAKING:
        return
    subject = f"{actor.id} {case}"
    if not try_hit(kind="desk_look", subject=subject, limit=1, window=_ONE_LOOK, now=now).allowed:
        return
    record_look(actor=actor, person_id=row.person_id, case=case, now=now)
