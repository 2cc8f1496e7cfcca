"""Whoever holds the SIM card, and nothing else, gets no nearer to the money than looking, however they try.

A state machine plays the thief: every service a text message opens, in any order, with the clock moving. The
thief knows the numbers printed on the card and reads every text message sent to the stolen number. A second
thief is also taken for the person, as freshly and surely as VNeID says it, wherever that is asked: then the
holds alone must keep the money, and each by itself.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.assurance.leave import has_proven_enough
from vssid.apps.accounts.assurance.proofs import Proof, assurance_of, fresh_assurance_of
from vssid.apps.accounts.assurance.tables import Act, ProofKind
from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.ask_to_close import ask_to_close
from vssid.apps.accounts.services.begin_contact_change import begin_contact_change
from vssid.apps.accounts.services.change_password import change_password
from vssid.apps.accounts.services.confirm_contact_change import confirm_contact_change
from vssid.apps.accounts.services.redeem_code import redeem_code
from vssid.apps.accounts.services.redeem_reset import redeem_reset
from vssid.apps.accounts.services.send_code import send_code
from vssid.apps.accounts.services.settle_contact_changes import settle_contact_changes
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.accounts.tests.test_reset import ask
from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.states import PayoutState
from vssid.apps.benefits.payouts.versions import Place, add_pending, place_of
from vssid.apps.benefits.ports import NameAnswer
from vssid.apps.benefits.services.change_payout_account import Wish, change_payout_account
from vssid.apps.benefits.services.lock_payout_account import lock_payout_account, unlock_payout_account
from vssid.apps.benefits.services.send_payout_code import send_payout_code
from vssid.apps.benefits.services.settle_payout_accounts import settle_payout_accounts
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.privacy.services.close_accounts import close_accounts
from vssid.domain.values.actor import Actor, Assurance
from vssid.domain.values.problem import Problem
from vssid.kit import clock

BEGIN = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
FRESH = timedelta(minutes=5)
THREE_DAYS = timedelta(hours=72)
LONG_AGO = BEGIN - 10 * THREE_DAYS
PASSWORDS = ("mot-khu-vuon-khac", "hai-con-duong-dai")
BANK, THE_PERSONS, THE_THIEFS = "999999", "0011004321", ("0099000001", "0099000002")
NEW_CONTACTS = {Channel.SMS: "+84912666555", Channel.EMAIL: "thief@vssid.example"}


def thief_of(victim: Member, *, trusted: bool) -> type[RuleBasedStateMachine]:
    """A machine that may do whatever the holder of ``victim``'s SIM card may; ``trusted``: and is taken for
    them as surely as can be."""

    class Thief(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.now, self.codes, self.password = BEGIN, dict[tuple[str, int], str](), ""
            self.proofs: list[Proof] = []
            self.took_over = self.named = self.opens = LONG_AGO
            self.run = transaction.atomic()
            self.run._from_testcase = True  # type: ignore[attr-defined]
            self.run.__enter__()

        def teardown(self) -> None:
            """The next run begins with the same database."""
            transaction.set_rollback(True)
            self.run.__exit__(None, None, None)

        @initialize()
        def steal(self) -> None:
            self.account = account_of(victim)
            paid = add_pending(victim.person_id, 1, Place(BANK, THE_PERSONS), NameAnswer.MATCH, now=BEGIN)
            paid.state = PayoutState.ACTIVE
            paid.save()

        @property
        def actor(self) -> Actor:
            """As whom every service takes the thief."""
            if not trusted:
                return self.proven
            return citizen(victim, assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)

        @property
        def proven(self) -> Actor:
            return citizen(
                victim,
                assurance=assurance_of(self.proofs),
                fresh_assurance=fresh_assurance_of(self.proofs, now=self.now, lasts=FRESH),
            )

        def read_messages(self) -> None:
            """By address and length: eight digits are for a new password."""
            for step in sent(self.now):
                if step.row.code == "auth.code" and step.outgoing.addresses[0] != victim.email:
                    code = code_in(step)
                    self.codes[step.outgoing.addresses[0], len(code)] = code

        def code(self, address: str, digits: int = 6) -> str:
            return self.codes.get((address, digits), "")

        @property
        def phone(self) -> str:
            return contact_book().contacts([victim.person_id])[victim.person_id].phone

        def tries(self, service: Any, **values: Any) -> bool:
            """Whether the service let the thief through; no two tries at one moment."""
            self.now += timedelta(seconds=1)
            try:
                with clock.pinned(self.now):
                    service(now=self.now, **values)
            except Problem:
                return False
            return True

        @rule(minutes=st.sampled_from([1, 3, 11, 60, 24 * 60, 71 * 60]))
        def wait(self, minutes: int) -> None:
            self.now += timedelta(minutes=minutes)
            if settle_contact_changes(now=self.now):
                self.took_over = self.now
            if settle_payout_accounts(now=self.now):
                assert self.now >= self.named + THREE_DAYS
                assert self.now >= self.took_over + THREE_DAYS
                assert self.now >= self.opens

        @rule()
        def ask_for_a_new_password(self) -> None:
            ask(victim.insurance_number, self.now)
            self.read_messages()

        @precondition(lambda self: self.code(self.phone, 8))
        @rule(password=st.sampled_from(PASSWORDS))
        def choose_a_new_password(self, password: str) -> None:
            if self.tries(
                redeem_reset,
                number=victim.insurance_number,
                code=self.codes.pop((self.phone, 8)),
                new_password=password,
                network="thief",
            ):
                self.password, self.took_over, self.proofs = password, self.now, []

        @precondition(lambda self: self.password)
        @rule()
        def sign_in(self) -> None:
            """Password, then a code by text message, as on any new device."""
            if self.tries(
                send_code, account_id=self.account.pk, purpose=CodePurpose.SIGN_IN, channel=Channel.SMS
            ):
                self.read_messages()
                if self.tries(
                    redeem_code,
                    account_id=self.account.pk,
                    purpose=CodePurpose.SIGN_IN,
                    typed=self.code(self.phone),
                ):
                    self.proofs = [Proof(ProofKind.PASSWORD, self.now), Proof(ProofKind.SMS_CODE, self.now)]

        @precondition(lambda self: self.proofs)
        @rule()
        def give_the_password_again(self) -> None:
            self.proofs.append(Proof(ProofKind.PASSWORD, self.now, again=True))

        @precondition(lambda self: has_proven_enough(self.actor, Act.ADD_FIRST_FACTOR))
        @rule()
        def add_a_passkey_and_show_it(self) -> None:
            """Vetted it is only in a session of high assurance, which the thief has not."""
            self.proofs.append(Proof(ProofKind.PASSKEY, self.now))

        @precondition(lambda self: self.proofs)
        @rule(password=st.sampled_from(PASSWORDS))
        def change_the_password(self, password: str) -> None:
            if self.tries(change_password, actor=self.actor, new_password=password, device_token=""):
                self.password, self.took_over = password, self.now

        @precondition(lambda self: self.proofs)
        @rule(channel=st.sampled_from([Channel.SMS, Channel.EMAIL]))
        def change_a_contact(self, channel: Channel) -> None:
            old, value = self.phone if channel is Channel.SMS else "", NEW_CONTACTS[channel]
            self.tries(begin_contact_change, actor=self.actor, channel=channel, value=value)
            self.read_messages()
            codes = {"new_code": self.code(value), "old_code": self.code(old)}
            if self.tries(confirm_contact_change, actor=self.actor, channel=channel, **codes):
                self.took_over = self.now

        @rule()
        def ask_that_it_be_closed(self) -> None:
            """No way around a hold, and none to shut the person out: it is closed days later, and told."""
            stays = Account.objects.filter(pk=self.account.pk, closes_at=None).exists()
            if self.tries(ask_to_close, actor=self.actor) and stays:
                assert trusted
                assert self.now >= self.took_over + THREE_DAYS
                assert close_accounts(now=self.now + THREE_DAYS) == 0

        @rule(number=st.sampled_from(THE_THIEFS))
        def name_another_payout_account(self, number: str) -> None:
            self.begins()
            self.read_messages()
            wish = Wish(BANK, number)
            if self.tries(change_payout_account, actor=self.actor, wish=wish, code=self.code(self.phone)):
                assert trusted
                assert self.now >= self.took_over + THREE_DAYS
                assert self.now >= self.opens
                self.named = self.now
                assert settle_payout_accounts(now=self.now) == 0

        @rule()
        def the_person_locks_it(self) -> None:
            with clock.pinned(self.now):
                lock_payout_account(actor=citizen(victim), now=self.now)
            self.opens = BEGIN + 1000 * THREE_DAYS

        @rule()
        def unlock_it(self) -> None:
            if self.tries(unlock_payout_account, actor=self.actor):
                assert self.now >= self.took_over + THREE_DAYS
                self.opens = self.now + THREE_DAYS
                assert not self.begins()

        def begins(self) -> bool:
            """Whether a change could be begun now."""
            return self.tries(send_payout_code, actor=self.actor, channel=Channel.SMS)

        @invariant()
        def the_money_goes_where_it_went(self) -> None:
            """Two locks, and each holds by itself: what the thief can prove, and the time since."""
            assert not has_proven_enough(self.proven, Act.BANK_ACCOUNT)
            if self.now < self.took_over + THREE_DAYS:
                assert closed(self.account.pk, Held.PAYOUT, now=self.now)
                assert closed(self.account.pk, Held.PAYOUT, now=self.now, with_eid=True)
            if self.now + timedelta(minutes=1) < max(self.opens, self.took_over + THREE_DAYS):
                assert not self.begins()
            if not trusted:
                active = PayoutAccount.objects.get(person_id=victim.person_id, state=PayoutState.ACTIVE)
                assert place_of(active).number == THE_PERSONS

        @precondition(lambda _: not trusted)
        @invariant()
        def the_contacts_stay_the_persons(self) -> None:
            contact = contact_book().contacts([victim.person_id])[victim.person_id]
            assert (contact.phone, contact.email) == (victim.phone, victim.email)

        @invariant()
        def the_account_stays(self) -> None:
            assert Account.objects.filter(pk=self.account.pk, is_active=True).exists()

    return Thief


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thief chooses many passwords; what one costs is measured elsewhere."""
    for place in ("change_password", "redeem_reset"):
        monkeypatch.setattr(f"vssid.apps.accounts.services.{place}.hashed", lambda password: f"!{password}")


@pytest.mark.parametrize("trusted", [False, True])
def test_text_messages_alone_reach_no_money(lan: Member, trusted: bool) -> None:
    run_state_machine_as_test(
        thief_of(lan, trusted=trusted),
        settings=settings(max_examples=settings().max_examples // 8 or 1, stateful_step_count=15),
    )
