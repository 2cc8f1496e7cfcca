"""A demonstration's population register: it knows everybody on record, and writes some of them otherwise."""

from __future__ import annotations

from datetime import date

from vssid.apps.accounts.ports import PopulationAnswer, PopulationState
from vssid.apps.people.selectors.numbers import find_person
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.folding import without_marks

_ASKING = Actor(kind=ActorKind.SYSTEM, id="population")
_NAME_DIFFERS, _BIRTH_DIFFERS = "7", "9"
"""Last digits of the citizen numbers whose name lacks its marks, or whose birth is another year."""


class SandboxPopulation:
    def ask(self, national_id: str) -> PopulationAnswer:
        person_id = find_person(_ASKING, national_id)
        if person_id is None:
            return PopulationAnswer(PopulationState.UNKNOWN)
        known = what_others_know(person_id)
        return PopulationAnswer(
            PopulationState.FOUND,
            full_name=_name(known.full_name, national_id),
            born_on=_birth(known.born_on, national_id),
            sex=known.sex,
        )


def _name(name: str, national_id: str) -> str:
    return without_marks(name) if national_id.endswith(_NAME_DIFFERS) else name


def _birth(day: date | None, national_id: str) -> str:
    if day is None:
        return ""
    shown = day.replace(year=day.year - 1, day=1) if national_id.endswith(_BIRTH_DIFFERS) else day
    return shown.isoformat()
