"""What a person decides about their chat: to keep it, to end it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.assistant.chats import found
from vssid.apps.assistant.models import Conversation, HandOver
from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.policies import owns
from vssid.apps.assistant.vocabulary import ChatState, Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def keep_conversation(*, actor: Actor, conversation: str, kept: bool) -> None:
    """By a signed-in person, of their own. Raises NotFound."""
    row = _own(actor, conversation)
    if row.person_id is None:
        raise NotFound
    Conversation.objects.filter(pk=row.pk).update(kept=kept)


@transaction.atomic
def end_conversation(*, actor: Actor, conversation: str, now: datetime) -> bool:
    """By whose it is; whether it is still kept. Unless the person chose to keep it, and when it has ended
    before, it is deleted with all that was said; what officers did for it stays counted. Raises NotFound."""
    row = _own(actor, conversation)
    done = HandOver.objects.filter(conversation=row).exclude(state=Work.DONE)
    done.update(state=Work.DONE, outcome=Outcome.LEFT, done_at=now)
    if row.kept and row.state != ChatState.ENDED:
        Conversation.objects.filter(pk=row.pk).update(state=ChatState.ENDED, moved_at=now)
        return True
    row.delete()
    return False


def _own(actor: Actor, public_id: str) -> Conversation:
    row = found(public_id)
    if not owns(actor, row):
        raise NotFound
    return row
