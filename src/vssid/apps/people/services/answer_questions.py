"""Deals with what visitors asked: sends numbers to contacts on file, notes looks in the access log."""

from __future__ import annotations

import json
from datetime import date, datetime

from django.db import connection, transaction

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.models import OutsideQuestion, Person
from vssid.apps.people.selectors.matching import NOBODY, match_number, matches_by_birth
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.kit.sealing import unseal

VISITOR = Actor(kind=ActorKind.SYSTEM, id="public_lookup", channel="public")
"""The product itself, on behalf of a visitor nobody knows."""
_AT_ONCE = 100


def answer_questions(*, now: datetime) -> int:
    """The number of questions dealt with; each in a transaction of its own, so none is lost or told twice."""
    answered = 0
    for place in list(OutsideQuestion.objects.order_by("asked_at").values_list("id", flat=True)[:_AT_ONCE]):
        with transaction.atomic():
            rows = OutsideQuestion.objects.filter(id=place)
            skip = connection.features.has_select_for_update_skip_locked
            question = rows.select_for_update(skip_locked=skip).first()
            if question is None:
                continue
            _answer(question, now)
            question.delete()
            answered += 1
    return answered


def _answer(question: OutsideQuestion, now: datetime) -> None:
    typed = json.loads(
        unseal(question.typed_sealed, table="outside_question", pk=str(question.id), field="typed")
    )
    if question.kind == "card":
        if (person_id := int(typed["person_id"])) != NOBODY:
            _note(person_id, DataGroup.CARD, question.asked_at)
        return
    for person in _asked_for(typed):
        _note(person.person_id, DataGroup.PROFILE, question.asked_at)
        _send(person, question.asked_at, now)


def _asked_for(typed: dict[str, str]) -> tuple[Person, ...]:
    born_on = date.fromisoformat(typed["born_on"])
    if not typed["citizen_number"]:
        return matches_by_birth(
            VISITOR, province=typed["province"], full_name=typed["full_name"], born_on=born_on
        )
    found = match_number(
        VISITOR, number=typed["citizen_number"], full_name=typed["full_name"], born_on=born_on
    )
    if not found.full_name:
        return ()
    return tuple(Person.objects.filter(person_id=found.person_id, province_code=typed["province"]))


def _send(person: Person, asked_at: datetime, now: datetime) -> None:
    number = unseal(
        person.insurance_number_sealed, table="person", pk=person.person_id, field="insurance_number"
    )
    if not number:
        return
    notify(
        actor=VISITOR,
        person_id=person.person_id,
        code="lookup.number",
        values={"number": number, "at": asked_at},
        # once a day, however often somebody asks
        key=f"{asked_at.astimezone(VIETNAM):%Y-%m-%d}",
        now=now,
    )


def _note(person_id: int, group: DataGroup, at: datetime) -> None:
    record_access(
        actor=VISITOR,
        person_id=person_id,
        action=Action.READ,
        data_group=group,
        purpose=Purpose.SUPPORT,
        now=at,
    )
