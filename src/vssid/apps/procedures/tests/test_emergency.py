"""A record opened in an emergency: a reason, some minutes, the person told, and a review by another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.apps.people.errors import NobodyOnRecord
from vssid.apps.procedures.errors import (
    EmergencyOver,
    EmergencyUnexplained,
    FamilyRecord,
    OwnRecord,
    SecondOfficerNeeded,
    TooManyEmergencies,
)
from vssid.apps.procedures.models import Case, EmergencyLook
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.services.open_in_emergency import look_in_emergency, open_in_emergency
from vssid.apps.procedures.tests.officers import colleague, officer
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound

WHY = "Ngất tại quầy, cần gọi người nhà ngay."


def opened(actor: Actor, member: Member, now: datetime, words: str = WHY) -> str:
    return open_in_emergency(actor=actor, number=member.insurance_number, words=words, now=now)


def test_the_look_its_end_and_its_review(lan: Member, tuan: Member, now: datetime) -> None:
    actor, chief = officer(tuan), colleague(2, roles=frozenset({"supervisor"}))
    look = opened(actor, lan, now)
    sheet = look_in_emergency(actor=actor, look=look, now=now)
    assert (sheet.person.phone, sheet.card is not None) == (lan.phone, True)
    rows = AccessEvent.objects.filter(person_id=lan.person_id, actor_kind="officer")
    assert sorted(rows.values_list("data_group", "purpose")) == [
        ("card", "emergency"),
        ("profile", "emergency"),
    ]
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.emergency_look").count() == 1
    assert WHY not in EmergencyLook.objects.get().words_sealed
    with pytest.raises(NotFound):
        look_in_emergency(actor=chief, look=look, now=now)
    with pytest.raises(EmergencyOver):
        look_in_emergency(actor=actor, look=look, now=now + timedelta(minutes=15))
    number = case_number(Case.objects.get())
    with pytest.raises(NotFound):
        claim_case(actor=colleague(1), number=number, now=now)
    assert look_at_case(actor=chief, number=number, now=now).matter.words == WHY  # type: ignore[attr-defined]
    claim_case(actor=chief, number=number, now=now)
    decide_case(
        actor=chief, number=number, seen=2, outcome=Outcome.REFUSED, reason="could_wait", words="", now=now
    )
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.emergency_reviewed").count() == 1


def test_a_supervisor_does_not_review_their_own_look(lan: Member, now: datetime) -> None:
    chief, deputy = (colleague(number, roles=frozenset({"supervisor"})) for number in (2, 3))
    opened(chief, lan, now)
    number = case_number(Case.objects.get())
    with pytest.raises(SecondOfficerNeeded):
        claim_case(actor=chief, number=number, now=now)
    claim_case(actor=deputy, number=number, now=now)


def test_what_opens_nothing(lan: Member, hoa: Member, tuan: Member, mai: Member, now: datetime) -> None:
    actor = officer(tuan)
    for someone, member, words, problem in (
        (actor, lan, "", EmergencyUnexplained),
        (actor, lan, "  khẩn cấp  ", EmergencyUnexplained),
        (actor, tuan, WHY, OwnRecord),
        (actor, replace(lan, insurance_number="0100000009"), WHY, NobodyOnRecord),
        (replace(actor, person_id=hoa.person_id, id="hoa"), lan, WHY, FamilyRecord),
        (replace(actor, roles=frozenset({"editor"})), lan, WHY, NotAllowed),
        (citizen(mai), lan, WHY, NotAllowed),
    ):
        with pytest.raises(problem):
            opened(someone, member, now, words)
    assert not EmergencyLook.objects.exists()
    for _ in range(4):
        opened(colleague(1), lan, now)
    opened(colleague(1), lan, now)
    with pytest.raises(TooManyEmergencies):
        opened(colleague(1), lan, now)
