"""Begins a chat with the assistant."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.assistant.chats import public_id
from vssid.apps.assistant.models import Conversation
from vssid.apps.assistant.policies import browser_digest
from vssid.apps.assistant.vocabulary import ChatState
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed


def open_conversation(*, actor: Actor, language: str, now: datetime, kept: bool = False) -> str:
    """Its public id. A visitor's ``actor.session`` is what their browser keeps; by it the chat is
    found again.

    Raises NotAllowed for staff, and for a visitor whose browser keeps nothing.
    """
    person = actor.person_id if actor.kind is ActorKind.CITIZEN else None
    browser = browser_digest(actor)
    if person is None and not browser:
        raise NotAllowed
    conversation = Conversation.objects.create(
        person_id=person,
        begun_at=now,
        moved_at=now,
        kept=kept and person is not None,
        language=language,
        state=ChatState.OPEN,
        browser_digest=browser,
    )
    return public_id(conversation)
