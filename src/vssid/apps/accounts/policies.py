"""Who may open accounts; everything else about an account is its own person's."""

from __future__ import annotations

from vssid.domain.values.actor import Actor, ActorKind


def may_open_account(actor: Actor) -> bool:
    return actor.kind is ActorKind.SYSTEM
