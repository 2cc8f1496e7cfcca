"""Who acts: built once at the edge, read by every policy."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class ActorKind(StrEnum):
    ANONYMOUS = "anonymous"
    CITIZEN = "citizen"
    OFFICER = "officer"
    CLINIC = "clinic"
    EMPLOYER = "employer"
    SYSTEM = "system"


class Assurance(IntEnum):
    """How sure we are of who it is; ordered. NONE is a visitor, LOW a password on a known device."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Scope(StrEnum):
    """What a grant over another person's data covers."""

    CARD = "card"
    FACILITY = "facility"
    """Which facility the card names: it may tell where somebody lives."""
    PARTICIPATION = "participation"
    BENEFITS = "benefits"
    """What was received; not the account it is paid to."""
    RECORD = "record"
    """Everything: what parents and guardians have."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A right over one other person's data, to ``until`` inclusive (None: open).

    ``by``: the public id of the authorisation it comes from; empty for a right the law gives.
    """

    person_id: int
    scope: Scope
    until: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A frozen value; policies read nothing else.

    ``id``: for citizens the person key as text, for officers the staff pseudonym, for systems the
    name of the job. ``person_id``: the person the actor is, None for institutions and visitors.
    ``fresh_assurance``: what was proven within the last minutes alone.
    ``session``: an opaque key of the sign-in session, to log a person's own reads once a session.
    """

    kind: ActorKind
    id: str = ""
    person_id: int | None = None
    roles: frozenset[str] = frozenset()
    office: str = ""
    assurance: Assurance = Assurance.NONE
    fresh_assurance: Assurance = Assurance.NONE
    grants: tuple[Grant, ...] = field(default=())
    purpose: str = ""
    case: str = ""
    session: str = ""
    channel: str = ""


ANONYMOUS = Actor(kind=ActorKind.ANONYMOUS)
