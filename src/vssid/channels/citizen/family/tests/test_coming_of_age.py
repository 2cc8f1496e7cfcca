"""From the account a parent holds to the own one: the eve of the birthday, the day, the sign-in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.errors import AccountExists
from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.registrations.errors import AccountByAnotherCase, AccountStands, HeldByGuardians
from vssid.apps.accounts.registrations.handing_over import has_own_account, waits_for_its_person
from vssid.apps.accounts.resets import Decision, Door
from vssid.apps.accounts.selectors.registrations import RegistrationMatter
from vssid.apps.accounts.services.activate_account import activate_account
from vssid.apps.accounts.services.answer_reset import ResetRequest, decide_reset
from vssid.apps.accounts.services.register_at_counter import register_at_counter
from vssid.apps.notifications.models import Notice
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.participation.services.open_family_record import open_family_record
from vssid.apps.people.selectors.household import household_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.tests.officers import officer
from vssid.apps.procedures.tests.test_registration import PASSWORD, Post, code_in, post, sent_in
from vssid.channels.citizen.family.tests.test_child import ask, decide
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

__all__ = ["post"]
pytestmark = pytest.mark.django_db


def birthday(child: Member, years: int, now: datetime) -> datetime:
    born = child.born_on
    return now.replace(year=born.year + years, month=born.month, day=born.day, hour=9)


def held(lan: Member, binh: Member, tuan: Member, now: datetime) -> Account:
    ask(lan, binh, now)
    decide(tuan, now, Outcome.APPROVED, "data_agree")
    return Account.objects.get(person_id=binh.person_id)


def registers(child: Member, post: Post, at: datetime) -> str:
    return sent_in(child, post, at, number=child.insurance_number)


def parent(lan: Member, at: datetime) -> Actor:
    return citizen(lan, grants=household_of(lan.person_id, today=at.date()).grants)


def activate(child: Member, post: Post, at: datetime) -> None:
    activate_account(
        number=child.insurance_number,
        code=code_in(post, at),
        password=PASSWORD,
        network="192.0.2.9",
        user_agent="",
        now=at,
    )


def by_code(channel: Channel, at: datetime) -> ResetRequest:
    return ResetRequest(number="", channel=channel, door=Door.WEB, caller="x", calling_from="", at=at)


def test_from_the_day_before_the_birthday_to_the_own_sign_in(
    lan: Member, binh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    account = held(lan, binh, tuan, now)
    day = birthday(binh, 18, now)
    eve = day - timedelta(days=1)
    person = binh.person_id
    assert open_family_record(actor=parent(lan, eve), person_id=person, actor_name=lan.name, now=eve)
    # the session is a day older than the end of the right
    with pytest.raises(NotFound):
        open_family_record(actor=parent(lan, eve), person_id=person, actor_name=lan.name, now=day)
    assert not household_of(lan.person_id, today=day.date()).grants
    assert decide_reset(by_code(Channel.SMS, day), person, now=day)[0] is Decision.NO_CONTACT

    registers(binh, post, day)
    case = case_number(Case.objects.latest("pk"))
    matter = look_at_case(actor=officer(tuan), number=case, now=day).matter
    assert isinstance(matter, RegistrationMatter)
    assert (matter.waiting, matter.has_account) == (True, False)
    decide(tuan, day, Outcome.APPROVED, "data_agree")
    assert Account.objects.get(person_id=person).pk == account.pk
    activate(binh, post, day)
    with clock.pinned(day):
        browser = Client()
        browser.post("/accounts/login/", {"login": binh.insurance_number, "password": PASSWORD})
        assert "_auth_user_id" in browser.session or browser.session.get("account_login")
    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    assert has_own_account(person, today=day.date())
    assert account.contacts.filter(channel=Channel.SMS, until=None).exists(), "now a reset reaches it"
    assert not Notice.objects.filter(
        code="auth.child_account", person_id=lan.person_id, at__gte=day
    ).exists(), "the parents learn nothing of an adult"


def test_at_fifteen_the_parents_are_told_and_still_see(
    lan: Member, binh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    held(lan, binh, tuan, now)
    at = birthday(binh, 15, now)
    told = Notice.objects.filter(code="auth.child_account", person_id=lan.person_id)
    before = told.count()
    registers(binh, post, at)
    assert told.count() == before + 1
    decide(tuan, at, Outcome.APPROVED, "data_agree")
    assert told.count() == before + 2
    activate(binh, post, at)
    assert open_family_record(actor=parent(lan, at), person_id=binh.person_id, actor_name=lan.name, now=at)


def test_before_fifteen_and_beside_a_password_nothing_is_handed_over(
    lan: Member, binh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    account = held(lan, binh, tuan, now)
    eve = birthday(binh, 15, now) - timedelta(days=1)
    assert not waits_for_its_person(binh.person_id, today=eve.date())
    registers(binh, post, eve)
    with pytest.raises(AccountByAnotherCase):
        decide(tuan, eve, Outcome.APPROVED, "data_agree")
    account.delete()
    with pytest.raises(HeldByGuardians):
        decide(tuan, eve, Outcome.APPROVED, "data_agree")
    day = birthday(binh, 18, now)
    Account.objects.filter(pk=account_of(binh).pk).update(opened_at=day)
    with pytest.raises(AccountStands):
        decide(tuan, day, Outcome.APPROVED, "data_agree")


def test_the_counter_begins_a_registration_for_whoever_has_grown_up(
    lan: Member, binh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    held(lan, binh, tuan, now)
    come = {"number": binh.insurance_number, "phone": "+84912000777"}
    visit = {"actor": officer(tuan), "paper": "citizen_card", "answers": come, "language": "vi"}
    with pytest.raises(AccountExists):
        register_at_counter(**visit, now=now)  # type: ignore[arg-type]
    register_at_counter(**visit, now=birthday(binh, 18, now))  # type: ignore[arg-type]
    assert Registration.objects.filter(channel="counter").count() == 1
