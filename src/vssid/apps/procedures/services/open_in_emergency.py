"""An officer without the right opens a record because it cannot wait.

Whoever it is about sees it at once, and a supervisor reviews it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.apps.accounts.selectors.staff_names import office_of, role_and_office
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import DataGroup, Purpose
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.errors import NobodyOnRecord
from vssid.apps.people.selectors.kinship import kin_to
from vssid.apps.people.selectors.numbers import find_person
from vssid.apps.people.selectors.particulars import Particulars, particulars
from vssid.apps.procedures.emergencies import (
    KIND,
    LASTS,
    LEAST_WORDS,
    MOST_WORDS,
    look_id,
    seal_words,
    seeing,
)
from vssid.apps.procedures.errors import (
    AnswerTooLong,
    EmergencyOver,
    EmergencyUnexplained,
    FamilyRecord,
    OwnRecord,
    TooManyEmergencies,
)
from vssid.apps.procedures.models import EmergencyLook
from vssid.apps.procedures.services.open_case import open_case
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.clock import VIETNAM
from vssid.kit.public_ids import find_by_public_id

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="emergency")
_A_DAY_OF_AN_OFFICER = 5
_SHOWN = (DataGroup.PROFILE, DataGroup.CARD)


@dataclass(frozen=True, slots=True)
class EmergencySheet:
    person: Particulars
    card: CardFacts | None
    until: datetime


def open_in_emergency(*, actor: Actor, number: str, words: str, now: datetime) -> str:
    """The public id of the look, which is open for some minutes. ``words``: why it cannot wait.

    Not inside a transaction: tries count. Raises NotAllowed, EmergencyUnexplained, AnswerTooLong,
    TooManyEmergencies, NobodyOnRecord, OwnRecord, FamilyRecord, or what is wrong with the number.
    """
    if not may_open_in_emergency(actor) or actor.person_id is None:
        raise NotAllowed
    words = words.strip()
    if len(words) < LEAST_WORDS:
        raise EmergencyUnexplained(field="words", least=LEAST_WORDS)
    if len(words) > MOST_WORDS:
        raise AnswerTooLong(field="words", limit=MOST_WORDS, written=len(words))
    verdict = try_hit(
        kind="emergency",
        subject=actor.id,
        limit=_A_DAY_OF_AN_OFFICER,
        window=timedelta(days=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyEmergencies, now=now)
    person_id = find_person(_LOOKING_UP, number)
    if person_id is None:
        raise NobodyOnRecord(field="number")
    match kin_to(actor, person_id):
        case Kin.SELF:
            raise OwnRecord
        case Kin.FAMILY:
            raise FamilyRecord
    return look_id(_opened(actor, actor.person_id, person_id, words, now))


@transaction.atomic
def _opened(actor: Actor, officer: int, person_id: int, words: str, now: datetime) -> EmergencyLook:
    look = EmergencyLook.objects.create(
        person_id=person_id,
        officer_person_id=officer,
        opened_at=now,
        expires_at=now + LASTS,
        officer=actor.id,
        office_code=actor.office,
    )
    look.words_sealed = seal_words(look, words)
    look.save(update_fields=["words_sealed"])
    open_case(
        actor=actor,
        kind=KIND,
        subject=str(look.pk),
        person_id=person_id,
        office=actor.office,
        own_work_of=actor.id,
        now=now,
    )
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.emergency_look",
        values={"office": office_of(actor), "at": now},
        key=f"emergency {look.pk}",
        now=now,
    )
    return look


@transaction.atomic
def look_in_emergency(*, actor: Actor, look: str, now: datetime) -> EmergencySheet:
    """Each look is a row in the log of the person. Raises NotFound, EmergencyOver."""
    if not may_open_in_emergency(actor):
        raise NotAllowed
    found = find_by_public_id(look, EmergencyLook.objects.filter(officer=actor.id), look_id)
    if found is None:
        raise NotFound
    if now >= found.expires_at:
        raise EmergencyOver
    for group in _SHOWN:
        record_access(
            actor=actor,
            person_id=found.person_id,
            action="read",
            data_group=group,
            purpose=Purpose.EMERGENCY,
            actor_name=role_and_office(actor),
            now=now,
        )
    reader, today = seeing(actor, found), now.astimezone(VIETNAM).date()
    return EmergencySheet(
        person=particulars(reader, found.person_id, today=today),
        card=current_card(reader, found.person_id, today=today),
        until=found.expires_at,
    )


def may_open_in_emergency(actor: Actor) -> bool:
    return actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.OPEN_IN_EMERGENCY))
