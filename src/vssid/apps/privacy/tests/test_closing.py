"""Closing an account: slow enough to be noticed, no way around a hold; then nothing is left to open."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.apps import apps
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, takes_push

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.contact_changes import put_contact
from vssid.apps.accounts.delegations.sealed_names import seal_named
from vssid.apps.accounts.errors import (
    ClosingHeld,
    StaffAccount,
    TooManyTries,
    WrongNumberOrPassword,
)
from vssid.apps.accounts.holds import HoldKind, hold_rules
from vssid.apps.accounts.models import Account, AdoptionEvent, Delegation, KnownDevice, ResetAttempt
from vssid.apps.accounts.national_eid import PROVIDER
from vssid.apps.accounts.selectors.signed_in import signed_in as who_is_signed_in
from vssid.apps.accounts.services.ask_to_close import ask_to_close
from vssid.apps.accounts.services.begin_session import begin_session
from vssid.apps.accounts.services.check_number_and_password import Caller, check_number_and_password
from vssid.apps.accounts.services.keep_account import keep_account
from vssid.apps.accounts.services.open_account import open_account
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.tests.test_codes import sent
from vssid.apps.audit.models import AccessEvent
from vssid.apps.benefits.models import PayoutAccount, PayoutLock
from vssid.apps.benefits.payouts.states import PayoutState
from vssid.apps.benefits.payouts.versions import Place, add_pending
from vssid.apps.benefits.ports import NameAnswer
from vssid.apps.benefits.services.lock_payout_account import lock_payout_account
from vssid.apps.consents.models import Consent
from vssid.apps.notifications.models import AddressedMessage, Notice, NoticeChoice
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.models import Person
from vssid.apps.privacy.holdings import tables
from vssid.apps.privacy.services.close_accounts import close_accounts
from vssid.apps.retention.schedule import Then, schedule
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.domain.values.problem import NotAllowed

pytestmark = pytest.mark.django_db
DAY, WEEK = timedelta(days=1), timedelta(days=7)
NOT_YET = timedelta(minutes=1)


def proven(member: Member) -> Actor:
    account_of(member)
    return citizen(member, assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)


def told(member: Member) -> list[str]:
    notices = Notice.objects.filter(person_id=member.person_id, code__startswith="auth.clos")
    return list(notices.order_by("at").values_list("code", flat=True))


def test_it_is_asked_with_a_fresh_proof_told_at_once_and_kept_by_a_button_or_a_sign_in(
    lan: Member, now: datetime
) -> None:
    me = proven(lan)
    for weak in (citizen(lan), citizen(lan, assurance=Assurance.HIGH, fresh_assurance=Assurance.MEDIUM)):
        with pytest.raises(StepUpNeeded):
            ask_to_close(actor=weak, now=now)
    assert ask_to_close(actor=me, now=now) == now + WEEK
    assert {step.outgoing.addresses[0] for step in sent(now)} == {lan.phone, lan.email}
    assert ask_to_close(actor=me, now=now + DAY / 2) == now + WEEK
    assert keep_account(actor=citizen(lan), now=now + DAY)
    assert not keep_account(actor=citizen(lan), now=now + DAY)
    assert ask_to_close(actor=me, now=now + 3 * DAY) == now + 10 * DAY
    begin_session(
        account=account_of(lan), actor=citizen(lan), device_token="", user_agent="", now=now + 10 * DAY
    )
    assert close_accounts(now=now + 30 * DAY) == 0
    asked, kept = "auth.closing_asked", "auth.closing_kept"
    assert told(lan) == [asked, kept, asked, kept]
    events = AdoptionEvent.objects.filter(event__in=("closing", "kept", "closed"))
    assert list(events.order_by("pk").values_list("event", flat=True)) == ["closing", "kept"] * 2


def test_who_may_not(lan: Member, tuan: Member, hoa: Member, now: datetime) -> None:
    with pytest.raises(StaffAccount):
        ask_to_close(actor=proven(tuan), now=now)
    Person.objects.filter(person_id=hoa.person_id).update(died_on=now.date())
    for nobody in (proven(hoa), Actor(kind=ActorKind.OFFICER, id="x", person_id=lan.person_id)):
        with pytest.raises(NotAllowed):
            ask_to_close(actor=nobody, now=now)
    for minutes in range(3):
        ask_to_close(actor=proven(lan), now=now + minutes * NOT_YET)
    with pytest.raises(TooManyTries):
        ask_to_close(actor=proven(lan), now=now + 3 * NOT_YET)


@pytest.mark.parametrize("kind", sorted({*HoldKind} - {HoldKind.WRONG_CODES}))
def test_a_hold_closes_it_and_one_placed_meanwhile_makes_it_wait(
    lan: Member, now: datetime, kind: HoldKind
) -> None:
    """So neither whoever just took the account over ends it, nor does its end undo a hold."""
    account = account_of(lan)
    place_hold(account_id=account.pk, kind=kind, now=now)
    with pytest.raises(ClosingHeld):
        ask_to_close(actor=proven(lan), now=now)
    account.holds.all().delete()
    ask_to_close(actor=proven(lan), now=now)
    place_hold(account_id=account.pk, kind=kind, now=now + 6 * DAY)
    assert close_accounts(now=now + WEEK) == 0
    if hold_rules()[kind].lasts is None:
        assert close_accounts(now=now + 60 * DAY) == 0
        account.holds.all().delete()
    assert close_accounts(now=now + 9 * DAY) == 1


def test_wrong_codes_of_a_stranger_keep_nobody_from_it_and_a_frozen_account_stays_as_it_is(
    lan: Member, now: datetime
) -> None:
    account = account_of(lan)
    place_hold(account_id=account.pk, kind=HoldKind.WRONG_CODES, now=now)
    ask_to_close(actor=proven(lan), now=now)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert close_accounts(now=now + WEEK) == 0
    Account.objects.filter(pk=account.pk).update(is_active=True)
    assert close_accounts(now=now + WEEK - NOT_YET) == 0
    assert close_accounts(now=now + WEEK) == 1


def test_in_the_end_nothing_opens_it_and_the_record_stays(
    lan: Member, minh: Member, signed_in: Callable[..., Client], now: datetime
) -> None:
    browser, account = signed_in(lan), account_of(lan)
    account_of(minh)
    put_contact(account.pk, Channel.SMS, lan.phone, how="code", now=now)
    KnownDevice.objects.create(account=account, token_digest="x", first_seen=now, last_seen=now)
    passkeys, links = apps.get_model("mfa", "Authenticator"), apps.get_model("socialaccount", "SocialAccount")
    passkeys.objects.create(user=account, type="webauthn", data={"name": "x"})
    links.objects.create(user=account, provider=PROVIDER, uid="x")
    ResetAttempt.objects.create(
        account=account, at=now, step="request", decision="sent", door="web", number="x"
    )
    NoticeChoice.objects.create(person_id=lan.person_id, topic="public", channel="push", wanted=False)
    takes_push(lan, now)
    add_pending(lan.person_id, 7, Place("999999", "0011004321"), NameAnswer.MATCH, now=now)
    lock_payout_account(actor=citizen(lan), now=now - DAY)
    for giver, receiver in ((lan, minh), (minh, lan)):
        _accepted(giver, receiver, now)
    assert {"account", "notice_choice", "push_subscription"} <= _kept_for_the_account(
        lan.person_id, account.pk
    )
    ask_to_close(actor=proven(lan), now=now)
    assert browser.get("/me/profile/").status_code == 200

    assert close_accounts(now=now + WEEK) == 1
    assert close_accounts(now=now + WEEK) == 0
    assert browser.get("/me/profile/").status_code == 302
    assert not KnownDevice.objects.exists()
    assert not _kept_for_the_account(lan.person_id, account.pk)
    assert Consent.objects.get(person_id=lan.person_id).ended_how == "closed"
    assert ResetAttempt.objects.get().account_id is None
    assert set(Delegation.objects.values_list("ended_by", flat=True)) == {"giver", "receiver"}
    ended = Notice.objects.filter(code="delegate.ended")
    assert ended.filter(person_id=minh.person_id).count() == 2
    assert not ended.filter(person_id=lan.person_id).exists()
    assert PayoutAccount.objects.filter(person_id=lan.person_id, state=PayoutState.PENDING).count() == 0
    assert PayoutLock.objects.filter(person_id=lan.person_id).exists()
    assert AccessEvent.objects.filter(person_id=lan.person_id, action="change").exists()
    assert Person.objects.filter(person_id=lan.person_id).exists()
    last = AddressedMessage.objects.filter(code="auth.account_closed")
    assert sorted(last.values_list("channel", flat=True)) == ["email", "sms"]
    assert AdoptionEvent.objects.filter(event="closed").count() == 1


def test_afterwards_the_number_answers_like_an_unknown_one_and_may_register_again(
    lan: Member, now: datetime
) -> None:
    account = account_of(lan)
    account.set_password("mot-khu-vuon-khac")
    account.save()
    mark = _mark(account, now)
    ask_to_close(actor=proven(lan), now=now)
    close_accounts(now=now + WEEK)
    answers = []
    for number in (lan.insurance_number, "0199999999"):
        with pytest.raises(WrongNumberOrPassword) as refused:
            check_number_and_password(
                number=number, password="mot-khu-vuon-khac", caller=Caller("", "n"), now=now + WEEK
            )
        answers.append((refused.value.code, refused.value.field, refused.value.details))
    assert answers[0] == answers[1]
    operator = Actor(kind=ActorKind.SYSTEM, id="test")
    open_account(actor=operator, person_id=lan.person_id, password=None, now=now + WEEK)
    assert close_accounts(now=now + 30 * DAY) == 0
    assert _mark(account_of(lan), now) != mark, "copies on a device are of the closed account"


def _mark(account: Account, now: datetime) -> str:
    return who_is_signed_in(account, session_key="", channel="web", proofs=(), now=now).device_mark


def _kept_for_the_account(person_id: int, account_id: int) -> set[str]:
    """Tables that the schedule keeps as long as the account, and that still hold a row of it."""
    owners = {"person_id": person_id, "account_id": account_id, "user_id": account_id}
    held = set()
    for line in schedule():
        for name in line.tables if line.then is Then.ACCOUNT else ():
            for column, owner in owners.items():
                fields = {field.attname for field in tables()[name]._meta.local_concrete_fields}
                rows = tables()[name]._base_manager
                if column in fields and rows.filter(**{column: owner}).exists():
                    held.add(name)
    return held


def _accepted(giver: Member, receiver: Member, now: datetime) -> Delegation:
    key = uuid.uuid4()
    return Delegation.objects.create(
        id=key,
        giver_id=giver.person_id,
        receiver_id=receiver.person_id,
        offered_at=now,
        accepted_at=now,
        until=(now + 90 * DAY).date(),
        scopes="card",
        named_sealed=seal_named("x", key),
    )
