"""What the record says about a person: numbers, birth, contacts on file. Opens sealed columns."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from vssid.apps.people.models import Person
from vssid.apps.people.policies import require_sight
from vssid.domain.values.actor import Actor, Scope
from vssid.domain.values.partial_date import PartialDate
from vssid.domain.values.problem import NotFound
from vssid.kit.sealing import unseal

_SEALED = ("insurance_number", "national_id", "passport_number", "phone", "email", "address")


@dataclass(frozen=True, slots=True)
class Particulars:
    """Empty texts are unknown. ``born_on`` is the earliest day that ``born_precision`` (day, month, year, or
    empty) allows. ``sex``: male or female; ``nationality``: two letters; codes belong to the directory."""

    person_id: int
    full_name: str
    born_on: date | None
    born_precision: str
    died_on: date | None
    sex: str
    nationality: str
    ethnicity: str
    province_code: str
    ward_code: str
    office_code: str
    insurance_number: str
    national_id: str
    passport_number: str
    phone: str
    email: str
    address: str

    @property
    def birth(self) -> PartialDate | None:
        return PartialDate.known(self.born_on, self.born_precision)


_PLAIN = tuple(part.name for part in fields(Particulars) if part.name not in _SEALED)


def particulars(actor: Actor, person_id: int, *, today: date) -> Particulars:
    """NotFound unless the actor may see the person's record."""
    require_sight(actor, person_id, Scope.RECORD, on=today)
    return _opened(person_id)


def what_others_know(person_id: int) -> Particulars:
    """The same without an actor, for the rule that a password must not be made of it; shown to nobody."""
    return _opened(person_id)


def _opened(person_id: int) -> Particulars:
    row = Person.objects.filter(person_id=person_id).first()
    if row is None:
        raise NotFound
    values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    for name in _SEALED:
        values[name] = unseal(getattr(row, f"{name}_sealed"), table="person", pk=person_id, field=name)
    return Particulars(**values)
