"""A person's name and the relatives whose data the person may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from vssid.apps.people.models import Person, Relation
from vssid.apps.people.policies import Kinship, grants_over, may_see
from vssid.apps.people.selectors.holders import Holder
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor, Grant, Scope
from vssid.domain.values.problem import NotFound


@dataclass(frozen=True, slots=True)
class Relative:
    """``relation`` is what the relative is to the person: child, ward or cared_for."""

    holder: Holder
    relation: str
    grant: Grant

    @property
    def person_id(self) -> int:
        return self.holder.person_id

    @property
    def full_name(self) -> str:
        return self.holder.full_name


@dataclass(frozen=True, slots=True)
class Entrusted:
    """Somebody who gave the person an authorisation; ``grants`` are what it opens today."""

    holder: Holder
    grants: tuple[Grant, ...]

    @property
    def person_id(self) -> int:
        return self.holder.person_id


@dataclass(frozen=True, slots=True)
class Household:
    """``relatives`` are those the person has a right over today, each once, in the order of the relations.
    ``entrusted`` are those who gave it themselves."""

    own: Holder
    relatives: tuple[Relative, ...] = ()
    entrusted: tuple[Entrusted, ...] = ()

    @property
    def full_name(self) -> str:
        return self.own.full_name

    @property
    def grants(self) -> tuple[Grant, ...]:
        by_law = (relative.grant for relative in self.relatives)
        given = (grant for one in self.entrusted for grant in one.grants)
        return (*by_law, *given)

    def holder(self, person_id: int) -> Holder:
        """The person themselves, or one whose data they may see; NotFound for anybody else."""
        by_law = (relative.holder for relative in self.relatives)
        given = (one.holder for one in self.entrusted)
        found = next((one for one in (self.own, *by_law, *given) if one.person_id == person_id), None)
        if found is None:
            raise NotFound
        return found


def household_of(person_id: int, *, today: date, given: Collection[Grant] = ()) -> Household:
    """Two statements. Asked only when somebody has proved to be the person; everybody else has an actor.

    ``given``: the authorisations of others to the person. They end when the giver dies.
    """
    relations = live(Relation.objects.filter(person_id=person_id).order_by("seq"))
    others = {relation.relative_person_id for relation in relations} | {grant.person_id for grant in given}
    people = _people({person_id, *others})
    own = people.get(person_id)
    return Household(
        own=Holder.of(own) if own else Holder(person_id),
        relatives=tuple(_relatives(relations, people, today)),
        entrusted=tuple(_entrusted(given, people)),
    )


def relatives_of(actor: Actor, *, today: date) -> tuple[Relative, ...]:
    """The relatives the actor may see; for the person switch and the family's cards."""
    if actor.person_id is None:
        return ()
    found = household_of(actor.person_id, today=today).relatives
    return tuple(relative for relative in found if may_see(actor, relative.person_id, Scope.CARD, on=today))


def names_of(actor: Actor, person_ids: Iterable[int], *, today: date) -> dict[int, str]:
    """The registered names of those among ``person_ids`` whose card the actor may see."""
    visible = {one for one in person_ids if may_see(actor, one, Scope.CARD, on=today)}
    return {person_id: person.full_name for person_id, person in _people(visible).items()}


def _people(person_ids: set[int]) -> dict[int, Person]:
    rows = Person.objects.filter(person_id__in=person_ids).only(*Holder.__slots__, "died_on")
    return {person.person_id: person for person in rows}


def _entrusted(given: Collection[Grant], people: dict[int, Person]) -> Iterable[Entrusted]:
    for person_id in dict.fromkeys(grant.person_id for grant in given):
        person = people.get(person_id)
        if person is not None and person.died_on is None:
            yield Entrusted(
                Holder.of(person), tuple(grant for grant in given if grant.person_id == person_id)
            )


def _relatives(relations: list[Relation], people: dict[int, Person], today: date) -> Iterable[Relative]:
    seen: set[int] = set()
    for relation in relations:
        relative = people.get(relation.relative_person_id)
        if relative is None or relative.person_id in seen:
            continue
        for grant in grants_over([kinship(relation, relative)], today=today):
            seen.add(relative.person_id)
            yield Relative(Holder.of(relative), relation.relation, grant)


def kinship(relation: Relation, relative: Person) -> Kinship:
    """What the rules of access read of a relation row and the relative's own row."""
    return Kinship(
        relative_id=relative.person_id,
        relation=relation.relation,
        since=relation.since,
        until=relation.until,
        born_on=relative.born_on,
    )
