"""Whose a chat is, and who answers calls and chats for the agency."""

from __future__ import annotations

import hmac

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.apps.assistant.errors import NotYours
from vssid.apps.assistant.models import Conversation
from vssid.apps.assistant.vocabulary import ChatState
from vssid.apps.people.selectors.kinship import kin_to
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound
from vssid.kit.sealing import lookup_digest


def may_answer(actor: Actor) -> bool:
    return actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.ANSWER_PEOPLE))


def may_oversee(actor: Actor) -> bool:
    """Counts, outcomes and waiting times of the contact centre."""
    return may_answer(actor) and bool(actor.roles & roles_that_may(Right.CONFIRM_DECISIONS))


def require_answering(actor: Actor) -> None:
    """NotFound for whoever does not work at the desk."""
    if not may_answer(actor):
        raise NotFound


def require_stranger(actor: Actor, person_id: int | None) -> None:
    """Nobody of the staff answers themselves or their family. Raises NotYours."""
    if person_id is not None and kin_to(actor, person_id) is not Kin.NONE:
        raise NotYours


def owns(actor: Actor, conversation: Conversation) -> bool:
    """A signed-in person, or the browser of a visitor (``session`` of an anonymous actor)."""
    if conversation.person_id is not None:
        return actor.kind is ActorKind.CITIZEN and actor.person_id == conversation.person_id
    mine = browser_digest(actor)
    return bool(mine) and hmac.compare_digest(mine, conversation.browser_digest)


def holds(actor: Actor, conversation: Conversation) -> bool:
    """The officer who has taken it."""
    taken = conversation.state == ChatState.WITH_OFFICER and conversation.officer == actor.id
    return taken and may_answer(actor)


def may_read(actor: Actor, conversation: Conversation) -> bool:
    """Officers read what waits for them, and what they have taken as long as they have it."""
    if owns(actor, conversation) or holds(actor, conversation):
        return True
    return conversation.state == ChatState.WAITING and may_answer(actor)


def browser_digest(actor: Actor) -> str:
    """Of a visitor: what their browser keeps for this chat, as a keyed hash; empty without one."""
    visitor = actor.kind is ActorKind.ANONYMOUS and actor.session
    return lookup_digest("conversation", actor.session) if visitor else ""
