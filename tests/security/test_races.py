"""Of many who bring the same code at the same moment, exactly one passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from threading import Barrier
from types import SimpleNamespace

import pytest
from allauth.socialaccount.models import SocialAccount
from django.db import connection, connections
from pytest_django import Settings

from tests.cast.identities import Member
from tests.cast.people import account_of
from tests.environment.nights import NIGHT
from tests.security.walker import solved
from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.models import Account, Activation, AdoptionEvent, Registration
from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.registrations.errors import AccountByAnotherCase
from vssid.apps.accounts.registrations.states import State as Approval
from vssid.apps.accounts.registrations.unheld import unheld
from vssid.apps.accounts.selectors.waiver_facts import CONDITIONS
from vssid.apps.accounts.services import answer_registration
from vssid.apps.accounts.services.activate_staff import activate_staff
from vssid.apps.accounts.services.add_staff import activation_digest
from vssid.apps.accounts.services.link_eid import account_of_eid
from vssid.apps.accounts.services.take_code import take_code
from vssid.apps.accounts.tests.test_eid import eid_of
from vssid.apps.limits.services.work_puzzle import new_puzzle, take_puzzle
from vssid.apps.procedures.catalogue.account_registration import matter
from vssid.apps.procedures.kinds.kind import Seen
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.registration_office import RegistrationOffice
from vssid.apps.procedures.selectors.queue import PAGE, View, queue
from vssid.apps.procedures.services.approve_waived import Settled, approve_waived
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.tests.officers import (
    colleague,
    officer,
    write_registrations,
    write_reports,
)
from vssid.channels.staff.tests.conftest import RECOVERY, SECRET, with_factor
from vssid.domain.casework.states import Outcome, State
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import Problem
from vssid.integrations.vneid.provider import use_nonce
from vssid.kit import clock
from vssid.kit.one_time_codes import code_at

RACERS = 8
CASES = 1_000 if NIGHT else 40
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def real_race() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database lives in one connection; the race runs on PostgreSQL")


@pytest.fixture(autouse=True)
def tries_enough(settings: object) -> None:
    settings.SIGN_IN_TRIES = 10 * RACERS  # type: ignore[attr-defined]


def _winners(brings: Callable[[], object], now: datetime) -> int:
    """How many of the racers get through without a problem."""
    start = Barrier(RACERS)

    def race(_: int) -> bool:
        passed = False
        start.wait(timeout=30)
        try:
            with clock.pinned(now), suppress(Problem):
                brings()
                passed = True
        finally:
            connections.close_all()
        return passed

    with ThreadPoolExecutor(RACERS) as pool:
        return sum(pool.map(race, range(RACERS)))


@pytest.mark.parametrize("code", ["from the app", "for a lost telephone"])
def test_the_second_factor(tuan: Member, now: datetime, code: str) -> None:
    with_factor(tuan, "editor", now)
    typed = code_at(SECRET, now) if code == "from the app" else RECOVERY[0]
    account_id = account_of(tuan).pk
    assert _winners(lambda: take_code(account_id=account_id, code=typed, now=now), now) == 1


def test_the_activation_of_staff(tuan: Member, now: datetime) -> None:
    account, code = account_of(tuan), "ABCDEFGH23456723"
    account.role = "editor"
    account.save()
    digest = activation_digest(account, code)
    Activation.objects.create(account=account, digest=digest, expires_at=now + timedelta(days=1))

    def brings() -> None:
        activate_staff(
            number=tuan.insurance_number, code=code, password="mot-mat-khau-du-dai", network="", now=now
        )

    assert _winners(brings, now) == 1


def test_one_vneid_an_account(lan: Member, now: datetime) -> None:
    """Eight identities of the same person, all at once for the first time."""
    account_of(lan)
    subjects = count()  # unlike a generator it may be shared by threads

    def brings() -> None:
        account_of_eid(eid=replace(eid_of(lan, now), subject=f"sub-{next(subjects)}"), now=now)

    assert _winners(brings, now) == 1
    assert SocialAccount.objects.count() == 1


def test_one_vneid_in_many_tabs(lan: Member, now: datetime, settings: Settings) -> None:
    """Opens one account and one link; whoever is slower comes in all the same, within the limit of tries."""
    settings.EID_OPENS_ACCOUNTS, settings.VNEID = True, SimpleNamespace(acrs=("level-2",))
    assert _winners(lambda: account_of_eid(eid=eid_of(lan, now), now=now), now) >= 5
    assert SocialAccount.objects.get().user_id == Account.objects.get(person_id=lan.person_id).pk
    assert (Registration.objects.count(), Case.objects.get().state) == (1, State.DECIDED)


def test_a_nonce_of_vneid(now: datetime) -> None:
    assert _winners(lambda: use_nonce("n" * 43, expected="n" * 43, now=now), now) == 1


def test_a_puzzle(now: datetime) -> None:
    puzzle = new_puzzle(caller="203.0.113.7", now=now)
    answer = solved(puzzle)
    brings = lambda: take_puzzle(caller="203.0.113.7", token=puzzle.token, answer=answer, now=now)  # noqa: E731
    assert _winners(brings, now) == 1


def test_a_queue_worked_by_eight_at_once(lan: Member, hoa: Member, tuan: Member, now: datetime) -> None:
    """Nothing decided twice, nothing lost, nothing by a relative: one of the eight is Lan's mother."""
    write_reports(lan, CASES, now)
    mother = officer(hoa, office="00101")
    deciders = _decided_by_eight([mother, officer(tuan)], Outcome.REFUSED, "record_right", now)
    assert mother.id not in deciders.values()


def test_registrations_approved_by_eight_at_once(hoa: Member, tuan: Member, now: datetime) -> None:
    """One account each; the children of one of the eight are left to the others."""
    mother = officer(hoa, office="00101")
    children = write_registrations(hoa, CASES, now)
    deciders = _decided_by_eight([mother, officer(tuan)], Outcome.APPROVED, "data_agree", now)
    by_mother = Case.objects.filter(pk__in=[case for case, actor in deciders.items() if actor == mother.id])
    assert not children & set(by_mother.values_list("person_id", flat=True))
    assert Registration.objects.filter(state=Approval.APPROVED).count() == CASES
    assert Account.objects.filter(person_id__in=Registration.objects.values("person_id")).count() == CASES
    assert AdoptionEvent.objects.filter(event=Adoption.APPROVED).count() == CASES


def test_the_same_many_approved_at_once_by_eight(
    hoa: Member, tuan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each tick all of them: every case is approved by one, and each is told by number what another had."""
    mother = officer(hoa, office="00101")
    children = write_registrations(hoa, CASES, now)
    Case.objects.update(channel="vneid")
    sure = Seen("Trần Văn Một", dict.fromkeys(CONDITIONS, True))
    monkeypatch.setattr(matter, "seen", lambda *, subject, now: sure)
    chosen = [(case_number(case), case.version) for case in Case.objects.order_by("pk")][:100]
    officers = [mother, officer(tuan), *(colleague(number) for number in range(RACERS - 2))]
    start = Barrier(RACERS)
    moments = map(partial(_later, now), count())

    def work(actor: Actor) -> list[Settled]:
        start.wait(timeout=30)
        try:
            return [*approve_waived(actor=actor, chosen=chosen, now=next(moments))]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(RACERS) as pool:
        ended = dict(zip([one.id for one in officers], pool.map(work, officers), strict=True))
    won = [one.number for settled in ended.values() for one in settled if one.problem is None]
    assert sorted(won) == sorted(number for number, _ in chosen)
    assert all(len(settled) == len(chosen) for settled in ended.values())
    hers = Case.objects.filter(pk__in=CaseEvent.objects.filter(actor_ref=mother.id).values("case_id"))
    assert not children & set(hers.values_list("person_id", flat=True))
    assert Account.objects.filter(person_id__in=Registration.objects.values("person_id")).count() == len(
        chosen
    )


def test_eight_registrations_of_one_person_approved_at_once(
    minh: Member, tuan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody sees an account before all have looked for one: one approval stands, seven officers are told by
    which case, and theirs are as they were."""
    officers = [officer(tuan), *(colleague(number) for number in range(RACERS - 1))]
    _registered_by(minh, RACERS, now)
    for actor, case in zip(officers, Case.objects.order_by("pk"), strict=True):
        claim_case(actor=actor, number=case_number(case), now=now)
    looked = Barrier(RACERS)

    def look_together(row: Registration, today: date) -> None:
        require_no_account(row, today)
        looked.wait(timeout=30)

    require_no_account = answer_registration._require_no_account
    monkeypatch.setattr(answer_registration, "_require_no_account", look_together)
    moments = map(partial(_later, now), count())

    def approve(actor: Actor, case: Case) -> Problem | None:
        try:
            decide_case(
                actor=actor,
                number=case_number(case),
                seen=2,
                outcome=Outcome.APPROVED,
                reason="data_agree",
                words="",
                now=next(moments),
            )
        except Problem as problem:
            return problem
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(RACERS) as pool:
        ended = list(pool.map(approve, officers, Case.objects.order_by("pk")))
    told = [problem for problem in ended if problem is not None]
    faster = Case.objects.get(state=State.DECIDED)
    assert {type(problem) for problem in told} == {AccountByAnotherCase}
    assert [problem.details["case"] for problem in told] == [case_number(faster)] * (RACERS - 1)
    assert Case.objects.filter(state=State.CLAIMED, version=2).count() == RACERS - 1
    assert Registration.objects.get(state=Approval.APPROVED).pk == int(faster.subject)
    assert Registration.objects.filter(state=Approval.SUBMITTED).count() == RACERS - 1
    assert Account.objects.filter(person_id=minh.person_id).count() == 1
    assert AdoptionEvent.objects.filter(event=Adoption.APPROVED).count() == 1


def _registered_by(member: Member, times: int, now: datetime) -> None:
    """So many registrations of ``member`` wait for an answer, each as the record has them."""
    answers = Answers(number=member.national_id, full_name=member.name, born_on=str(member.born_on))
    for _ in range(times):
        row = unheld(answers, person_id=member.person_id, channel="web", source="", language="vi", now=now)
        RegistrationOffice().take(registration_id=row.pk, person_id=member.person_id, office="00101", now=now)


def _decided_by_eight(first: list[Actor], outcome: Outcome, reason: str, now: datetime) -> dict[int, str]:
    """All cases at once by ``first`` and colleagues: each decided exactly once, and by whom."""
    officers = [*first, *(colleague(number) for number in range(RACERS - len(first)))]
    start = Barrier(RACERS)
    moments = map(partial(_later, now), count())  # unlike a generator it may be shared by threads

    def work(actor: Actor) -> int:
        start.wait(timeout=30)
        try:
            return _work_off(actor, outcome, reason, moments)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(RACERS) as pool:
        decided = sum(pool.map(work, officers))
    assert Case.objects.filter(state=State.DECIDED).count() == Case.objects.count() == CASES
    by = list(CaseEvent.objects.filter(act="decide").values_list("case_id", "actor_ref"))
    assert len(by) == len(dict(by)) == decided
    return dict(by)


def _later(now: datetime, steps: int) -> datetime:
    """Each step at its own millisecond, as in life: rows of one person and instant may collide."""
    return now + timedelta(milliseconds=steps)


def _work_off(actor: Actor, outcome: Outcome, reason: str, moments: Iterator[datetime]) -> int:
    """Takes the first that nobody was faster with, until nothing can be taken; how many were decided."""
    decided, in_a_row = 0, 0
    while (rows := queue(actor, now=next(moments), view=View.FREE).rows) and in_a_row < 2 * PAGE:
        now, number = next(moments), rows[in_a_row % len(rows)].number
        try:
            claim_case(actor=actor, number=number, now=now)
            decide_case(
                actor=actor,
                number=number,
                seen=2,
                outcome=outcome,
                reason=reason,
                words="",
                now=now,
            )
        except Problem:
            in_a_row += 1
        else:
            decided, in_a_row = decided + 1, 0
    return decided
