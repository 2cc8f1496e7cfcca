"""Whether a sound line opens a registration: asked of the record, the register, the accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from vssid.apps.accounts.bulk.listing import Line
from vssid.apps.accounts.bulk.reasons import Why
from vssid.apps.accounts.models import BulkFile, ClosedAccount, Contact, Registration
from vssid.apps.accounts.ports import PopulationAnswer, ask_population, registration_desk
from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.registrations.handing_over import has_own_account
from vssid.apps.accounts.registrations.held import is_held
from vssid.apps.accounts.registrations.on_record import fits_record
from vssid.apps.accounts.registrations.population import speaks_against
from vssid.apps.accounts.registrations.states import WITH_OFFICE, State
from vssid.apps.accounts.sealed_contacts import contact_digest
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.particulars import Particulars, what_others_know
from vssid.kit.clock import VIETNAM

_UNDER_WAY = Q(state__in=WITH_OFFICE) | Q(state=State.APPROVED, guardian_id=None)
"""A guardian's waits for no code once it is approved."""


@dataclass(frozen=True, slots=True)
class Accepted:
    answers: Answers
    population: PopulationAnswer


@dataclass(frozen=True, slots=True)
class Refused:
    """``column``: the one to look at."""

    why: Why
    column: str = "insurance_number"


def shared_in(lines: Iterable[Line]) -> frozenset[str]:
    """The contacts that several lines name: one telephone for all would open all to its holder."""
    named = Counter(contact for line in lines for contact in (line.phone, line.email) if contact)
    return frozenset(contact for contact, times in named.items() if times > 1)


def judged(line: Line, row: BulkFile, *, shared: Collection[str], now: datetime) -> Accepted | Refused:
    """What is wrong first, in the order in which whoever made the list can mend it."""
    person_id, known = line.person_id, what_others_know(line.person_id)
    if known.died_on is not None:
        return Refused(Why.DECEASED)
    if not fits_record(known, full_name=line.full_name, born_on=line.birth_date):
        return Refused(Why.OTHER_RECORD, "full_name")
    if not registration_desk().belongs_to(person_id=person_id, employer=row.employer_code, now=now):
        return Refused(Why.NOT_OF_UNIT)
    today = now.astimezone(VIETNAM).date()
    if has_own_account(person_id, today=today):
        return Refused(Why.HAS_ACCOUNT)
    if ClosedAccount.objects.filter(person_id=person_id).exists():
        return Refused(Why.CLOSED)
    if Registration.objects.filter(_UNDER_WAY, person_id=person_id).exists():
        return Refused(Why.UNDER_WAY)
    if is_held(person_id, today=today):
        return Refused(Why.HELD)
    if taken := _taken(line, shared):
        return Refused(Why.SHARED_CONTACT, taken)
    answers, population = _answers(line, row, known), ask_population(known.national_id)
    if speaks_against(population, answers):
        return Refused(Why.OTHER_REGISTER, "full_name")
    return Accepted(answers, population)


def _taken(line: Line, shared: Collection[str]) -> str:
    for column, channel in (("phone", Channel.SMS), ("email", Channel.EMAIL)):
        contact = getattr(line, column)
        if contact and (contact in shared or _is_of_somebody(channel, contact)):
            return column
    return ""


def _is_of_somebody(channel: Channel, contact: str) -> bool:
    return Contact.objects.filter(digest=contact_digest(channel, contact), until=None).exists()


def _answers(line: Line, row: BulkFile, known: Particulars) -> Answers:
    return Answers(
        number=known.insurance_number or known.national_id,
        full_name=line.full_name,
        born_on=line.birth_date,
        province=known.province_code,
        ward=known.ward_code,
        street=known.address,
        phone=line.phone,
        email=line.email,
        office=row.office_code,
    )
