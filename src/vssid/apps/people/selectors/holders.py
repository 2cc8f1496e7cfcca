"""What a card prints of its holder: name, birth and sex. Nothing sealed is opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from vssid.apps.people.models import Person
from vssid.domain.values.partial_date import PartialDate

_VIETNAMESE = "VN"


@dataclass(frozen=True, slots=True)
class Holder:
    """``born_on`` is the earliest day that ``born_precision`` (day, month, year or empty) allows.

    ``province_code``: where the holder lives; it is on no card. ``sex``: male, female or empty. Everything is
    empty for somebody who is not on record.
    """

    person_id: int
    full_name: str = ""
    born_on: date | None = None
    born_precision: str = ""
    sex: str = ""
    nationality: str = ""
    province_code: str = ""

    @classmethod
    def of(cls, person: Person) -> Self:
        return cls(**{name: getattr(person, name) for name in cls.__slots__})

    @property
    def birth(self) -> PartialDate | None:
        return PartialDate.known(self.born_on, self.born_precision)

    @property
    def called(self) -> str:
        """How a greeting calls the person: Vietnamese names end in the given name, others are said whole."""
        words = self.full_name.split()
        return words[-1] if words and self.nationality == _VIETNAMESE else self.full_name
