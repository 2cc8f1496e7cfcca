"""Who of many people lives in somebody's ward, and who is of their family."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vssid.apps.people.models import Person
from vssid.apps.people.selectors.kinship import kin_of
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed


@dataclass(frozen=True, slots=True)
class Ties:
    """Of one person, among others."""

    neighbours: frozenset[int]
    family: frozenset[int]


def ties_of(actor: Actor, person_id: int, others: Collection[int]) -> Ties:
    """Among ``others``; NotAllowed but for the product's own work. Two statements."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
    asked = {*others, person_id}
    wards = dict(Person.objects.filter(person_id__in=asked).values_list("person_id", "ward_code"))
    home = wards.get(person_id, "")
    neighbours = {one for one, ward in wards.items() if home and ward == home}
    return Ties(frozenset(neighbours - {person_id}), kin_of(person_id, others))
