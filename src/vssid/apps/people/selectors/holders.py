"""What a card prints of its holder: name, birth and sex. Nothing sealed is opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vssid.apps.people.models import Person
from vssid.apps.people.policies import may_see
from vssid.domain.values.actor import Actor, Scope

_VIETNAMESE = "VN"


@dataclass(frozen=True, slots=True)
class Holder:
    """``born_on`` is the earliest day that ``born_precision`` (day, month, year or empty) allows.

    ``sex``: male, female or empty.
    """

    person_id: int
    full_name: str
    born_on: date | None
    born_precision: str
    sex: str
    nationality: str

    @property
    def called(self) -> str:
        """How a greeting calls the person: Vietnamese names end in the given name, others are said whole."""
        words = self.full_name.split()
        return words[-1] if words and self.nationality == _VIETNAMESE else self.full_name


def holders(actor: Actor, person_ids: Iterable[int], *, today: date) -> dict[int, Holder]:
    """Those of ``person_ids`` whose card the actor may see, in one statement."""
    visible = {person_id for person_id in person_ids if may_see(actor, person_id, Scope.CARD, on=today)}
    rows = Person.objects.filter(person_id__in=visible).values_list(*Holder.__slots__)
    return {row[0]: Holder(*row) for row in rows}
