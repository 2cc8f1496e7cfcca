"""What a caller's question is answered with."""

from __future__ import annotations

from vssid.apps.assistant.answers import Answer, Choice, Entry, Found, find_answer
from vssid.apps.assistant.calls import found_call, require_agent
from vssid.domain.values.actor import Actor

_MOST = 3


def find_for_call(*, actor: Actor, session: str, text: str, language: str) -> Found:
    """``language``: empty for that of the call. Nothing that was asked is kept. Raises NotAllowed,
    NotFound."""
    require_agent(actor)
    return find_answer(text, language or found_call(session).language)


def kind_of(found: Found) -> str:
    return "answer" if isinstance(found, Answer) else "choose" if isinstance(found, Choice) else "nothing"


def entries_of(found: Found) -> tuple[Entry, ...]:
    if isinstance(found, Answer):
        return (found,)
    return found.entries[:_MOST] if isinstance(found, Choice) else ()
