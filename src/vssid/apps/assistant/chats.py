"""A chat by its public id, and its words in and out of their seals."""

from __future__ import annotations

import uuid

from vssid.apps.assistant.models import Conversation, Turn
from vssid.domain.values.problem import NotFound
from vssid.kit.sealing import seal, unseal

MOST_LETTERS = 1000
"""Of what a person writes at once."""


def found(public_id: str, *, locked: bool = False) -> Conversation:
    """NotFound for anything that is no chat. ``locked``: inside a transaction, until its end."""
    try:
        key = uuid.UUID(hex=public_id)
    except ValueError:
        raise NotFound from None
    rows = Conversation.objects.select_for_update() if locked else Conversation.objects
    conversation = rows.filter(pk=key).first()
    if conversation is None:
        raise NotFound
    return conversation


def public_id(conversation: Conversation) -> str:
    return conversation.pk.hex


def sealed_text(text: str, conversation: Conversation, number: int) -> str:
    return seal(text, table="turn", pk=f"{conversation.pk},{number}", field="text")


def opened_text(turn: Turn) -> str:
    place = f"{turn.conversation_id},{turn.number}"
    return unseal(turn.text_sealed, table="turn", pk=place, field="text")
