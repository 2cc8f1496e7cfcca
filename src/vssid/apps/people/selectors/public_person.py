"""The id a relative stands under in an address: it tells neither who it is nor whose relative."""

from __future__ import annotations

from vssid.apps.people.selectors.household import Household
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


def kin_of(household: Household, person_id: int) -> int:
    """``person_id`` again, of a relative the person answers for by law; NotFound for anybody else: papers of
    somebody who gave an authorisation are theirs alone to make."""
    if all(relative.person_id != person_id for relative in household.relatives):
        raise NotFound
    return person_id
