"""A new payout account: proved, checked with the bank, told everybody, held for 72 hours, stopped at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.errors import CodeVoid, OnHold, WrongSentCode
from vssid.apps.accounts.holds import Act, HoldKind, hold_rules
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.audit.models import AccessEvent, Report
from vssid.apps.benefits import ports
from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.banks import all_banks, open_banks
from vssid.apps.benefits.payouts.errors import (
    HolderDiffers,
    HolderUnclear,
    PayoutLocked,
    SamePayoutAccount,
    UnknownBank,
)
from vssid.apps.benefits.payouts.states import Ended, PayoutState
from vssid.apps.benefits.ports import NameAnswer
from vssid.apps.benefits.selectors.payouts import Payouts, payouts_of
from vssid.apps.benefits.services.change_payout_account import Wish, change_payout_account
from vssid.apps.benefits.services.deny_payout_change import deny_payout_change
from vssid.apps.benefits.services.lock_payout_account import lock_payout_account, unlock_payout_account
from vssid.apps.benefits.services.send_payout_code import send_payout_code
from vssid.apps.benefits.services.settle_payout_accounts import settle_payout_accounts
from vssid.apps.benefits.services.stop_payout_change import stop_payout_change
from vssid.apps.notifications.models import Notice
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.identifiers.bank_account import BankAccountLength, CardNumber
from vssid.domain.values.actor import ANONYMOUS, Actor, Assurance
from vssid.domain.values.problem import NotAllowed, NotFound, Problem

SANDBOX, FIRST, SECOND = "999999", "0011004321", "0011005555"
CLOSE, SILENT, STRANGERS = "0011004327", "0011004328", "0011004329"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
HELD = 72 * HOUR
RULES = hold_rules()


def strong(member: Member) -> Actor:
    account_of(member)
    return citizen(member, assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)


def code_for(member: Member, now: datetime) -> str:
    send_payout_code(actor=strong(member), channel=Channel.SMS, now=now)
    return code_in([step for step in sent(now) if step.row.code == "auth.code"][-1])


def change(member: Member, now: datetime, number: str = FIRST, **wish: Any) -> datetime:
    code = code_for(member, now)
    return change_payout_account(actor=strong(member), wish=Wish(SANDBOX, number, **wish), code=code, now=now)


def seen(member: Member, now: datetime) -> Payouts:
    return payouts_of(citizen(member), member.person_id, now=now)


def answers(monkeypatch: pytest.MonkeyPatch, answer: NameAnswer) -> None:
    class Says:
        def ask(self, *, bank: str, number: str, name: str) -> NameAnswer:
            return answer

    monkeypatch.setattr(ports._Parts, "names", Says())


def told(member: Member, code: str) -> int:
    return Notice.objects.filter(person_id=member.person_id, code=f"benefit.account_{code}").count()


def test_it_stands_after_72_hours_and_everybody_is_told_at_each_step(lan: Member, now: datetime) -> None:
    assert change(lan, now) == now + HELD
    reached = {s.outgoing.addresses[0] for s in sent(now) if s.row.code == "benefit.account_changed"}
    assert reached == {lan.phone, lan.email}
    assert settle_payout_accounts(now=now + HELD - MINUTE) == 0
    waiting = seen(lan, now).pending
    assert waiting is not None
    assert (waiting.bank, waiting.masked, seen(lan, now).active) == ("Sandbox Bank", "…321", None)
    assert settle_payout_accounts(now=now + HELD) == 1
    assert told(lan, "active") == 1

    later = now + HELD
    with pytest.raises(SamePayoutAccount):
        change(lan, later)
    change(lan, later + HOUR, SECOND)
    assert settle_payout_accounts(now=later + HOUR + HELD) == 1
    versions = seen(lan, later).versions
    assert [(v.state, v.ended_how) for v in versions] == [
        (PayoutState.ACTIVE, None),
        (PayoutState.SUPERSEDED, Ended.REPLACED),
    ]
    logged = AccessEvent.objects.filter(person_id=lan.person_id, data_group="benefits", action="change")
    assert logged.count() == 4
    assert FIRST not in str(list(PayoutAccount.objects.filter(person_id=lan.person_id).values_list()))


@pytest.mark.parametrize("kind", sorted(kind for kind, rule in RULES.items() if Act.PAYOUT in rule.closes))
def test_no_hold_is_lifted_for_it_before_or_while_it_waits(
    lan: Member, now: datetime, kind: HoldKind
) -> None:
    change(lan, now)
    place_hold(account_id=account_of(lan).pk, kind=kind, now=now + HOUR)
    with pytest.raises(OnHold):
        send_payout_code(actor=strong(lan), channel=Channel.SMS, now=now + 2 * HOUR)
    with pytest.raises(OnHold):
        unlock_payout_account(actor=strong(lan), now=now + 2 * HOUR)
    with pytest.raises(OnHold):
        change_payout_account(actor=strong(lan), wish=Wish(SANDBOX, SECOND), code="", now=now + 2 * HOUR)
    assert settle_payout_accounts(now=now + HELD) == 0
    assert settle_payout_accounts(now=now + HELD + HOUR) == (RULES[kind].lasts is not None)


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [
        ({"assurance": Assurance.HIGH}, StepUpNeeded),
        ({"assurance": Assurance.MEDIUM, "fresh_assurance": Assurance.MEDIUM}, StepUpNeeded),
        ({}, StepUpNeeded),
    ],
)
def test_only_fresh_high_assurance_may(
    lan: Member, now: datetime, actor: dict[str, Assurance], refusal: type[Problem]
) -> None:
    weak = citizen(lan, **actor)
    account_of(lan)
    for ask in (
        lambda: send_payout_code(actor=weak, channel=Channel.SMS, now=now),
        lambda: change_payout_account(actor=weak, wish=Wish(SANDBOX, FIRST), code="", now=now),
        lambda: unlock_payout_account(actor=weak, now=now),
    ):
        with pytest.raises(refusal):
            ask()


def test_the_code_lasts_five_minutes_takes_five_tries_and_alone_lets_ask_the_bank(
    lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = Wish(SANDBOX, STRANGERS)
    with pytest.raises(WrongSentCode):
        change_payout_account(actor=strong(lan), wish=wish, code="000000", now=now)
    code = code_for(lan, now)
    with pytest.raises(WrongSentCode):
        change_payout_account(actor=strong(lan), wish=wish, code=code, now=now + 5 * MINUTE)
    for _ in range(5):
        with pytest.raises(HolderDiffers):
            change_payout_account(actor=strong(lan), wish=wish, code=code, now=now)
    answers(monkeypatch, NameAnswer.MATCH)
    with pytest.raises(CodeVoid):
        change_payout_account(actor=strong(lan), wish=wish, code=code, now=now)


def test_what_the_bank_says_of_the_name_has_its_consequence(
    lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(HolderDiffers):
        change(lan, now, STRANGERS)
    with pytest.raises(HolderUnclear):
        change(lan, now, CLOSE)
    change(lan, now, CLOSE, although_close=True)
    assert settle_payout_accounts(now=now + HELD) == 1

    later = now + 2 * HELD
    change(lan, later, SILENT)
    assert settle_payout_accounts(now=later + HELD) == 0
    answers(monkeypatch, NameAnswer.MATCH)
    assert settle_payout_accounts(now=later + HELD) == 1


@pytest.mark.parametrize(
    ("answer", "after", "why"),
    [
        (NameAnswer.CLOSE, HELD, Ended.HOLDER),
        (NameAnswer.NO_MATCH, HELD, Ended.HOLDER),
        (NameAnswer.UNAVAILABLE, timedelta(days=14), Ended.BANK_SILENT),
    ],
)
def test_a_silent_bank_is_asked_again_and_not_for_ever(
    lan: Member,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    answer: NameAnswer,
    after: timedelta,
    why: Ended,
) -> None:
    change(lan, now, SILENT)
    answers(monkeypatch, answer)
    assert settle_payout_accounts(now=now + after) == 0
    assert [(v.state, v.ended_how) for v in seen(lan, now).versions] == [(PayoutState.STOPPED, why)]
    assert told(lan, "stopped") == 1


@pytest.mark.parametrize(
    ("bank", "number", "refusal"),
    [
        ("000000", FIRST, UnknownBank),
        (SANDBOX, "12345", BankAccountLength),
        (SANDBOX, "9704 3600 0000 0001", CardNumber),
    ],
)
def test_a_place_nobody_can_pay_to_is_refused_by_name(
    lan: Member, now: datetime, bank: str, number: str, refusal: type[Problem]
) -> None:
    with pytest.raises(refusal) as refused:
        change_payout_account(actor=strong(lan), wish=Wish(bank, number), code="", now=now)
    assert refused.value.field in {"bank", "number"}


def test_not_me_stops_locks_and_opens_a_case_at_any_level(lan: Member, now: datetime) -> None:
    with pytest.raises(NotFound):
        deny_payout_change(actor=citizen(lan), now=now)
    change(lan, now)
    deny_payout_change(actor=citizen(lan), now=now + HOUR)
    assert settle_payout_accounts(now=now + HELD) == 0
    assert seen(lan, now + HOUR).locked
    assert Report.objects.get(person_id=lan.person_id).subject == "benefits:payout_account"
    with pytest.raises(PayoutLocked):
        change(lan, now + HOUR)


def test_not_me_stops_also_what_stands(lan: Member, now: datetime) -> None:
    change(lan, now)
    settle_payout_accounts(now=now + HELD)
    deny_payout_change(actor=citizen(lan), now=now + HELD)
    assert seen(lan, now).active is None
    assert told(lan, "stopped") == 1


def test_a_lock_stops_what_waits_and_opens_three_days_after_it_is_asked(lan: Member, now: datetime) -> None:
    change(lan, now)
    lock_payout_account(actor=citizen(lan), now=now)
    lock_payout_account(actor=citizen(lan), now=now)
    assert seen(lan, now).versions[0].ended_how is Ended.LOCKED
    assert unlock_payout_account(actor=strong(lan), now=now + HOUR) == now + HOUR + HELD
    with pytest.raises(PayoutLocked):
        send_payout_code(actor=strong(lan), channel=Channel.SMS, now=now + HELD)
    assert not seen(lan, now + HOUR + HELD).locked
    lock_payout_account(actor=citizen(lan), now=now + 2 * HOUR)
    assert seen(lan, now + HOUR + HELD).locked
    assert told(lan, "lock") == 3


def test_stopping_needs_no_proof_and_does_nothing_twice(lan: Member, now: datetime) -> None:
    change(lan, now)
    assert stop_payout_change(actor=citizen(lan), now=now)
    assert not stop_payout_change(actor=citizen(lan), now=now)
    assert settle_payout_accounts(now=now + HELD) == 0


def test_nobody_touches_or_sees_the_account_of_another(lan: Member, mai: Member, now: datetime) -> None:
    change(lan, now)
    with pytest.raises(NotFound):
        payouts_of(strong(mai), lan.person_id, now=now)
    with pytest.raises(NotFound):
        deny_payout_change(actor=strong(mai), now=now)
    assert not stop_payout_change(actor=strong(mai), now=now)
    for act in (stop_payout_change, deny_payout_change):
        with pytest.raises(NotAllowed):
            act(actor=ANONYMOUS, now=now)
    assert seen(lan, now).pending is not None


def test_a_change_of_a_closed_account_stops(lan: Member, now: datetime) -> None:
    change(lan, now)
    account = account_of(lan)
    account.is_active = False
    account.save()
    assert settle_payout_accounts(now=now + HELD) == 0
    assert seen(lan, now).versions[0].ended_how is Ended.NO_ACCOUNT


def test_the_bank_nobody_has_is_for_demonstrations_alone(settings: Any, now: datetime) -> None:
    assert SANDBOX in {bank.id for bank in open_banks(on=now.date())}
    settings.DEMO = False
    assert {bank.id for bank in open_banks(on=now.date())} == all_banks().keys() - {SANDBOX}
