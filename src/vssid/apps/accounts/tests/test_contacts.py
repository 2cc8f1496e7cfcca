"""Telephone and e-mail: proved on both sides, of one account alone, told at once, stopped while they wait."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.errors import ContactTaken, OnHold, SameContact, WrongSentCode
from vssid.apps.accounts.holds import Act, HoldKind
from vssid.apps.accounts.models import Contact
from vssid.apps.accounts.selectors.contacts import contact_lines
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.begin_contact_change import begin_contact_change
from vssid.apps.accounts.services.confirm_contact_change import confirm_contact_change
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.settle_contact_changes import settle_contact_changes
from vssid.apps.accounts.services.stop_contact_change import stop_contact_change
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import ANONYMOUS, Actor, Assurance
from vssid.domain.values.problem import NotAllowed, NotFound, Problem

NEW = "+84912999888"
SMS, EMAIL = Channel.SMS, Channel.EMAIL
DAY = timedelta(hours=24)


def strong(member: Member) -> Actor:
    account_of(member)
    return citizen(member, assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)


def begin(member: Member, now: datetime, value: str = "0912 999 888") -> dict[str, str]:
    """The codes by the address they went to."""
    begin_contact_change(actor=strong(member), channel=SMS, value=value, now=now)
    return {step.outgoing.addresses[0]: code_in(step) for step in sent(now) if step.row.code == "auth.code"}


def confirm(member: Member, now: datetime, new: str, old: str = "") -> datetime:
    return confirm_contact_change(actor=strong(member), channel=SMS, new_code=new, old_code=old, now=now)


def phone_of(member: Member) -> str:
    return contact_book().contacts([member.person_id])[member.person_id].phone


def test_with_both_codes_it_stands_at_once_and_the_old_number_is_told(lan: Member, now: datetime) -> None:
    codes = begin(lan, now)
    assert set(codes) == {NEW, lan.phone}
    assert phone_of(lan) == lan.phone
    assert confirm(lan, now, codes[NEW], codes[lan.phone]) == now
    assert phone_of(lan) == NEW
    told = {step.outgoing.addresses[0] for step in sent(now) if step.row.code == "auth.contact_changed"}
    assert told == {NEW, lan.phone, lan.email}
    assert closed(account_of(lan).pk, Act.PAYOUT, now=now + 3 * DAY - timedelta(minutes=1))
    assert not closed(account_of(lan).pk, Act.PAYOUT, now=now + 3 * DAY)
    assert NEW not in str(list(Contact.objects.values_list()))


def test_without_the_old_number_it_waits_a_day_and_can_be_stopped(lan: Member, now: datetime) -> None:
    assert confirm(lan, now, begin(lan, now)[NEW]) == now + DAY
    assert settle_contact_changes(now=now + DAY - timedelta(minutes=1)) == 0
    line = contact_lines(citizen(lan))[0]
    assert line.stands_from == now + DAY
    assert stop_contact_change(actor=citizen(lan), channel=SMS, now=now)
    assert settle_contact_changes(now=now + DAY) == 0
    assert phone_of(lan) == lan.phone


def test_after_the_day_it_stands_and_money_waits_three_more(lan: Member, now: datetime) -> None:
    confirm(lan, now, begin(lan, now)[NEW])
    assert settle_contact_changes(now=now + DAY) == 1
    assert phone_of(lan) == NEW
    assert closed(account_of(lan).pk, Act.PAYOUT, now=now + 4 * DAY - timedelta(minutes=1))


def test_one_wrong_code_leaves_the_other_good(lan: Member, now: datetime) -> None:
    codes = begin(lan, now)
    with pytest.raises(WrongSentCode) as refused:
        confirm(lan, now, codes[NEW], "x")
    assert refused.value.field == "old_code"
    with pytest.raises(WrongSentCode) as refused:
        confirm(lan, now, "x", codes[lan.phone])
    assert refused.value.field == "new_code"
    confirm(lan, now, codes[NEW], codes[lan.phone])


def test_a_number_opens_one_account(lan: Member, mai: Member, now: datetime) -> None:
    codes = begin(lan, now)
    confirm(lan, now, codes[NEW], codes[lan.phone])
    codes = begin(mai, now)
    with pytest.raises(ContactTaken):
        confirm(mai, now, codes[NEW], codes[mai.phone])
    assert phone_of(mai) == mai.phone


def test_the_history_says_what_stood_until_when(lan: Member, now: datetime) -> None:
    for number, moment in ((NEW, now), ("+84912999777", now + DAY)):
        old = phone_of(lan)
        codes = begin(lan, moment, number)
        confirm(lan, moment, codes[number], codes[old])
    ended, standing = Contact.objects.filter(account__person_id=lan.person_id).order_by("since")
    assert (standing.until, ended.until, ended.ended_how) == (None, now + DAY, "replaced")
    assert NEW not in ended.value_sealed


@pytest.mark.parametrize("level", [Assurance.NONE, Assurance.LOW, Assurance.MEDIUM])
def test_less_than_the_strongest_proof_changes_nothing(lan: Member, now: datetime, level: Assurance) -> None:
    account_of(lan)
    actor = citizen(lan, assurance=Assurance.HIGH, fresh_assurance=level)
    with pytest.raises(StepUpNeeded):
        begin_contact_change(actor=actor, channel=SMS, value=NEW, now=now)
    with pytest.raises(StepUpNeeded):
        confirm_contact_change(actor=actor, channel=SMS, new_code="1", old_code="", now=now)


def test_a_hold_closes_it_at_every_step(lan: Member, now: datetime) -> None:
    codes = begin(lan, now)
    place_hold(account_id=account_of(lan).pk, kind=HoldKind.AFTER_RESET, now=now)
    with pytest.raises(OnHold):
        confirm(lan, now, codes[NEW], codes[lan.phone])
    with pytest.raises(OnHold):
        begin(lan, now)


def test_a_stranger_confirms_nothing(lan: Member, mai: Member, now: datetime) -> None:
    codes = begin(lan, now)
    with pytest.raises((NotFound, WrongSentCode)):
        confirm(mai, now, codes[NEW], codes[lan.phone])
    assert not stop_contact_change(actor=strong(mai), channel=SMS, now=now)
    with pytest.raises(NotAllowed):
        stop_contact_change(actor=ANONYMOUS, channel=SMS, now=now)
    with pytest.raises(NotAllowed):
        contact_lines(ANONYMOUS)


@pytest.mark.parametrize(("channel", "value"), [(SMS, "12"), (EMAIL, "lan"), (SMS, "")])
def test_what_is_no_address_is_refused(lan: Member, now: datetime, channel: Channel, value: str) -> None:
    with pytest.raises(Problem):
        begin_contact_change(actor=strong(lan), channel=channel, value=value, now=now)


def test_the_present_address_is_no_change(lan: Member, now: datetime) -> None:
    with pytest.raises(SameContact):
        begin(lan, now, lan.phone)
