"""Where a call stands, for the desk; and that it has ended."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.assistant.calls import found_call, require_agent
from vssid.apps.assistant.models import HandOver, VoiceSession
from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.vocabulary import Work
from vssid.domain.dialogue.states import Outcome as Ending
from vssid.domain.values.actor import Actor


def move_call(*, actor: Actor, session: str, state: str, language: str, topic: str, now: datetime) -> None:
    """Of a call that has ended nothing moves. Raises NotFound, NotAllowed."""
    require_agent(actor)
    row = found_call(session)
    live = VoiceSession.objects.filter(pk=row.pk, ended_at=None)
    live.update(state=state, language=language or row.language, topic=topic or row.topic, moved_at=now)


@transaction.atomic
def end_call(*, actor: Actor, session: str, outcome: str, seconds: int, now: datetime) -> None:
    """The first end counts. Unless it was transferred, nobody holds the line for an officer any more.

    Raises NotFound, NotAllowed.
    """
    require_agent(actor)
    row = found_call(session)
    live = VoiceSession.objects.filter(pk=row.pk, ended_at=None)
    ended = live.update(state="END", outcome=outcome, seconds=seconds, ended_at=now, moved_at=now)
    if ended and outcome != Ending.TRANSFERRED:
        waiting = HandOver.objects.filter(session=row, state=Work.WAITING)
        waiting.update(state=Work.DONE, outcome=Outcome.LEFT, done_at=now)
