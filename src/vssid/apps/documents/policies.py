"""Who may take a paper back. Who may have one is the rule of the data on it."""

from __future__ import annotations

from vssid.domain.values.actor import Actor, ActorKind


def may_withdraw(actor: Actor) -> bool:
    return actor.kind in {ActorKind.OFFICER, ActorKind.SYSTEM}
