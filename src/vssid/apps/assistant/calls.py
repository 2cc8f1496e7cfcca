"""A call by the name its agent knows, the number it came from, and what a log may show of numbers."""

from __future__ import annotations

import uuid

from vssid.apps.assistant.by_id import row_of
from vssid.apps.assistant.models import VoiceSession
from vssid.domain.identifiers import digits, phone
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, Problem
from vssid.kit.sealing import lookup_digest, seal, unseal

VOICE_AGENT = Actor(kind=ActorKind.SYSTEM, id="voice_agent", channel="hotline")
"""Whoever shows the token of the voice agents. It sees no account, and no number but the one that calls."""


def require_agent(actor: Actor) -> None:
    """Raises NotAllowed."""
    if actor != VOICE_AGENT:
        raise NotAllowed


def found_call(session: str, *, locked: bool = False) -> VoiceSession:
    """NotFound for anything that is no call. ``locked``: inside a transaction, until its end."""
    return row_of(VoiceSession.objects.all(), session, locked=locked)


def read_caller(text: str) -> str:
    """E.164; empty when the number is withheld or is none: such a caller is nobody's number."""
    try:
        return phone.parse(text)
    except (Problem, digits.Empty):
        return ""


def caller_digest(number: str) -> str:
    """As the reset service counts callers; empty for none."""
    return lookup_digest("caller", number) if number else ""


def seal_caller(number: str, key: uuid.UUID) -> str:
    return seal(number, table="voice_session", pk=key, field="caller")


def caller_of(row: VoiceSession) -> str:
    """E.164; empty when it was withheld, or is forgotten by now."""
    return unseal(row.caller_sealed, table="voice_session", pk=row.pk, field="caller")


def masked_number(number: str) -> str:
    """``******6789``"""
    return "******" + number[-4:]


def masked_phone(number: str) -> str:
    """``+84*****123``; empty for none."""
    return f"{number[:3]}*****{number[-3:]}" if number else ""
