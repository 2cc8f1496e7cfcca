"""An identity that fits nobody, or several, as the officer who works on it sees it."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.apps.accounts.national_eid import PROVIDER
from vssid.apps.accounts.unmatched_eids import Told, open_told, record_of
from vssid.apps.people.selectors.matching import match_citizen
from vssid.apps.people.selectors.particulars import Particulars, what_others_know
from vssid.domain.values.actor import Actor, ActorKind

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id=PROVIDER)
MOST = 3
"""More people under one number than an officer is shown."""


@dataclass(frozen=True, slots=True)
class EidMatter:
    """``candidates``: everybody on record with the number, in the order that the decision names them."""

    why: str
    told: Told
    candidates: tuple[Particulars, ...]


def eid_matter(subject: str) -> EidMatter:
    """For the officer whose look is checked and logged."""
    record = record_of(subject)
    people = tuple(what_others_know(person_id) for person_id in candidates_of(subject))
    return EidMatter(record.why, open_told(record), people)


def candidates_of(subject: str) -> tuple[int, ...]:
    told = open_told(record_of(subject))
    match = match_citizen(
        _LOOKING_UP, national_id=told.national_id, full_name=told.full_name, born_on=told.born_on
    )
    return match.holders[:MOST]
