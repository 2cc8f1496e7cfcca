"""Registrations that ask no officer's own look: by VNeID, by a parent, and many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import NoneType, SimpleNamespace

import pytest
from pytest_django import Settings
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.accounts.errors import EidUnmatched, EidWithoutAccount, LastWayIn
from vssid.apps.accounts.models import Account, AdoptionEvent, Registration
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import Unanswered
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.services.ask_child_account import ask_child_account
from vssid.apps.accounts.services.link_eid import account_of_eid
from vssid.apps.accounts.services.open_by_eid import begin_by_eid
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.accounts.services.submit_registration import submit_registration
from vssid.apps.accounts.services.unlink_eid import unlink_eid
from vssid.apps.accounts.tests.test_eid import eid_of, fresh
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, PersonKey
from vssid.apps.people.selectors.household import household_of
from vssid.apps.procedures.errors import (
    CaseMoved,
    FamilyCase,
    HeldByAnother,
    NoneChosen,
    NotWaived,
    OwnCase,
    TooManyChosen,
)
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.waived import waived_rows
from vssid.apps.procedures.services.approve_waived import approve_waived, look_at_waived
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.tests.officers import colleague, officer
from vssid.apps.procedures.tests.test_registration import NETWORK, PHONE, Post, own, post, proven
from vssid.domain.casework.states import State as CaseState
from vssid.domain.values.actor import Assurance
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit.sealing import lookup_digest, seal

__all__ = ["post"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def level_2(settings: Settings) -> None:
    settings.EID_OPENS_ACCOUNTS, settings.VNEID = True, SimpleNamespace(acrs=("level-2",))


def test_vneid_opens_an_account_and_says_by_which_rule(lan: Member, now: datetime) -> None:
    entered = account_of_eid(eid=eid_of(lan, now), language="ko", now=now)
    account = Account.objects.get(pk=entered.account_id)
    assert (entered.opened, account.person_id, account.language) == (True, lan.person_id, "ko")
    assert not account.has_usable_password()
    case = Case.objects.get()
    assert (case.state, case.outcome, case.reason) == (CaseState.DECIDED, "approved", "eid_level_2")
    steps = list(case.events.order_by("version").values_list("act", "party", "actor_ref"))
    assert steps == [("submit", "person", ""), ("settle", "rule", "vneid.2026-11-01")]
    row = Registration.objects.get()
    assert (row.state, row.channel, row.person_id) == (State.ACTIVE, "vneid", lan.person_id)
    logged = AccessEvent.objects.get(person_id=lan.person_id, action="issue")
    assert (logged.data_group, logged.case) == ("account", case_number(case))
    told = Notice.objects.filter(person_id=lan.person_id).values_list("code", flat=True)
    assert sorted(told) == ["auth.account_opened", "auth.eid_linked"]
    counted = AdoptionEvent.objects.order_by("pk").values_list("event", "channel")
    assert [*counted] == [
        ("registered", "vneid"),
        ("approved", "vneid"),
        ("activated", "vneid"),
        ("eid_linked", "web"),
    ]
    assert not account_of_eid(eid=eid_of(lan, now), now=now).opened
    assert Case.objects.count() == 1
    with pytest.raises(LastWayIn):
        unlink_eid(actor=fresh(lan), now=now)


def test_whatever_is_not_sure_opens_nothing(
    lan: Member, minh: Member, now: datetime, settings: Settings
) -> None:
    eid = eid_of(lan, now)
    off: dict[str, object] = {"EID_OPENS_ACCOUNTS": False}
    lower: dict[str, object] = {"VNEID": SimpleNamespace(acrs=("level-3",))}
    Person.objects.create(
        person_id=9001, batch=1, full_name=lan.name, born_on=lan.born_on, born_precision="day"
    )
    twice = PersonKey(
        digest=lookup_digest("insurance", lan.national_id), kind="insurance", person_id=9001, batch=1
    )
    faults: list[tuple[object, dict[str, object], dict[str, object], type[Problem]]] = [
        (None, off, {}, EidWithoutAccount),
        (None, lower, {}, EidWithoutAccount),
        (None, {"VNEID": None}, {}, EidWithoutAccount),
        (None, {}, {"full_name": "Trần Thị Lân Anh"}, EidUnmatched),
        (None, {}, {"born_on": date(1994, 3, 15)}, EidUnmatched),
        (twice.save, {}, {}, EidUnmatched),
        (
            lambda: Person.objects.filter(full_name=lan.name).update(died_on=date(2026, 1, 1)),
            {},
            {},
            EidUnmatched,
        ),
    ]
    for place, (before, switches, told, problem) in enumerate(faults):
        for name, value in {"EID_OPENS_ACCOUNTS": True, **switches}.items():
            setattr(settings, name, value)
        if callable(before):
            before()
        with pytest.raises(problem):
            account_of_eid(eid=replace(eid, subject=f"sub-{place}", **told), now=now)  # type: ignore[arg-type]
        settings.VNEID = SimpleNamespace(acrs=("level-2",))
    with pytest.raises(EidWithoutAccount):  # the rule is not of force yet
        account_of_eid(eid=eid_of(minh, now), now=datetime(2026, 10, 31, 23, tzinfo=now.tzinfo))
    assert not Account.objects.filter(person_id=lan.person_id).exists()
    assert not Registration.objects.exists()
    assert not Case.objects.filter(kind="account_registration").exists()


def test_where_officers_decide_vneid_fills_in_the_form(
    lan: Member,
    post: Post,
    now: datetime,
    settings: Settings,
) -> None:
    """And asks for no photos as long as what it vouched for stands, whatever the register has."""
    settings.EID_OPENS_ACCOUNTS = False
    Person.objects.filter(person_id=lan.person_id).update(full_name="Trần Lan")
    rest = {"province": "001", "ward": "00004", "street": "Số 5", "phone": PHONE, "office": "00101"}
    tokens = []
    for changed in ({}, {"full_name": "Trần Thị Lân"}):
        token = begin_by_eid(eid=eid_of(lan, now), network=NETWORK, language="vi", now=now)
        assert own(token).answers.number == lan.national_id
        assert own(token).next_question is Question.PROVINCE
        save_answers(token=token, question=Question.PROVINCE, changes={**rest, **changed}, now=now)
        tokens.append(proven(token, post, now))
    submit_registration(token=tokens[0], language="vi", now=now)
    assert own(tokens[0]).state is State.SUBMITTED
    with pytest.raises(Unanswered) as asked:
        submit_registration(token=tokens[1], language="vi", now=now)
    assert asked.value.field == Question.PHOTOS
    settings.VNEID = SimpleNamespace(acrs=("level-3",))
    with pytest.raises(EidWithoutAccount):
        begin_by_eid(eid=eid_of(lan, now), network=NETWORK, language="vi", now=now)


def by_vneid(member: Member, post: Post, now: datetime, settings: Settings) -> str:
    """Sent by ``member`` with VNeID where officers decide; the number of the case."""
    settings.EID_OPENS_ACCOUNTS = False
    token = begin_by_eid(eid=eid_of(member, now), network=NETWORK, language="vi", now=now)
    rest = {"province": "001", "ward": "00004", "street": "Số 5", "phone": PHONE, "office": "00101"}
    save_answers(token=token, question=Question.PROVINCE, changes=rest, now=now)
    submit_registration(token=proven(token, post, now), language="vi", now=now)
    return case_number(Case.objects.latest("pk"))


def by_parent(parent: Member, child: Member, now: datetime) -> str:
    actor = citizen(
        parent,
        assurance=Assurance.HIGH,
        fresh_assurance=Assurance.HIGH,
        grants=household_of(parent.person_id, today=now.date()).grants,
    )
    ask_child_account(actor=actor, child=child.person_id, actor_name=parent.name, language="vi", now=now)
    return case_number(Case.objects.latest("pk"))


def test_many_at_once_each_on_its_own(
    lan: Member,
    minh: Member,
    hoa: Member,
    binh: Member,
    tuan: Member,
    mai: Member,
    post: Post,
    now: datetime,
    settings: Settings,
) -> None:
    """Hoa's birth differs in the register; a colleague has Minh's case; what Grace typed came another way."""
    of = {one.key: by_vneid(one, post, now, settings) for one in (lan, minh, hoa)}
    of["binh"] = by_parent(lan, binh, now)
    Case.objects.filter(person_id=binh.person_id).update(office_code="00101")
    at_desk = officer(tuan, office="00101")
    assert {row.number for row in waived_rows(at_desk, now=now)} == set(of.values())
    looked = {one.number: one for one in look_at_waived(actor=at_desk, numbers=of.values(), now=now)}
    assert [looked[of[key]].problem is None for key in ("lan", "minh", "hoa", "binh")] == [
        True,
        True,
        False,
        True,
    ]
    assert looked[of["lan"]].name == lan.name
    assert [code for code, holds in looked[of["hoa"]].holds.items() if not holds] == ["register_agrees"]
    chosen = [(number, looked[number].version) for number in of.values()]

    for actor, problems in (
        (
            officer(mai, office="07901"),
            {"lan": NotFound, "minh": NotFound, "hoa": NotFound, "binh": NotFound},
        ),
        (officer(hoa, office="00101"), {"lan": FamilyCase, "hoa": OwnCase, "binh": FamilyCase}),
    ):
        refused = [(number, seen) for number, seen in chosen if number != of["minh"]]
        settled = {one.number: one for one in approve_waived(actor=actor, chosen=refused, now=now)}
        for key in ("lan", "hoa", "binh"):
            assert type(settled[of[key]].problem) is problems[key]
            assert not settled[of[key]].name
    assert not Account.objects.exclude(person_id__in=(tuan.person_id, hoa.person_id, mai.person_id)).exists()

    claim_case(actor=colleague(1), number=of["minh"], now=now)
    settled = {one.number: one for one in approve_waived(actor=at_desk, chosen=chosen, now=now)}
    ended = {key: type(settled[number].problem) for key, number in of.items()}
    assert ended == {"lan": NoneType, "minh": HeldByAnother, "hoa": NotWaived, "binh": NoneType}
    states = dict(Case.objects.values_list("person_id", "state"))
    assert states == {
        lan.person_id: "decided",
        minh.person_id: "claimed",
        hoa.person_id: "submitted",
        binh.person_id: "decided",
    }
    log = AccessEvent.objects.filter(case=of["lan"], person_id=lan.person_id, actor_kind="officer")
    assert sorted(log.values_list("action", flat=True)) == ["change", "read"]
    again = approve_waived(actor=at_desk, chosen=[(of["lan"], 1)], now=now)
    assert type(again[0].problem) is CaseMoved
    assert Account.objects.filter(person_id__in=(lan.person_id, binh.person_id)).count() == 2

    for wrong, problem in (([], NoneChosen), ([f"001-2026-{one:06d}" for one in range(101)], TooManyChosen)):
        with pytest.raises(problem):
            look_at_waived(actor=at_desk, numbers=wrong, now=now)
        with pytest.raises(problem):
            approve_waived(actor=at_desk, chosen=[(one, 1) for one in wrong], now=now)


def test_what_was_true_is_asked_again(
    lan: Member, tuan: Member, post: Post, now: datetime, settings: Settings
) -> None:
    """Between the look and the approval; and a registration that came by itself is never among them."""
    number = by_vneid(lan, post, now, settings)
    at_desk = officer(tuan, office="00101")
    row = Registration.objects.get()
    Case.objects.update(channel="employer")
    for phone, sure in ((lan.phone, True), ("", True), ("+84912000999", False)):
        sealed = seal(phone, table="person", pk=lan.person_id, field="phone")
        Person.objects.filter(person_id=lan.person_id).update(phone_sealed=sealed)
        (looked,) = look_at_waived(actor=at_desk, numbers=[number], now=now)
        assert looked.holds["contact_agrees"] is (looked.problem is None) is sure
        now += timedelta(seconds=1)
    Case.objects.update(channel="vneid")
    changes: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (lambda: Person.objects.update(died_on=now.date()), lambda: Person.objects.update(died_on=None)),
        (
            lambda: Registration.objects.filter(pk=row.pk).update(phone_proven_at=None),
            lambda: Registration.objects.filter(pk=row.pk).update(phone_proven_at=now),
        ),
        (
            lambda: Registration.objects.filter(pk=row.pk).update(vouched_digest=""),
            lambda: Registration.objects.filter(pk=row.pk).update(vouched_digest=row.vouched_digest),
        ),
        (lambda: Case.objects.update(channel="web"), lambda: Case.objects.update(channel="vneid")),
    ]
    for place, (change, back) in enumerate(changes):
        change()
        (settled,) = approve_waived(actor=at_desk, chosen=[(number, 1)], now=now + timedelta(seconds=place))
        assert type(settled.problem) is NotWaived
        back()
    other = by_vneid(lan, post, now, settings)
    assert {type(one.problem) for one in look_at_waived(actor=at_desk, numbers=[number, other], now=now)} == {
        NotWaived
    }
    assert set(Case.objects.values_list("state", flat=True)) == {"submitted"}
