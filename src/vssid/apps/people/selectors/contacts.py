"""Names, contacts on file and who answers for a child, of many living people at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from vssid.apps.people.models import Person, Relation
from vssid.apps.people.policies import ADULT_AT, grants_over
from vssid.apps.people.selectors.household import kinship
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sealing import unseal


@dataclass(frozen=True, slots=True)
class ContactOnFile:
    """As the agency's files brought it, not confirmed by the person; empty when unknown."""

    phone: str
    email: str


def contacts_on_file(actor: Actor, person_ids: Collection[int]) -> dict[int, ContactOnFile]:
    """Of the living among ``person_ids``; NotAllowed but for the product's own work. One statement."""
    _require_system(actor)
    rows = Person.objects.filter(person_id__in=set(person_ids), died_on=None)
    return {
        person_id: ContactOnFile(
            phone=unseal(phone, table="person", pk=person_id, field="phone"),
            email=unseal(email, table="person", pk=person_id, field="email"),
        )
        for person_id, phone, email in rows.values_list("person_id", "phone_sealed", "email_sealed")
    }


def names_for(actor: Actor, person_ids: Collection[int]) -> dict[int, str]:
    """The registered names of the living among ``person_ids``. One statement."""
    _require_system(actor)
    rows = Person.objects.filter(person_id__in=set(person_ids), died_on=None)
    return dict(rows.values_list("person_id", "full_name"))


def guardians_of(actor: Actor, person_ids: Collection[int], *, today: date) -> Mapping[int, tuple[int, ...]]:
    """Every living person among ``person_ids`` with those who answer for them: nobody for an adult.

    A parent counts whose own relations still name the child. Three statements, two for adults alone.
    """
    _require_system(actor)
    living = {
        person.person_id: person
        for person in Person.objects.filter(person_id__in=set(person_ids), died_on=None).only(
            "person_id", "born_on"
        )
    }
    minors = {one: person for one, person in living.items() if _is_minor(person, today)}
    parents = _parents(minors, today) if minors else {}
    return {person_id: parents.get(person_id, ()) for person_id in living}


def _is_minor(person: Person, today: date) -> bool:
    born = person.born_on
    return born is not None and (today.year - born.year, today.month, today.day) < (
        ADULT_AT,
        born.month,
        born.day,
    )


def _parents(minors: Mapping[int, Person], today: date) -> dict[int, tuple[int, ...]]:
    named = live(Relation.objects.filter(person_id__in=set(minors), relation="parent").order_by("seq"))
    candidates = {row.relative_person_id for row in named}
    living = set(
        Person.objects.filter(person_id__in=candidates, died_on=None).values_list("person_id", flat=True)
    )
    own = live(Relation.objects.filter(person_id__in=living, relation__in=("child", "ward")).order_by("seq"))
    right = {
        (row.person_id, row.relative_person_id)
        for row in own
        if row.relative_person_id in minors
        and grants_over([kinship(row, minors[row.relative_person_id])], today=today)
    }
    found: dict[int, list[int]] = {}
    for row in named:
        if (row.relative_person_id, row.person_id) in right:
            found.setdefault(row.person_id, []).append(row.relative_person_id)
    return {child: tuple(dict.fromkeys(parents)) for child, parents in found.items()}


def _require_system(actor: Actor) -> None:
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
