"""What the applicant answers: one sealed text, bound to its row; which answers belong to which question."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum

import orjson

from vssid.apps.accounts.models import Registration
from vssid.apps.people.selectors.numbers import PASSPORT, read_number
from vssid.domain.values.partial_date import PartialDate
from vssid.domain.values.partial_date import parse as parse_date
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

TABLE = "registration"


@dataclass(frozen=True, slots=True)
class Answers:
    """Parsed and settled, empty until answered. ``number``: any the person has; ``born_on``: ISO text of what
    is known; ``scanned``: the kind of card a picture filled the form from, chip or health. ``nationality``:
    two letters, asked of whoever gives what may be a passport number."""

    number: str = ""
    full_name: str = ""
    born_on: str = ""
    province: str = ""
    ward: str = ""
    street: str = ""
    phone: str = ""
    email: str = ""
    office: str = ""
    scanned: str = ""
    nationality: str = ""

    @property
    def by_passport(self) -> bool:
        """Nine digits may also be an old citizen number."""
        return bool(self.number) and PASSPORT in dict(read_number(self.number))

    @property
    def birth(self) -> PartialDate | None:
        return parse_date(self.born_on) if self.born_on else None


class Question(StrEnum):
    """In the order they are asked. An officer names one when something must be corrected.

    PHOTOS is asked of some alone: whom the population register knows otherwise, and whom an officer asks."""

    NUMBER = "number"
    NAME = "name"
    PROVINCE = "province"
    ADDRESS = "address"
    CONTACT = "contact"
    OFFICE = "office"
    PHOTOS = "photos"

    @property
    def fields(self) -> frozenset[str]:
        return _FIELDS[self]


_FIELDS = {
    Question.NUMBER: frozenset({"number", "scanned"}),
    Question.NAME: frozenset({"full_name", "born_on", "nationality"}),
    Question.PROVINCE: frozenset({"province"}),
    Question.ADDRESS: frozenset({"ward", "street"}),
    Question.CONTACT: frozenset({"phone", "email"}),
    Question.OFFICE: frozenset({"office"}),
    Question.PHOTOS: frozenset(),
}
ASKED_OF_ALL = tuple(question for question in Question if question is not Question.PHOTOS)
_NEEDED = {
    Question.NUMBER: ("number",),
    Question.NAME: ("full_name", "born_on"),
    Question.PROVINCE: ("province",),
    Question.ADDRESS: ("ward", "street"),
    Question.OFFICE: ("office",),
}
_FOLLOWING = {"province": {"ward": "", "office": ""}, "number": {"nationality": ""}}
"""Answers that no longer fit once another has changed."""


def first_open(answers: Answers, *, proven: bool, photos_missing: bool = False) -> Question | None:
    """The first question without an answer; None when all are answered. ``proven``: a contact is."""
    for question in ASKED_OF_ALL:
        answered = (
            proven
            if question is Question.CONTACT
            else all(getattr(answers, name) for name in _needed(question, answers))
        )
        if not answered:
            return question
    return Question.PHOTOS if photos_missing else None


def _needed(question: Question, answers: Answers) -> tuple[str, ...]:
    asked = ("nationality",) if question is Question.NAME and answers.by_passport else ()
    return (*_NEEDED[question], *asked)


def changed(answers: Answers, changes: dict[str, str]) -> Answers:
    """With ``changes``, and without what they make wrong."""
    after = replace(answers, **changes)
    for cause, effects in _FOLLOWING.items():
        if getattr(after, cause) != getattr(answers, cause):
            after = replace(after, **{name: value for name, value in effects.items() if name not in changes})
    return after


def sealed(answers: Answers, pk: int) -> str:
    return seal_for(pk, written_answers(answers), field="answers")


def written_answers(answers: Answers) -> str:
    """As it is sealed; :func:`read_answers` reads it."""
    return orjson.dumps(asdict(answers)).decode()


def seal_for(pk: int, value: str, *, field: str) -> str:
    """A column of the row, under the key of the registration."""
    return seal_erasable(value, subject=subject_of(Registration, id=pk), table=TABLE, pk=pk, field=field)


def erase_contents(pk: int) -> None:
    """Of the registration, from older copies of its row too. Not within a transaction: it does not come
    back with it."""
    erase(subject_of(Registration, id=pk))


def opened(text: str, pk: int) -> Answers:
    return read_answers(unseal(text, table=TABLE, pk=pk, field="answers"))


def read_answers(text: str) -> Answers:
    """Empty ones of an empty text."""
    kept = orjson.loads(text or "{}")
    return Answers(**{name: value for name, value in kept.items() if name in Answers.__slots__})
