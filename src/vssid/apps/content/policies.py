"""Who may change what everybody reads."""

from __future__ import annotations

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed


def may_edit(actor: Actor) -> bool:
    """Staff whose role edits texts; the system itself, which loads what the product ships."""
    return actor.kind is ActorKind.SYSTEM or (
        actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.EDIT_TEXTS))
    )


def refuse_unless_editor(actor: Actor) -> None:
    if not may_edit(actor):
        raise NotAllowed
