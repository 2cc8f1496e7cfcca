"""The copy a person may have: everything of theirs, nothing of others, nothing that opens a door."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.models import KnownDevice
from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.models import Notice
from vssid.apps.notifications.services.notify import notify
from vssid.apps.participation.models import Spell
from vssid.apps.privacy.errors import TooManyCopies
from vssid.apps.privacy.holdings import holdings, left_out, tables
from vssid.apps.privacy.selectors.held import held_by_group
from vssid.apps.privacy.services.hand_out_record import COPIES_A_DAY, hand_out_record
from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.open_in_emergency import open_in_emergency
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.apps.procedures.tests.officers import officer, reported_case
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.kit.keyring import ring

pytestmark = pytest.mark.django_db
_OWNERS = {"person_id", "account_id", "user_id", "giver_id", "asker_id", "case_id", "registration_id"}
_OF_NO_PERSON = {"registration_code", "socialaccount_socialtoken"}
"""Rows that end with the application, and tokens that are never kept."""


def sure(member: Member) -> Actor:
    account_of(member)
    return replace(citizen(member), assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)


def copy_of(member: Member, now: datetime) -> dict[str, Any]:
    groups: dict[str, Any] = json.loads(hand_out_record(actor=sure(member), now=now))["groups"]
    return groups


def test_every_table_of_a_person_is_told_or_left_out_with_a_reason() -> None:
    told = {holding.table for holding in holdings()}
    personal = {
        model._meta.db_table
        for model in apps.get_models()
        if _OWNERS & {field.attname for field in model._meta.local_fields}
    }
    assert personal - told - set(left_out()) == _OF_NO_PERSON & personal
    assert not told & set(left_out())
    assert set(left_out()) <= set(tables())


def test_hidden_columns_exist() -> None:
    for holding in holdings():
        columns = {field.attname for field in holding.model._meta.local_concrete_fields}
        assert holding.hidden <= columns, holding.table
        # a column of another table is found by its path
        assert holding.model._base_manager.filter(**{holding.column: 0}).query.sql_with_params()


def test_the_copy_holds_what_the_record_holds(lan: Member, now: datetime) -> None:
    notify(
        actor=Actor(kind=ActorKind.SYSTEM, id="test"),
        person_id=lan.person_id,
        code="auth.new_device",
        values={"device": "Firefox", "at": now},
        key="k",
        now=now,
    )
    groups = copy_of(lan, now)
    [person] = groups["identity"]["person"]["rows"]
    assert (person["full_name"], person["insurance_number"]) == (lan.name, lan.insurance_number)
    assert person["phone"] == lan.phone
    spells = groups["participation"]["spell"]["rows"]
    assert len(spells) == Spell.objects.filter(person_id=lan.person_id).count()
    assert max(spell["to_month"] for spell in spells) == "2026-09"
    assert {visit["diagnosis"] != "" for visit in groups["visits"]["visit"]["rows"]} == {True}
    assert any("Firefox" in notice["values"] for notice in groups["notices"]["notice"]["rows"])
    assert '"unreadable"' not in json.dumps(groups)
    assert groups["participation"]["spell"]["about"].startswith("Equal consecutive months")


def test_the_copy_opens_no_door_and_names_nobody_else(lan: Member, minh: Member, now: datetime) -> None:
    account = account_of(lan)
    account.set_password("hoa-chanh-2017")
    account.save()
    KnownDevice.objects.create(account=account, token_digest="t" * 43, first_seen=now, last_seen=now)
    text = json.dumps(copy_of(lan, now), ensure_ascii=False)
    assert "Firefox" not in text
    for secret in (account.password, account.username, "t" * 43, "v1|", minh.name, minh.insurance_number):
        assert secret not in text
    assert ring().current not in text


def test_a_look_kept_back_is_not_told_yet(lan: Member, now: datetime) -> None:
    officer = Actor(kind=ActorKind.OFFICER, id="o-1", roles=frozenset({"officer"}), office="00101")
    record_access(
        actor=officer,
        person_id=lan.person_id,
        action="read",
        data_group="visits",
        purpose="inspection",
        visible_from=now + timedelta(days=30),
        delay_ground="inspection",
        now=now,
    )
    purposes = {row["purpose"] for row in copy_of(lan, now)["log"]["access_event"]["rows"]}
    assert purposes == {"own"}
    later = copy_of(lan, now + timedelta(days=31))["log"]["access_event"]["rows"]
    assert {row["purpose"] for row in later} == {"own", "inspection"}
    assert "o-1" not in json.dumps(later)


def test_it_is_told_and_logged(lan: Member, now: datetime) -> None:
    hand_out_record(actor=sure(lan), now=now)
    event = AccessEvent.objects.get(person_id=lan.person_id, data_group="everything")
    assert (event.action, event.purpose) == ("issue", "own")
    assert Notice.objects.filter(person_id=lan.person_id, code="paper.issued").count() == 1


def test_three_a_day(lan: Member, now: datetime) -> None:
    for minute in range(COPIES_A_DAY):
        hand_out_record(actor=sure(lan), now=now + timedelta(minutes=minute))
    with pytest.raises(TooManyCopies):
        hand_out_record(actor=sure(lan), now=now + timedelta(minutes=5))
    assert (
        AccessEvent.objects.filter(person_id=lan.person_id, data_group="everything").count() == COPIES_A_DAY
    )


@pytest.mark.parametrize("fresh", [Assurance.NONE, Assurance.LOW, Assurance.MEDIUM])
def test_a_borrowed_telephone_takes_nothing(lan: Member, now: datetime, fresh: Assurance) -> None:
    actor = replace(citizen(lan), assurance=Assurance.HIGH, fresh_assurance=fresh)
    with pytest.raises(StepUpNeeded):
        hand_out_record(actor=actor, now=now)
    assert not Notice.objects.filter(person_id=lan.person_id).exists()


def test_what_was_written_is_in_the_copy(lan: Member, tuan: Member, now: datetime) -> None:
    """Requests and reports, and the answer; not what an officer wrote on an emergency, nor who it was."""
    kind = DataRequest.QUESTION
    number = request_about_data(actor=citizen(lan), kind=kind, words="Ai đã xem tháng 9?", now=now)
    reported_case(lan, now, words="Lương tháng 9 sai.")
    actor = officer(tuan)
    claim_case(actor=actor, number=number, now=now)
    reason = kind_of(kind).reasons[Outcome.APPROVED][0]
    decide_case(
        actor=actor,
        number=number,
        seen=2,
        outcome=Outcome.APPROVED,
        reason=reason,
        words="Chưa ai xem.",
        now=now,
    )
    why = "Người bệnh bất tỉnh ở phòng cấp cứu."
    open_in_emergency(actor=actor, number=lan.insurance_number, words=why, now=now)
    cases = copy_of(lan, now)["cases"]
    steps = {(step["act"], step["words"]) for step in cases["procedure_case_event"]["rows"]}
    assert steps == {("submit", "Ai đã xem tháng 9?"), ("decide", "Chưa ai xem."), ("submit", "")}
    assert [report["words"] for report in cases["report"]["rows"]] == ["Lương tháng 9 sai."]
    text = json.dumps(cases, ensure_ascii=False)
    assert why not in text
    assert actor.id not in text


def test_counts_are_those_of_the_copy(lan: Member, now: datetime) -> None:
    counts = {held.group: held.rows for held in held_by_group(sure(lan), now=now)}
    groups = copy_of(lan, now)
    assert counts["visits"] == sum(len(table["rows"]) for table in groups["visits"].values())
    assert counts["cases"] == sum(len(table["rows"]) for table in groups["cases"].values())
    assert counts["participation"] == len(groups["participation"]["spell"]["rows"])
