"""Writes down what was said in a chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from vssid.apps.assistant.chats import MOST_LETTERS, found, sealed_text
from vssid.apps.assistant.errors import ConversationEnded, NothingSaid, TooLong
from vssid.apps.assistant.models import Conversation, Turn
from vssid.apps.assistant.policies import holds, owns
from vssid.apps.assistant.vocabulary import By, ChatState
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


@transaction.atomic
def add_turn(
    *,
    actor: Actor,
    conversation: str,
    by: By,
    text: str,
    now: datetime,
    entry: str = "",
    cites: Sequence[str] = (),
) -> int:
    """The number of the turn. ``actor``: whose chat it is, also for what the assistant answers them; the
    officer who has taken it for BY.OFFICER.

    Raises NotFound, ConversationEnded, NothingSaid, TooLong.
    """
    row = found(conversation, locked=True)
    if not (holds if by is By.OFFICER else owns)(actor, row):
        raise NotFound
    if row.state == ChatState.ENDED:
        raise ConversationEnded
    if by in {By.PERSON, By.OFFICER}:
        _check(text)
    return write_turn(row, by, text, now=now, entry=entry, cites=cites)


def write_turn(
    row: Conversation, by: By, text: str, *, now: datetime, entry: str = "", cites: Sequence[str] = ()
) -> int:
    """For our own services: ``row`` is locked."""
    row.turns, row.moved_at = row.turns + 1, now
    row.save(update_fields=["turns", "moved_at"])
    Turn.objects.create(
        conversation=row,
        number=row.turns,
        at=now,
        by=by,
        entry=entry,
        cites="\n".join(cites),
        text_sealed=sealed_text(text, row, row.turns),
    )
    return row.turns


def _check(text: str) -> None:
    if not text.strip():
        raise NothingSaid(field="text")
    if len(text) > MOST_LETTERS:
        raise TooLong(field="text", most=MOST_LETTERS)
