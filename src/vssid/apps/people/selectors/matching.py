"""Whether what a stranger typed fits a person on record, at the same number of statements either way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vssid.apps.people.models import Person, PersonKey
from vssid.apps.people.policies import may_find_by_number
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed
from vssid.kit.folding import fold
from vssid.kit.sealing import lookup_digest
from vssid.kit.sharding import cross_shard

NOBODY = 0
_KEY_KINDS = ("insurance", "national_id", "card")
_CITIZEN_KINDS = ("insurance", "national_id")


@dataclass(frozen=True, slots=True)
class Match:
    """``person_id``: whose number was typed, NOBODY for an unknown number. ``full_name`` is empty unless
    name and birth date fit too."""

    person_id: int
    full_name: str = ""


def match_number(actor: Actor, *, number: str, full_name: str, born_on: date) -> Match:
    """By a parsed number, confirmed by name and birth date. Always two statements."""
    _require(actor)
    digests = [lookup_digest(kind, number) for kind in _KEY_KINDS]
    person_id = (
        PersonKey.objects.filter(digest__in=digests, kind__in=_KEY_KINDS)
        .values_list("person_id", flat=True)
        .first()
        or NOBODY
    )
    person = Person.objects.filter(person_id=person_id, died_on=None).first()
    if person is None or not _fits(person, full_name, born_on):
        return Match(person_id)
    return Match(person_id, person.full_name)


def named_person(actor: Actor, *, number: str, full_name: str) -> int | None:
    """The living person who has the parsed number and this name: enough to make an offer to, never to be
    shown to whoever typed them. Always two statements."""
    _require(actor)
    digests = [lookup_digest(kind, number) for kind in _CITIZEN_KINDS]
    keys = PersonKey.objects.filter(digest__in=digests, kind__in=_CITIZEN_KINDS)
    person_id = keys.values_list("person_id", flat=True).first() or NOBODY
    person = Person.objects.filter(person_id=person_id, died_on=None).first()
    return person_id if person and fold(person.full_name) == fold(full_name) else None


def matches_by_birth(actor: Actor, *, province: str, full_name: str, born_on: date) -> tuple[Person, ...]:
    """Everybody alive of that name, birth date and province; several may share them."""
    _require(actor)
    days = {born_on, born_on.replace(month=1, day=1), born_on.replace(day=1)}
    with cross_shard("a visitor asks for a number by name, birth date and province"):
        rows = list(Person.objects.filter(born_on__in=days, province_code=province, died_on=None))
    return tuple(_fitting(rows, full_name, born_on))


@dataclass(frozen=True, slots=True)
class CitizenMatch:
    """``holders``: everybody on record with the number, as citizen number or as insurance number of twelve
    digits. ``fitting``: those of them, alive, whose name and birth date fit too."""

    holders: tuple[int, ...]
    fitting: tuple[int, ...]


def match_citizen(actor: Actor, *, national_id: str, full_name: str, born_on: date) -> CitizenMatch:
    """By the particulars a trusted authority vouches for. Two statements."""
    _require(actor)
    digests = [lookup_digest(kind, national_id) for kind in _CITIZEN_KINDS]
    keys = PersonKey.objects.filter(digest__in=digests, kind__in=_CITIZEN_KINDS)
    holders = sorted(set(keys.values_list("person_id", flat=True)))
    people = Person.objects.filter(person_id__in=holders, died_on=None)
    fitting = sorted(person.person_id for person in _fitting(people, full_name, born_on))
    return CitizenMatch(tuple(holders), tuple(fitting))


def _fitting(rows: Iterable[Person], full_name: str, born_on: date) -> Iterable[Person]:
    return (person for person in rows if _fits(person, full_name, born_on))


def _fits(person: Person, full_name: str, born_on: date) -> bool:
    if person.born_on is None or fold(person.full_name) != fold(full_name):
        return False
    known = {"day": person.born_on == born_on, "month": person.born_on == born_on.replace(day=1)}
    return known.get(person.born_precision, person.born_on.year == born_on.year)


def _require(actor: Actor) -> None:
    if not may_find_by_number(actor):
        raise NotAllowed
