"""Gives a chat to a person of the contact centre."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from vssid.apps.assistant.chats import found
from vssid.apps.assistant.desk import new_case
from vssid.apps.assistant.errors import ConversationEnded
from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.policies import owns
from vssid.apps.assistant.vocabulary import ChatState, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


@transaction.atomic
def hand_over(
    *,
    actor: Actor,
    conversation: str,
    topic: str,
    now: datetime,
    tried: Sequence[str] = (),
    number_masked: str = "",
) -> str:
    """The number the desk opens it by; the same again while it waits or is with an officer.

    ``tried``: codes of what the assistant has tried, such as the entries it showed. Raises NotFound,
    ConversationEnded. Calls: ``hand_over_call``.
    """
    row = found(conversation, locked=True)
    if not owns(actor, row):
        raise NotFound
    if row.state == ChatState.ENDED:
        raise ConversationEnded
    waiting = HandOver.objects.filter(conversation=row).exclude(state=Work.DONE).first()
    if waiting is not None:
        return waiting.case
    row.state, row.topic, row.moved_at = ChatState.WAITING, topic, now
    row.save(update_fields=["state", "topic", "moved_at"])
    made = HandOver.objects.create(
        conversation=row,
        person_id=row.person_id,
        at=now,
        case=new_case(),
        language=row.language,
        topic=topic,
        number_masked=number_masked,
        tried=" ".join(tried)[:200],
    )
    return made.case
