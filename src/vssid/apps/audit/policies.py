"""Who may read whose entries: the person, and whoever answers for them (a parent for a child)."""

from __future__ import annotations

from datetime import date

from vssid.domain.values.actor import Actor, ActorKind, Scope
from vssid.domain.values.problem import NotFound


def subject_of(actor: Actor, person_id: int | None, *, on: date) -> int:
    """The person whose log ``actor`` asks for, by default themselves; NotFound when not theirs to see."""
    wanted = actor.person_id if person_id is None else person_id
    if actor.kind is not ActorKind.CITIZEN or wanted is None:
        raise NotFound
    if wanted != actor.person_id and not _answers_for(actor, wanted, on):
        raise NotFound
    return wanted


def _answers_for(actor: Actor, person_id: int, on: date) -> bool:
    return any(
        grant.person_id == person_id
        and grant.scope is Scope.RECORD
        and (grant.until is None or on <= grant.until)
        for grant in actor.grants
    )
