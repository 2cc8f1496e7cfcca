"""How many wait before a chat."""

from __future__ import annotations

from vssid.apps.assistant.chats import found
from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.policies import owns
from vssid.apps.assistant.vocabulary import Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def queue_place(actor: Actor, conversation: str) -> int:
    """1 for the next to be taken; 0 when the chat does not wait. NotFound unless it is the actor's."""
    row = found(conversation)
    if not owns(actor, row):
        raise NotFound
    waiting = HandOver.objects.filter(state=Work.WAITING)
    own = waiting.filter(conversation=row).first()
    return waiting.filter(at__lte=own.at).count() if own else 0
