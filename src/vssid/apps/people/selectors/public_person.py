"""The id a relative stands under in an address: it tells neither who it is nor whose relative."""

from __future__ import annotations

from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id, public_id


def relative_id(actor: Actor, person_id: int) -> str:
    """Stable for one actor and one relative; another actor's address of the same relative differs."""
    return public_id("relative", actor.id, person_id)


def relative_of(actor: Actor, wanted: str) -> int:
    """The person the actor has a grant over who stands under ``wanted``; NotFound for any other text."""
    granted = [grant.person_id for grant in actor.grants]
    found = find_by_public_id(wanted, granted, lambda person_id: relative_id(actor, person_id))
    if found is None:
        raise NotFound
    return found
