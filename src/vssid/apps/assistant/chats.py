"""A chat by its public id, and its words in and out of their seals."""

from __future__ import annotations

from vssid.apps.assistant.by_id import row_of
from vssid.apps.assistant.models import Conversation, Turn
from vssid.kit.sealing import seal, unseal

MOST_LETTERS = 1000
"""Of what a person writes at once."""


def found(public_id: str, *, locked: bool = False) -> Conversation:
    """NotFound for anything that is no chat. ``locked``: inside a transaction, until its end."""
    return row_of(Conversation.objects.all(), public_id, locked=locked)


def public_id(conversation: Conversation) -> str:
    return conversation.pk.hex


def sealed_text(text: str, conversation: Conversation, number: int) -> str:
    return seal(text, table="turn", pk=f"{conversation.pk},{number}", field="text")


def opened_text(turn: Turn) -> str:
    place = f"{turn.conversation_id},{turn.number}"
    return unseal(turn.text_sealed, table="turn", pk=place, field="text")
