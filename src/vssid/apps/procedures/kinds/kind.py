"""A kind of case as its folder describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.audit.vocabulary import DataGroup, Purpose
from vssid.domain.casework.clock import Term
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor


class Notices(StrEnum):
    """Who tells the person: OWN by the kind's own outcome, the others by the messages that begin so."""

    COMPLAINT = "complaint"
    DATA_REQUEST = "data_request"
    OWN = "own"


class Reader(StrEnum):
    """Who reads a decision: the PERSON it is about; nobody outside, but the member of staff who was the
    ASKER; or the OFFICER whose work it is about. What two officers decide is read by persons alone."""

    PERSON = "person"
    ASKER = "asker"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Decided:
    """What an outcome is told. ``subject``: as the kind named it when the case was opened."""

    number: str
    subject: str
    person_id: int | None
    reason: str
    words: str


class OutcomeHook(Protocol):
    """What a decision does beyond the case: ``outcome.py`` of the kind. Called in the same transaction; a
    Problem it raises takes the decision back. Kinds that tell the person themselves, and ask questions, have
    two more. ``ask``: a question; ``reason`` is its code. ``resume``: it was not answered in time.
    ``take_photo``: of kinds that ask for one; nothing of the file may be kept but its pixels."""

    def approve(self, *, actor: Actor, decided: Decided, now: datetime) -> None: ...

    def refuse(self, *, actor: Actor, decided: Decided, now: datetime) -> None: ...

    def ask(self, *, actor: Actor, decided: Decided, now: datetime) -> None: ...

    def resume(self, *, decided: Decided, now: datetime) -> None: ...

    def take_photo(self, *, subject: str, photo: bytes, now: datetime) -> None: ...


class MatterHook(Protocol):
    """What a case of the kind is about, for whoever works on it: ``matter.py`` of the kind.

    Frozen values; the console draws them with ``staff/cases/matter/<kind>.html``. ``about`` is a part of the
    data, for notices; None when the title of the kind says it. A kind that shows people beside the one of its
    case has ``people(subject)``, their keys: the look is written into the log of each. One with photos has
    ``photo(subject, kind)``, a JPEG or None. One with waivers has ``CONDITIONS``, their codes.
    """

    def matter(self, *, subject: str, now: datetime) -> object: ...

    def about(self, *, subject: str) -> DataGroup | None: ...

    def seen(self, *, subject: str, now: datetime) -> Seen: ...


@dataclass(frozen=True, slots=True)
class Texts:
    """In one language. ``reasons``: the words the person reads, by code."""

    title: str
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Decides such cases at once, without an officer, where the installation switched it on. ``since``: the
    day it is of force; ``reason``: its own code, which no officer chooses."""

    code: str
    since: date
    reason: str

    @property
    def name(self) -> str:
        """As the history of a case keeps it."""
        return f"{self.code}.{self.since}"


@dataclass(frozen=True, slots=True)
class PhotoAnswer:
    """The ``questions`` that a photo answers. ``act``: what the person must have proved to send one."""

    questions: frozenset[str]
    act: Act


@dataclass(frozen=True, slots=True)
class Waiver:
    """What must hold of a case that came this way, for an officer to approve it among many, unopened.
    ``reason``: of the approval."""

    since: date
    conditions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands behind a waiver: whose case it is, and whether each condition the kind knows holds now."""

    name: str
    holds: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """``answer_days``: the working days the person gets to answer a question. ``role``: of staff who work it.
    ``purpose`` and ``data_group``: how the access log calls a look at such a case. ``questions``: codes of
    what the person may be asked. ``basis``: numbers of the acts it rests on, as they are cited.
    ``rules``: what may decide without an officer, by code. ``waived``: by the way a case came.
    ``second_unless``: conditions that must all hold for one officer to approve alone. ``words_stay``: the
    outcomes at which more words of the officer stay in the case file; else the reader gets them."""

    code: str
    term: Term
    answer_days: int
    four_eyes: bool
    role: str
    purpose: Purpose
    data_group: DataGroup
    notices: Notices
    reasons: Mapping[Outcome, tuple[str, ...]]
    questions: tuple[str, ...]
    basis: tuple[str, ...]
    texts: Mapping[str, Texts]
    outcome: OutcomeHook
    matter: MatterHook
    rules: Mapping[str, Rule]
    waived: Mapping[str, Waiver]
    second_unless: tuple[str, ...]
    read_by: Reader
    words_stay: frozenset[Outcome]
    photo: PhotoAnswer | None

    def takes_two(self, subject: str, outcome: Outcome, *, now: datetime) -> bool:
        """Whether a second officer confirms this outcome."""
        if self.four_eyes or outcome is not Outcome.APPROVED or not self.second_unless:
            return self.four_eyes
        holds = self.matter.seen(subject=subject, now=now).holds
        return not all(holds[code] for code in self.second_unless)

    def waivers(self, day: date) -> Mapping[str, Waiver]:
        """Those of force on ``day``, by the way a case came."""
        return {way: waiver for way, waiver in self.waived.items() if waiver.since <= day}

    def wants_photo(self, question: str) -> bool:
        return self.photo is not None and question in self.photo.questions

    def words(self, reason: str) -> dict[str, str]:
        """The words of ``reason`` by language; empty for no reason."""
        return {language: texts.reasons[reason] for language, texts in self.texts.items()} if reason else {}

    @property
    def cited(self) -> str:
        """``basis`` on one line, in which no number breaks at its hyphen."""
        return " · ".join(self.basis).replace("-", "\u2060-\u2060")

    @property
    def titles(self) -> dict[str, str]:
        return {language: texts.title for language, texts in self.texts.items()}
