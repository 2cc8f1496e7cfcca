"""What waits at the desk of the contact centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.assistant.call_periods import lost_after
from vssid.apps.assistant.models import CallBack, HandOver, VoiceSession
from vssid.apps.assistant.policies import require_answering
from vssid.apps.assistant.vocabulary import Policy, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

_MOST = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """``conversation``: the public id of a chat, empty for a call. ``tried``: codes. ``mine``: taken by the
    reader."""

    case: str
    at: datetime
    language: str
    topic: str
    number_masked: str
    tried: tuple[str, ...]
    state: Work
    mine: bool
    conversation: str
    signed_in: bool
    taken_at: datetime | None
    procedure_case: str


@dataclass(frozen=True, slots=True)
class LiveCall:
    since: datetime
    moved_at: datetime
    language: str
    state: str
    topic: str
    number_masked: str
    policy: Policy


@dataclass(frozen=True, slots=True)
class ToCallBack:
    """``mine``: taken by the reader, who may see the number (``take_call_back``)."""

    case: str
    at: datetime
    language: str
    topic: str
    phone_masked: str
    state: Work
    mine: bool
    outcome: str


def waiting(actor: Actor) -> tuple[Waiting, ...]:
    """Calls and chats nobody has taken, and the reader's own, the longest waiting first. NotFound for
    whoever does not work at the desk. One statement."""
    require_answering(actor)
    rows = HandOver.objects.filter(taken_by__in=("", actor.id)).exclude(state=Work.DONE).order_by("at")
    return tuple(_waiting(row, actor) for row in rows[:_MOST])


def hand_over_by_case(actor: Actor, case: str) -> Waiting:
    """Also one that is done, or with a colleague. Raises NotFound."""
    require_answering(actor)
    row = HandOver.objects.filter(case=case).first()
    if row is None:
        raise NotFound
    return _waiting(row, actor)


def live_calls(actor: Actor, *, now: datetime) -> tuple[LiveCall, ...]:
    """Raises NotFound."""
    require_answering(actor)
    rows = VoiceSession.objects.filter(ended_at=None, started_at__gt=now - lost_after()).order_by(
        "started_at"
    )
    return tuple(
        LiveCall(
            row.started_at,
            row.moved_at,
            row.language,
            row.state,
            row.topic,
            row.number_masked,
            Policy(row.policy),
        )
        for row in rows[:_MOST]
    )


def call_backs(actor: Actor) -> tuple[ToCallBack, ...]:
    """The oldest first. Raises NotFound."""
    require_answering(actor)
    rows = CallBack.objects.exclude(state=Work.DONE).order_by("at")
    return tuple(
        ToCallBack(
            row.case,
            row.at,
            row.language,
            row.topic,
            row.phone_masked,
            Work(row.state),
            row.taken_by == actor.id,
            row.outcome,
        )
        for row in rows[:_MOST]
        if row.taken_by in {"", actor.id}
    )


def _waiting(row: HandOver, actor: Actor) -> Waiting:
    return Waiting(
        case=row.case,
        at=row.at,
        language=row.language,
        topic=row.topic,
        number_masked=row.number_masked,
        tried=tuple(row.tried.split()),
        state=Work(row.state),
        mine=row.taken_by == actor.id,
        conversation=row.conversation_id.hex if row.conversation_id else "",
        signed_in=row.person_id is not None,
        taken_at=row.taken_at,
        procedure_case=row.procedure_case,
    )
