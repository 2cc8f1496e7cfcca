"""A case is about what the applicant answered, beside what we and the population register have."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.accounts.selectors.registrations import (
    RegistrationMatter,
    guardian_of_registration,
    registration_matter,
    registration_photo,
)
from vssid.apps.accounts.selectors.waiver_facts import CONDITIONS, waiver_facts
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.kinds.kind import Seen
from vssid.kit.clock import VIETNAM

__all__ = ["CONDITIONS", "about", "matter", "people", "photo", "seen"]


def matter(*, subject: str, now: datetime) -> RegistrationMatter:
    return registration_matter(int(subject), today=now.astimezone(VIETNAM).date())


def about(*, subject: str) -> DataGroup:
    return DataGroup.ACCOUNT


def seen(*, subject: str, now: datetime) -> Seen:
    facts = waiver_facts(int(subject), now=now)
    return Seen(facts.name, facts.holds)


def people(*, subject: str) -> tuple[int, ...]:
    guardian = guardian_of_registration(int(subject))
    return () if guardian is None else (guardian,)


def photo(*, subject: str, kind: str) -> bytes | None:
    return registration_photo(int(subject), Photo(kind)) if kind in set(Photo) else None
