"""A call or chat goes back among those that wait, as old as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.assistant.models import Conversation, HandOver
from vssid.apps.assistant.policies import may_oversee, require_answering
from vssid.apps.assistant.vocabulary import ChatState, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


@transaction.atomic
def give_back(*, actor: Actor, case: str, now: datetime) -> None:
    """By who has it, or by who oversees the contact centre. Raises NotFound."""
    require_answering(actor)
    row = HandOver.objects.select_for_update().filter(case=case, state=Work.TAKEN).first()
    if row is None or (row.taken_by != actor.id and not may_oversee(actor)):
        raise NotFound
    row.state, row.taken_by, row.taken_at = Work.WAITING, "", None
    row.save(update_fields=["state", "taken_by", "taken_at"])
    chat = Conversation.objects.filter(hand_overs=row).exclude(state=ChatState.ENDED)
    chat.update(state=ChatState.WAITING, officer="", moved_at=now)
