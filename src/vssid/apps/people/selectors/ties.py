"""Who of many people lives in somebody's ward, and who is of their family."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vssid.apps.people.models import Person, Relation
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed


@dataclass(frozen=True, slots=True)
class Ties:
    """Of one person. A relation that has ended counts."""

    neighbours: frozenset[int]
    family: frozenset[int]


def ties_of(actor: Actor, person_id: int, others: Collection[int]) -> Ties:
    """Among ``others``; NotAllowed but for the product's own work. Two statements."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
    asked = {*others, person_id}
    wards = dict(Person.objects.filter(person_id__in=asked).values_list("person_id", "ward_code"))
    rows = live(Relation.objects.filter(person_id__in=asked).order_by("person_id", "seq"))
    pairs = {(row.person_id, row.relative_person_id) for row in rows}
    family = {one for pair in pairs if person_id in pair for one in pair}
    home = wards.get(person_id, "")
    neighbours = {one for one, ward in wards.items() if home and ward == home}
    among = asked - {person_id}
    return Ties(frozenset(neighbours & among), frozenset(family & among))
