"""What an officer had goes back among what waits, as old as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.policies import may_open_account
from vssid.apps.assistant.models import CallBack, Conversation, HandOver
from vssid.apps.assistant.policies import may_oversee, require_answering
from vssid.apps.assistant.vocabulary import ChatState, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound


@transaction.atomic
def give_back(*, actor: Actor, case: str, now: datetime) -> None:
    """By who has it, or by who oversees the contact centre. Raises NotFound."""
    require_answering(actor)
    row = HandOver.objects.select_for_update().filter(case=case, state=Work.TAKEN).first()
    if row is None or (row.taken_by != actor.id and not may_oversee(actor)):
        raise NotFound
    _wait_again(row, now)


@transaction.atomic
def clear_desk(*, actor: Actor, officer: str, now: datetime) -> int:
    """By the operator, of ``officer`` who leaves: how many calls, chats and call-backs wait again.

    Raises NotAllowed.
    """
    if not may_open_account(actor):
        raise NotAllowed
    had = list(HandOver.objects.select_for_update().filter(taken_by=officer, state=Work.TAKEN).order_by("pk"))
    for row in had:
        _wait_again(row, now)
    back = CallBack.objects.filter(taken_by=officer, state=Work.TAKEN)
    return len(had) + back.update(state=Work.WAITING, taken_by="", taken_at=None)


def _wait_again(row: HandOver, now: datetime) -> None:
    row.state, row.taken_by, row.taken_at = Work.WAITING, "", None
    row.save(update_fields=["state", "taken_by", "taken_at"])
    chat = Conversation.objects.filter(hand_overs=row).exclude(state=ChatState.ENDED)
    chat.update(state=ChatState.WAITING, officer="", moved_at=now)
