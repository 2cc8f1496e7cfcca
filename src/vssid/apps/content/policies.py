"""Who may change what everybody reads."""

from __future__ import annotations

from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed

EDITOR = "editor"


def may_edit(actor: Actor) -> bool:
    """Staff with the role of editor; the system itself, which loads what the product ships."""
    return actor.kind is ActorKind.SYSTEM or (actor.kind is ActorKind.OFFICER and EDITOR in actor.roles)


def refuse_unless_editor(actor: Actor) -> None:
    if not may_edit(actor):
        raise NotAllowed
