"""The account of a child: asked for by who answers for it, opened by an officer, held until of age."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.models import Account, AdoptionEvent, Registration
from vssid.apps.accounts.registrations import errors
from vssid.apps.accounts.registrations.held import is_held
from vssid.apps.accounts.resets import Decision, Door
from vssid.apps.accounts.services.answer_reset import ResetRequest, decide_reset
from vssid.apps.accounts.services.ask_child_account import ask_child_account
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import AddressedMessage, Notice
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.models import Relation
from vssid.apps.people.selectors.household import household_of
from vssid.apps.procedures.errors import FamilyCase
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.tests.officers import officer
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor, Assurance
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock

pytestmark = pytest.mark.django_db
FAMILY = "/me/family/"
Browser = Callable[..., Client]


def proven(member: Member, now: datetime) -> Actor:
    today = now.date()
    return citizen(
        member,
        assurance=Assurance.HIGH,
        fresh_assurance=Assurance.HIGH,
        grants=household_of(member.person_id, today=today).grants,
    )


def ask(parent: Member, child: Member, now: datetime, **values: object) -> str:
    actor = replace(proven(parent, now), **values)  # type: ignore[arg-type]
    return ask_child_account(
        actor=actor, child=child.person_id, actor_name=parent.name, language="vi", now=now
    )


def decide(tuan: Member, now: datetime, outcome: Outcome, reason: str) -> None:
    case = Case.objects.latest("pk")
    if not case.holder:
        claim_case(actor=officer(tuan), number=case_number(case), now=now)
        case.refresh_from_db()
    decide_case(
        actor=officer(tuan),
        number=case_number(case),
        seen=case.version,
        outcome=outcome,
        reason=reason,
        words="",
        now=now,
    )


def test_from_the_family_page_to_the_open_account(
    lan: Member, binh: Member, mai: Member, tuan: Member, signed_in: Browser, now: datetime
) -> None:
    with clock.pinned(now):
        browser, stranger = signed_in(lan), signed_in(mai)
        page = next(
            part.split('"')[0]
            for part in browser.get(FAMILY).text.split('href="')
            if part.startswith(f"{FAMILY}child/")
        )
        assert browser.get(page)["Location"].startswith("/accounts/reauthenticate/")
        for one in (browser, stranger):
            shows(one, account_of(lan if one is browser else mai), "vneid")
        assert (
            stranger.get(page).status_code
            == stranger.post(f"{FAMILY}withdraw/", {"child": page.split("/")[-2]}).status_code
            == 404
        )
        assert binh.name in browser.get(page).text
        assert "Tick the declaration" in browser.post(page).text
        assert not Registration.objects.exists()
        assert browser.post(page, {"commitment": "on"})["Location"] == FAMILY
        assert "account asked for" in browser.get(FAMILY).text
        assert browser.post(page, {"commitment": "on"}).status_code == 409
        assert browser.post(f"{FAMILY}withdraw/", {"child": page.split("/")[-2]})["Location"] == FAMILY
        assert Case.objects.get().state == "withdrawn"
        assert browser.post(f"{FAMILY}withdraw/", {"child": page.split("/")[-2]}).status_code == 404
        browser.post(page, {"commitment": "on"})
        decide(tuan, now + timedelta(minutes=1), Outcome.APPROVED, "data_agree")
        assert "has an account" in browser.get(FAMILY).text
        assert "open since" in browser.get(page).text
        assert browser.post(page, {"commitment": "on"}).status_code == 409
    account = Account.objects.get(person_id=binh.person_id)
    assert not account.has_usable_password()
    assert not AddressedMessage.objects.exists(), "no code goes anywhere"
    logged = AccessEvent.objects.filter(person_id=binh.person_id, purpose="guardian", action="change")
    assert set(logged.values_list("actor_name", "data_group")) == {(lan.name, "account")}
    told = Notice.objects.filter(code="auth.child_account", person_id=lan.person_id)
    assert told.count() == 4
    counted = AdoptionEvent.objects.order_by("pk").values_list("event", "channel")
    assert [*counted] == [("registered", "guardian")] * 2 + [("approved", "guardian")]


def test_who_does_not_answer_for_the_child_asks_for_nothing(
    lan: Member, hoa: Member, minh: Member, binh: Member, now: datetime
) -> None:
    bond = Relation.objects.filter(person_id=lan.person_id, relative_person_id=binh.person_id)
    Relation.objects.create(
        person_id=minh.person_id, seq=901, relative_person_id=binh.person_id, relation="cared_for"
    )
    of_age = datetime(binh.born_on.year + 18, binh.born_on.month, binh.born_on.day, 9, tzinfo=now.tzinfo)
    kept = proven(lan, now)
    for parent, problem, at, values in (
        (hoa, NotFound, now, {}),
        (minh, NotFound, now, {}),
        (binh, NotFound, now, {}),
        (lan, NotFound, of_age, {"grants": kept.grants}),
        (lan, StepUpNeeded, now, {"fresh_assurance": Assurance.LOW}),
        (lan, StepUpNeeded, now, {"fresh_assurance": Assurance.MEDIUM}),
    ):
        with pytest.raises(problem):
            ask(parent, binh, at, **values)
    bond.update(until=now.date() - timedelta(days=1))
    with pytest.raises(NotFound):
        ask(lan, binh, now, grants=kept.grants)  # the session is older than the end of the right
    bond.update(until=None)
    account_of(binh)
    with pytest.raises(errors.ChildHasAccount):
        ask(lan, binh, now)
    assert not Registration.objects.exists()


def test_the_officer_s_side(lan: Member, hoa: Member, tuan: Member, binh: Member, now: datetime) -> None:
    """The guardian stands beside the child, their family stays away, and a right that ended opens nothing."""
    ask(lan, binh, now)
    case = Case.objects.get()
    number = case_number(case)
    with pytest.raises(FamilyCase):
        claim_case(actor=officer(hoa, office=case.office_code), number=number, now=now)
    tuan_at = officer(tuan, office=case.office_code)
    claim_case(actor=tuan_at, number=number, now=now)
    assert look_at_case(actor=tuan_at, number=number, now=now).matter.guardian == lan.name  # type: ignore[attr-defined]
    assert AccessEvent.objects.filter(case=number, person_id__in=(lan.person_id, binh.person_id)).count() == 2
    bond = Relation.objects.filter(person_id=lan.person_id, relative_person_id=binh.person_id)
    bond.update(until=now.date() - timedelta(days=1))
    refusals: list[tuple[type[Problem], Callable[[], None]]] = [
        (errors.NobodyAnswersForChild, lambda: decide(tuan, now, Outcome.APPROVED, "data_agree")),
        (
            errors.NothingToAsk,
            lambda: ask_person(
                actor=tuan_at, number=number, seen=2, question="correct_name", words="", now=now
            ),
        ),
    ]
    for problem, step in refusals:
        with pytest.raises(problem):
            step()
    Registration.objects.update(guardian_id=None, channel="web")
    with pytest.raises(errors.HeldByGuardians):
        decide(tuan, now, Outcome.APPROVED, "data_agree")
    decide(tuan, now, Outcome.REFUSED, "guardian_opens")
    assert not Account.objects.filter(person_id=binh.person_id).exists()


def test_nobody_sets_a_password_before_the_age(binh: Member, now: datetime) -> None:
    account_of(binh)
    fifteen = date(binh.born_on.year + 15, binh.born_on.month, binh.born_on.day)
    assert is_held(binh.person_id, today=fifteen - timedelta(days=1))
    assert not is_held(binh.person_id, today=fifteen)
    request = ResetRequest(
        number="",
        channel=Channel.SMS,
        door=Door.COUNTER,
        caller="x",
        calling_from="",
        at=now,
        address="+84912000999",
    )
    assert decide_reset(request, binh.person_id, now=now) == (Decision.HELD, "")
