"""What of the contact centre's work is with colleagues, and what was done with call backs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from vssid.apps.assistant.models import CallBack, Conversation, HandOver
from vssid.apps.assistant.policies import may_oversee, require_answering
from vssid.apps.assistant.vocabulary import ChatState, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

_MOST = 100
_SHOWN = timedelta(days=7)
_A_CHAT = timedelta(minutes=10)
"""A chat in which nothing was said for longer is not in progress."""


@dataclass(frozen=True, slots=True)
class WithColleague:
    """``chat``: else a call. Who has it is not told. ``case``: for who may give it back, else empty."""

    case: str
    taken_at: datetime
    language: str
    topic: str
    chat: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """A call back that is over, or that waits for another try (``again``)."""

    case: str
    at: datetime
    done_at: datetime | None
    language: str
    topic: str
    phone_masked: str
    outcome: str
    again: bool


def with_colleagues(actor: Actor) -> tuple[WithColleague, ...]:
    """Calls and chats that others have taken, the longest first. Raises NotFound."""
    require_answering(actor)
    oversees = may_oversee(actor)
    rows = HandOver.objects.filter(state=Work.TAKEN).exclude(taken_by=actor.id).order_by("taken_at")
    return tuple(
        WithColleague(
            row.case if oversees else "",
            row.taken_at or row.at,
            row.language,
            row.topic,
            row.conversation_id is not None,
        )
        for row in rows[:_MOST]
    )


def chats_with_assistant(actor: Actor, *, now: datetime) -> int:
    """How many go on without an officer; of their words nothing is told. Raises NotFound."""
    require_answering(actor)
    return Conversation.objects.filter(state=ChatState.OPEN, moved_at__gt=now - _A_CHAT).count()


def rung(actor: Actor, *, now: datetime) -> tuple[Rung, ...]:
    """Call backs done within a week, the latest first. Raises NotFound."""
    require_answering(actor)
    rows = CallBack.objects.filter(state=Work.DONE, done_at__gt=now - _SHOWN).order_by("-done_at")
    return tuple(_rung(row) for row in rows[:_MOST])


def taken_call_back(actor: Actor, case: str) -> Rung:
    """One the actor has taken. Raises NotFound."""
    require_answering(actor)
    row = CallBack.objects.filter(case=case, state=Work.TAKEN, taken_by=actor.id).first()
    if row is None:
        raise NotFound
    return _rung(row)


def _rung(row: CallBack) -> Rung:
    again = row.state != Work.DONE and bool(row.outcome)
    return Rung(row.case, row.at, row.done_at, row.language, row.topic, row.phone_masked, row.outcome, again)
