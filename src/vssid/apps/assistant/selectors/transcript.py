"""What was said in a chat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vssid.apps.assistant.chats import found, opened_text, public_id
from vssid.apps.assistant.models import Conversation, Turn
from vssid.apps.assistant.policies import browser_digest, may_read
from vssid.apps.assistant.vocabulary import By, ChatState
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound


@dataclass(frozen=True, slots=True)
class Said:
    number: int
    at: datetime
    by: By
    text: str
    entry: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """``signed_in``: the chat is of a person who has signed in."""

    public_id: str
    language: str
    topic: str
    state: ChatState
    kept: bool
    signed_in: bool
    begun_at: datetime
    moved_at: datetime
    turns: tuple[Said, ...]


def transcript(actor: Actor, conversation: str, *, after: int = 0) -> Transcript:
    """``after``: only turns with a higher number, for a page that has shown the others. Whose the chat is,
    and officers as long as it waits or they have taken it; NotFound for everybody else. Two statements."""
    row = found(conversation)
    if not may_read(actor, row):
        raise NotFound
    return _told(
        row, Turn.objects.filter(conversation_id=row.pk, number__gt=after) if after < row.turns else ()
    )


def kept_conversations(actor: Actor, *, most: int = 20) -> tuple[Transcript, ...]:
    """Of a signed-in person, the newest first, with the first turn of each alone. Two statements."""
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        return ()
    kept = Conversation.objects.filter(person_id=actor.person_id, kept=True)
    rows = list(kept.order_by("-moved_at")[:most])
    first = {turn.conversation_id: turn for turn in Turn.objects.filter(conversation__in=rows, number=1)}
    return tuple(_told(row, [first[row.pk]] if row.pk in first else []) for row in rows)


@dataclass(frozen=True, slots=True)
class Latest:
    """``public_id``: empty when nothing has been said."""

    public_id: str = ""
    state: ChatState = ChatState.OPEN


def latest_conversation(actor: Actor) -> Latest:
    """The last chat of this person or browser that has not ended. One statement."""
    browser = browser_digest(actor)
    if actor.kind is ActorKind.CITIZEN and actor.person_id is not None:
        mine = Conversation.objects.filter(person_id=actor.person_id)
    elif browser:
        mine = Conversation.objects.filter(person_id=None, browser_digest=browser)
    else:
        return Latest()
    row = mine.exclude(state=ChatState.ENDED).order_by("-moved_at").first()
    return Latest(public_id(row), ChatState(row.state)) if row else Latest()


def _told(row: Conversation, turns: Iterable[Turn]) -> Transcript:
    return Transcript(
        public_id=public_id(row),
        language=row.language,
        topic=row.topic,
        state=ChatState(row.state),
        kept=row.kept,
        signed_in=row.person_id is not None,
        begun_at=row.begun_at,
        moved_at=row.moved_at,
        turns=tuple(_said(turn) for turn in sorted(turns, key=lambda turn: turn.number)),
    )


def _said(turn: Turn) -> Said:
    return Said(
        turn.number,
        turn.at,
        By(turn.by),
        opened_text(turn),
        turn.entry,
        tuple(turn.cites.split("\n")) if turn.cites else (),
    )
