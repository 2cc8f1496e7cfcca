"""What accounts ask of others: who works on a registration, and what the population register says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from vssid.domain.values.actor import Actor


class RegistrationDesk(Protocol):
    """Where registrations are worked on."""

    def answer_by(self, *, now: datetime) -> date:
        """The day by which one sent now is answered."""

    def take(
        self,
        *,
        registration_id: int,
        person_id: int | None,
        office: str,
        now: datetime,
        officer: str = "",
        channel: str = "",
    ) -> date:
        """Opens its case, or goes on with it after a correction; the day of the answer. ``officer``: who
        began it at the counter, and therefore never decides. ``channel``: how it came."""

    def belongs_to(self, *, person_id: int, employer: str, now: datetime) -> bool:
        """Whether the person was insured through this unit lately, as employee or pupil."""

    def decides(self, rule: str, *, now: datetime) -> bool:
        """Whether the rule of that code is of force."""

    def settle(self, *, registration_id: int, person_id: int, rule: str, now: datetime) -> str:
        """Opens its case and has the rule of that code decide it, in the caller's transaction; its number."""

    def withdraw(self, *, registration_id: int, now: datetime) -> None: ...

    def due_on(self, *, registration_id: int) -> date:
        """The day of the answer, as its case has it now."""

    def case_of(self, *, registration_id: int) -> str:
        """The number of its case, for an officer who looks for it."""

    def reason(self, code: str) -> Mapping[str, str]:
        """What the applicant reads for a coded reason, by language."""


class EidDesk(Protocol):
    """Where officers look at a national e-ID that fits nobody, or several."""

    def take(self, *, subject: str, person_id: int | None, province: str, now: datetime) -> None:
        """Opens its case. ``province``: of the birth, as the citizen number tells it."""


class ChildDesk(Protocol):
    """Where requests for a missing child are worked on."""

    def take(self, *, actor: Actor, request_id: int, person_id: int, now: datetime) -> tuple[str, date]:
        """Opens the case of ``person_id``, who asks: its number, and the day of the answer."""


class PhotoStore(Protocol):
    """Keeps the photos of registrations, unreadable to whoever has the disk alone."""

    def put(self, key: str, photo: bytes) -> None:
        """In place of one under the same key."""

    def get(self, key: str) -> bytes: ...

    def delete(self, key: str) -> None:
        """Also when there is none."""


class PopulationState(StrEnum):
    """SILENT: the register did not answer, or is not asked here."""

    FOUND = "found"
    UNKNOWN = "unknown"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class PopulationAnswer:
    """What the register has under a citizen number; empty where it says nothing. ``born_on``: ISO text."""

    state: PopulationState
    full_name: str = ""
    born_on: str = ""
    sex: str = ""


SILENCE = PopulationAnswer(PopulationState.SILENT)


class PopulationRegister(Protocol):
    def ask(self, national_id: str) -> PopulationAnswer:
        """Never raises: a register that is away is SILENT."""


@dataclass
class _Parts:
    desk: RegistrationDesk | None = None
    eid_desk: EidDesk | None = None
    child_desk: ChildDesk | None = None
    population: PopulationRegister | None = None
    photos: PhotoStore | None = None


_joined = _Parts()


def join_registration_desk(part: RegistrationDesk) -> None:
    """Called once at start by the project's wiring, as is :func:`join_population`."""
    _joined.desk = part


def join_eid_desk(part: EidDesk) -> None:
    _joined.eid_desk = part


def eid_desk() -> EidDesk:
    if _joined.eid_desk is None:
        raise RuntimeError("no desk takes identities that fit nobody")
    return _joined.eid_desk


def join_child_desk(part: ChildDesk) -> None:
    _joined.child_desk = part


def child_desk() -> ChildDesk:
    if _joined.child_desk is None:
        raise RuntimeError("no desk takes requests for a child")
    return _joined.child_desk


def join_photos(part: PhotoStore) -> None:
    _joined.photos = part


def photo_store() -> PhotoStore:
    if _joined.photos is None:
        raise RuntimeError("nothing keeps the photos of registrations")
    return _joined.photos


def join_population(part: PopulationRegister) -> None:
    _joined.population = part


def registration_desk() -> RegistrationDesk:
    if _joined.desk is None:
        raise RuntimeError("no desk takes registrations")
    return _joined.desk


def ask_population(national_id: str) -> PopulationAnswer:
    """SILENT for whoever has no citizen number, and where no register is connected."""
    if not national_id or _joined.population is None:
        return SILENCE
    return _joined.population.ask(national_id)
