"""Registrations that ask no officer's own look: by VNeID, by a parent, and many at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from pytest_django import Settings
from tests.cast.identities import Member

from vssid.apps.accounts.errors import EidUnmatched, EidWithoutAccount, LastWayIn
from vssid.apps.accounts.models import Account, AdoptionEvent, Registration
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import Unanswered
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.services.link_eid import account_of_eid
from vssid.apps.accounts.services.open_by_eid import begin_by_eid
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.accounts.services.submit_registration import submit_registration
from vssid.apps.accounts.services.unlink_eid import unlink_eid
from vssid.apps.accounts.tests.test_eid import eid_of, fresh
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, PersonKey
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.tests.test_registration import (  # noqa: F401
    NETWORK,
    PHONE,
    Post,
    own,
    post,
    proven,
)
from vssid.domain.casework.states import State as CaseState
from vssid.domain.values.problem import Problem
from vssid.kit.sealing import lookup_digest

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
    assert steps == [("submit", "person", ""), ("settle", "rule", "vneid.2026-11-28")]
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


def test_whatever_is_not_sure_opens_nothing(lan: Member, now: datetime, settings: Settings) -> None:
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
        (lambda: Person.objects.update(died_on=date(2026, 1, 1)), {}, {}, EidUnmatched),
    ]
    for place, (before, switches, told, problem) in enumerate(faults):
        for name, value in {"EID_OPENS_ACCOUNTS": True, **switches}.items():
            setattr(settings, name, value)
        if callable(before):
            before()
        with pytest.raises(problem):
            account_of_eid(eid=replace(eid, subject=f"sub-{place}", **told), now=now)  # type: ignore[arg-type]
        settings.VNEID = SimpleNamespace(acrs=("level-2",))
    assert not Account.objects.filter(person_id=lan.person_id).exists()
    assert not Registration.objects.exists()
    assert not Case.objects.filter(kind="account_registration").exists()


def test_where_officers_decide_vneid_fills_in_the_form(
    lan: Member,
    post: Post,  # noqa: F811
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
