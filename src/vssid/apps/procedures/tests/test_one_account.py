"""Two registrations of one person: one opens the account, the officer of the other learns what to do."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.models import Account, AdoptionEvent, Registration
from vssid.apps.accounts.new_accounts import create_account
from vssid.apps.accounts.registrations.errors import AccountByAnotherCase, AccountStands
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.selectors.registrations import own_registration
from vssid.apps.accounts.services import answer_registration
from vssid.apps.notifications.services.send_addressed import send_addressed
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.confirm_decision import confirm_decision
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.tests.officers import colleague, officer
from vssid.apps.procedures.tests.test_registration import Post, post, sent_in
from vssid.domain.casework.states import Outcome
from vssid.domain.casework.states import State as CaseState
from vssid.domain.values.actor import Actor

__all__ = ["post"]


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for whoever has looked for an account a moment before the other approval was there."""
    monkeypatch.setattr(answer_registration, "_require_no_account", lambda *_: None)


def twice(member: Member, post: Post, now: datetime) -> tuple[str, str]:
    """The browsers' tokens of two registrations of ``member``."""
    return sent_in(member, post, now), sent_in(member, post, now)


def decide(actor: Actor, number: str, outcome: Outcome, reason: str, now: datetime) -> None:
    seen = Case.objects.get(pk=int(number.rpartition("-")[2])).version
    decide_case(actor=actor, number=number, seen=seen, outcome=outcome, reason=reason, words="", now=now)


def claimed_by(actors: list[Actor], now: datetime) -> list[str]:
    """The number of each case, claimed by one of ``actors`` each."""
    numbers = [case_number(case) for case in Case.objects.order_by("pk")]
    for actor, number in zip(actors, numbers, strict=True):
        claim_case(actor=actor, number=number, now=now)
    return numbers


@pytest.mark.parametrize("seen", ["before the step", "by the table alone"])
def test_the_second_approval_names_the_case_that_was_faster_and_leaves_nothing(
    minh: Member,
    tuan: Member,
    post: Post,
    now: datetime,
    seen: str,
    request: pytest.FixtureRequest,
) -> None:
    winner, loser = twice(minh, post, now)
    if seen == "by the table alone":
        request.getfixturevalue("late")
    first, second = claimed_by([officer(tuan), colleague(1)], now)
    decide(officer(tuan), first, Outcome.APPROVED, "data_agree", now)
    send_addressed(now=now)
    told, steps = len(post.sent), CaseEvent.objects.count()

    later = now + timedelta(seconds=1)
    with pytest.raises(AccountByAnotherCase) as caught:
        decide(colleague(1), second, Outcome.APPROVED, "data_agree", later)
    assert caught.value.details == {"case": first}
    assert (caught.value.status, first in caught.value.english()) == (409, True)
    assert Case.objects.get(pk=int(second.rpartition("-")[2])).state == CaseState.CLAIMED
    assert own_registration(loser).state is State.SUBMITTED
    assert CaseEvent.objects.count() == steps
    assert AdoptionEvent.objects.filter(event="approved").count() == 1
    send_addressed(now=now)
    assert len(post.sent) == told, "the applicant is told of no decision before there is one"
    assert own_registration(winner).state is State.APPROVED
    assert Account.objects.filter(person_id=minh.person_id).count() == 1


def test_the_officer_refuses_it_and_the_applicant_reads_why(
    minh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    winner, loser = twice(minh, post, now)
    first, second = claimed_by([officer(tuan), colleague(1)], now)
    decide(officer(tuan), first, Outcome.APPROVED, "data_agree", now)
    with pytest.raises(AccountByAnotherCase):
        decide(colleague(1), second, Outcome.APPROVED, "data_agree", now)
    decide(colleague(1), second, Outcome.REFUSED, "has_account", now)
    refused = own_registration(loser)
    assert refused.state is State.REFUSED
    assert "activation code" in refused.reason["en"], "the other account may wait for its first password"
    send_addressed(now=now)
    assert refused.number in post.sent[-1].text
    assert own_registration(winner).state is State.APPROVED


def test_a_supervisor_who_confirms_too_late_is_told_the_same(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    """The register has another birth date of Hoa: both are proposed, then confirmed by a second officer."""
    twice(hoa, post, now)
    first, second = claimed_by([officer(tuan), colleague(1)], now)
    decide(officer(tuan), first, Outcome.APPROVED, "data_agree", now)
    decide(colleague(1), second, Outcome.APPROVED, "data_agree", now)
    supervisor = colleague(2, roles=frozenset({"supervisor"}))
    confirm_decision(actor=supervisor, number=first, seen=3, now=now)
    with pytest.raises(AccountByAnotherCase) as caught:
        confirm_decision(actor=supervisor, number=second, seen=3, now=now)
    assert caught.value.details == {"case": first}
    assert Case.objects.get(pk=int(second.rpartition("-")[2])).state == CaseState.WAITING_SECOND


def test_an_account_that_no_registration_opened_has_no_case_to_name(
    minh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    sent_in(minh, post, now)
    account_of(minh)
    [number] = claimed_by([officer(tuan)], now)
    with pytest.raises(AccountStands):
        decide(officer(tuan), number, Outcome.APPROVED, "data_agree", now)


def test_what_else_the_table_refuses_is_no_second_account(now: datetime, minh: Member) -> None:
    """A fault of ours is not told as somebody's account."""
    with pytest.raises(IntegrityError):
        create_account(person_id=minh.person_id, now=now, language=None)
    assert not Account.objects.filter(person_id=minh.person_id).exists()
    assert not Registration.objects.exists()
