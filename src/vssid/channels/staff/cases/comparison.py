"""What was declared beside what we and the population register have, with the difference marked."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import singledispatch

from django.utils.translation import gettext as _

from vssid.apps.accounts.ports import PopulationAnswer, PopulationState
from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.selectors.child_requests import ChildMatter
from vssid.apps.accounts.selectors.registrations import RegistrationMatter
from vssid.apps.accounts.selectors.unmatched_eid import EidMatter
from vssid.apps.directory.selectors.names import names
from vssid.apps.people.selectors.particulars import Particulars
from vssid.domain.values.partial_date import PartialDate
from vssid.domain.values.partial_date import parse as parse_date
from vssid.kit.folding import fold
from vssid.kit.formats import country, day, known_day


class Verdict(StrEnum):
    """SPELLING: the same but for marks, capitals or punctuation."""

    SAME = "same"
    SPELLING = "spelling"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Word:
    """``differs``: from what was declared."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """One value of another source. ``kind``: of the status that tells the verdict."""

    words: tuple[Word, ...]
    verdict: Verdict
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """``ours`` and ``population``: None where the source has no such value by its nature."""

    label: str
    declared: str
    ours: Compared | None
    population: Compared | None
    number: bool = False


@singledispatch
def lines_of(matter: object) -> list[Line]:
    """Nothing to compare."""
    return []


@lines_of.register
def _registration(matter: RegistrationMatter) -> list[Line]:
    answers, ours = matter.answers, matter.ours
    return [
        *_particulars(answers, ours, matter.population),
        *_nationality(matter),
        Line(
            _("Address"),
            matter.address,
            _ours(matter.address, ours, "address"),
            None,
        ),
        Line(
            _("Phone"), answers.phone, compared(answers.phone, ours.phone if ours else ""), None, number=True
        ),
        Line(_("E-mail"), answers.email, compared(answers.email, ours.email if ours else ""), None),
    ]


@lines_of.register
def _child(matter: ChildMatter) -> list[Line]:
    return _particulars(matter.answers, matter.ours, matter.population)


def _particulars(answers: Answers, ours: Particulars | None, register: PopulationAnswer) -> list[Line]:
    """Number, name and birth: what every form asks."""
    asked = register.state is not PopulationState.SILENT
    known = [number for number in _numbers(ours) if number]
    on_file = answers.number if answers.number in known else " / ".join(known)
    return [
        Line(_("Number"), answers.number, compared(answers.number, on_file), None, number=True),
        Line(
            _("Full name"),
            answers.full_name,
            _ours(answers.full_name, ours, "full_name"),
            compared(answers.full_name, register.full_name) if asked else None,
        ),
        Line(
            _("Date of birth"),
            known_day(answers.birth),
            compared(known_day(answers.birth), known_day(ours.birth if ours else None)),
            compared(known_day(answers.birth), known_day(_parsed(register.born_on))) if asked else None,
            number=True,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record beside what VNeID told. ``place``: as the decision names it, from 1."""

    place: int
    name: Compared
    born: Compared
    office: str
    died: bool


def candidates_of(matter: object) -> list[Candidate]:
    if not isinstance(matter, EidMatter):
        return []
    told = matter.told
    called = names(offices=[one.office_code for one in matter.candidates])
    return [
        Candidate(
            place,
            compared(told.full_name, one.full_name),
            compared(day(told.born_on), known_day(one.birth)),
            called.office(one.office_code),
            one.died_on is not None,
        )
        for place, one in enumerate(matter.candidates, start=1)
    ]


def _nationality(matter: RegistrationMatter) -> list[Line]:
    """Of whoever was asked for it."""
    if not matter.answers.nationality:
        return []
    declared, ours = country(matter.answers.nationality), matter.ours
    on_file = country(ours.nationality) if ours and ours.nationality else ""
    return [Line(_("Nationality"), declared, compared(declared, on_file), None)]


def _ours(declared: str, ours: Particulars | None, name: str) -> Compared:
    return compared(declared, getattr(ours, name) if ours else "")


def compared(declared: str, other: str) -> Compared:
    if not other:
        return Compared((), Verdict.MISSING, "plain", _("Not on file"))
    words = tuple(_marked(declared, other))
    if other == declared:
        return Compared(words, Verdict.SAME, "good", _("Same"))
    if fold(other) == fold(declared):
        return Compared(words, Verdict.SPELLING, "warn", _("Written differently"))
    return Compared(words, Verdict.DIFFERS, "bad", _("Differs"))


def _marked(declared: str, other: str) -> list[Word]:
    before, after = declared.split(), other.split()
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        Word(" ".join(after[start:end]), differs=tag != "equal")
        for tag, _a, _b, start, end in found
        if end > start
    ]


def _numbers(ours: Particulars | None) -> tuple[str, ...]:
    return (ours.insurance_number, ours.national_id, ours.passport_number) if ours else ()


def _parsed(text: str) -> PartialDate | None:
    return parse_date(text) if text else None
