"""Who may read which visits: health data, the person's own alone."""

from __future__ import annotations

from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound


def require_visits(actor: Actor, person_id: int) -> None:
    """NotFound, the same as for a person who does not exist, unless the actor is the person."""
    if actor.kind is not ActorKind.CITIZEN or actor.person_id != person_id:
        raise NotFound
