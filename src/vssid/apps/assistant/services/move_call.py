"""Where a call stands, for the desk; and that it has ended."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.assistant.calls import found_call, require_agent
from vssid.apps.assistant.models import VoiceSession
from vssid.domain.values.actor import Actor


def move_call(*, actor: Actor, session: str, state: str, language: str, topic: str, now: datetime) -> None:
    """Of a call that has ended nothing moves. Raises NotFound, NotAllowed."""
    require_agent(actor)
    row = found_call(session)
    live = VoiceSession.objects.filter(pk=row.pk, ended_at=None)
    live.update(state=state, language=language or row.language, topic=topic or row.topic, moved_at=now)


def end_call(*, actor: Actor, session: str, outcome: str, seconds: int, now: datetime) -> None:
    """The first end counts. Raises NotFound, NotAllowed."""
    require_agent(actor)
    live = VoiceSession.objects.filter(pk=found_call(session).pk, ended_at=None)
    live.update(state="END", outcome=outcome, seconds=seconds, ended_at=now, moved_at=now)
