"""A report becomes a case, is claimed, asked about, answered, decided; by whom it may, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.selectors.staff import staff_behind
from vssid.apps.audit.models import AccessEvent, Report
from vssid.apps.notifications.models import Notice
from vssid.apps.procedures.errors import (
    AnswerEmpty,
    AnswerTooLong,
    CaseMoved,
    FamilyCase,
    HeldByAnother,
    OwnCase,
    PurposeNeeded,
    SecondOfficerNeeded,
    StillTheirTurn,
    SupervisorNeeded,
    TooManyOutside,
    UnknownReason,
)
from vssid.apps.procedures.kinds import loading
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.selectors.own_cases import own_case, own_cases
from vssid.apps.procedures.selectors.queue import View, queue
from vssid.apps.procedures.services.answer_question import answer_question
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.confirm_decision import confirm_decision, send_back
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.leave_staff import leave_staff
from vssid.apps.procedures.services.look_at_case import OUTSIDE_AN_HOUR, look_at_case, look_elsewhere
from vssid.apps.procedures.services.open_case import open_case
from vssid.apps.procedures.services.release_case import release_case
from vssid.apps.procedures.services.resume_case import resume_case
from vssid.apps.procedures.tests.officers import colleague, officer, reported_case
from vssid.domain.casework.clock import Pace
from vssid.domain.casework.states import Outcome, State
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.clock import VIETNAM

APPROVED, REFUSED = Outcome.APPROVED, Outcome.REFUSED


def decide(actor: Actor, number: str, now: datetime, outcome: Outcome = APPROVED, **values: object) -> None:
    seen = Case.objects.get().version
    reason = {APPROVED: "corrected", REFUSED: "record_right"}[outcome]
    facts = {"outcome": outcome, "reason": reason, "words": "", "seen": seen, **values}
    decide_case(actor=actor, number=number, now=now, **facts)  # type: ignore[arg-type]


def ask(actor: Actor, number: str, now: datetime, **values: object) -> None:
    facts = {
        "question": "which_figure",
        "words": "Lương tháng 9?",
        "seen": Case.objects.get().version,
        **values,
    }
    ask_person(actor=actor, number=number, now=now, **facts)  # type: ignore[arg-type]


def test_the_whole_way(lan: Member, tuan: Member, now: datetime) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    assert number == f"001-2026-{Case.objects.get().pk:06d}"
    assert own_cases(citizen(lan), now=now)[0].due_on == date(2026, 12, 7)
    claim_case(actor=at_work, number=number, now=now)
    sheet = look_at_case(actor=at_work, number=number, now=now)
    assert sheet.mine
    assert sheet.acts == {Act.RELEASE, Act.ASK, Act.DECIDE, Act.PROPOSE}
    assert sheet.matter.report.words == "Tháng 9 sai."  # type: ignore[attr-defined]
    ask(at_work, number, now + timedelta(days=1))
    [own] = own_cases(citizen(lan), now=now)
    assert own.question is not None
    assert (own.question.words, own.due_on, own.answer_until) == ("Lương tháng 9?", None, date(2026, 12, 8))
    later = now + timedelta(days=8)
    answer_question(actor=citizen(lan), case_id=own.id, words="11.200.000", now=later)
    assert [step.act for step in own_case(citizen(lan), own.id, now=now).history] == [
        "submit",
        "ask",
        "answer",
    ]
    decide(at_work, number, later, words="Đã sửa tháng 9.")
    done = own_case(citizen(lan), own.id, now=later)
    assert done.answer is not None
    assert (done.state, done.outcome, done.answer.words) == (State.DECIDED, APPROVED, "Đã sửa tháng 9.")
    assert done.answer.reason["en"].startswith("The mistake has been corrected.")
    assert Report.objects.get(person_id=lan.person_id).state == "answered"
    codes = Notice.objects.filter(person_id=lan.person_id).order_by("at").values_list("code", flat=True)
    assert sorted(codes) == ["complaint.answered", "complaint.question", "complaint.received"]
    events = CaseEvent.objects.order_by("version")
    assert [event.version for event in events] == [1, 2, 3, 4, 5]
    assert not any("11.200" in event.words_sealed or "tháng" in event.words_sealed for event in events)


def test_the_clock_stands_while_the_person_is_asked(lan: Member, tuan: Member, now: datetime) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    monday = datetime(2026, 11, 23, 17, tzinfo=VIETNAM)
    ask(at_work, number, monday)
    [row] = queue(at_work, now=monday + timedelta(days=300), view=View.WAITING).rows
    assert (row.pace, row.left) == (Pace.STOPPED, timedelta(hours=9 * 8))
    [own] = own_cases(citizen(lan), now=now)
    answer_question(
        actor=citizen(lan), case_id=own.id, words="x", now=datetime(2026, 12, 7, 8, tzinfo=VIETNAM)
    )
    assert own_cases(citizen(lan), now=now)[0].due_on == date(2026, 12, 17)


def test_silence_lets_the_case_go_on_after_the_day(lan: Member, tuan: Member, now: datetime) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    ask(at_work, number, now)
    with pytest.raises(StillTheirTurn):
        resume_case(actor=at_work, number=number, now=now + timedelta(days=15))
    resume_case(actor=at_work, number=number, now=now + timedelta(days=16))
    decide(at_work, number, now + timedelta(days=16), REFUSED)


def test_every_look_and_decision_is_in_the_person_s_log(lan: Member, tuan: Member, now: datetime) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    for _ in range(2):
        look_at_case(actor=at_work, number=number, now=now)
    decide(at_work, number, now)
    rows = AccessEvent.objects.filter(person_id=lan.person_id, actor_kind="officer").order_by("seq")
    assert sorted(row.action for row in rows) == ["change", "read", "read"]
    assert {(row.purpose, row.case, row.actor_ref) for row in rows} == {("correction", number, at_work.id)}
    assert tuan.name not in "".join(row.actor_name for row in rows)


def test_the_stranger_cannot(lan: Member, mai: Member, now: datetime) -> None:
    number, stranger = reported_case(lan, now), officer(mai)
    assert queue(stranger, now=now).rows == ()
    for attempt in (
        lambda: claim_case(actor=stranger, number=number, now=now),
        lambda: look_at_case(actor=stranger, number=number, now=now),
        lambda: decide(stranger, number, now),
        lambda: claim_case(actor=citizen(mai), number=number, now=now),
        lambda: claim_case(actor=ANONYMOUS, number=number, now=now),
        lambda: look_at_case(actor=citizen(lan), number=number, now=now),
        lambda: queue(citizen(lan), now=now),
        lambda: queue(officer(mai, roles=frozenset({"editor"})), now=now),
        lambda: own_case(citizen(mai), own_cases(citizen(lan), now=now)[0].id, now=now),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert not AccessEvent.objects.filter(person_id=lan.person_id, actor_kind="officer").exists()


def test_nobody_works_on_their_own_case_or_their_family_s(
    lan: Member, hoa: Member, tuan: Member, now: datetime
) -> None:
    number = reported_case(lan, now)
    herself = officer(lan, office="00101")
    mother = officer(hoa, office="00101")
    for actor, why in ((herself, OwnCase), (mother, FamilyCase)):
        for attempt in (
            lambda actor=actor: claim_case(actor=actor, number=number, now=now),
            lambda actor=actor: look_at_case(actor=actor, number=number, now=now),
            lambda actor=actor: look_elsewhere(actor=actor, number=number, purpose="support", now=now),
        ):
            with pytest.raises(why):
                attempt()
    claim_case(actor=officer(tuan), number=number, now=now)


def test_a_case_elsewhere_needs_a_purpose_that_is_written_down(
    lan: Member, mai: Member, now: datetime
) -> None:
    number, stranger = reported_case(lan, now), officer(mai)
    for purpose in ("", "own", "treatment"):
        with pytest.raises(PurposeNeeded):
            look_elsewhere(actor=stranger, number=number, purpose=purpose, now=now)
    sheet = look_elsewhere(actor=stranger, number=number, purpose="inspection", now=now)
    assert (sheet.acts, sheet.own_office) == (frozenset(), False)
    row = AccessEvent.objects.get(person_id=lan.person_id, actor_kind="officer")
    assert (row.purpose, row.case) == ("inspection", number)
    with pytest.raises(NotFound):
        look_elsewhere(actor=stranger, number="001-2026-999999", purpose="support", now=now)
    for _ in range(OUTSIDE_AN_HOUR - 2):
        look_elsewhere(actor=stranger, number=number, purpose="support", now=now)
    with pytest.raises(TooManyOutside):
        look_elsewhere(actor=stranger, number=number, purpose="support", now=now)


def test_a_case_is_one_officer_s_at_a_time(lan: Member, tuan: Member, now: datetime) -> None:
    number = reported_case(lan, now)
    an, dung = officer(tuan), colleague(1)
    with pytest.raises(CaseMoved):
        decide(an, number, now)
    claim_case(actor=an, number=number, now=now)
    with pytest.raises(CaseMoved):
        claim_case(actor=dung, number=number, now=now)
    with pytest.raises(HeldByAnother):
        decide(dung, number, now)
    with pytest.raises(HeldByAnother):
        release_case(actor=dung, number=number, now=now)
    release_case(actor=colleague(2, roles=frozenset({"supervisor"})), number=number, now=now)
    claim_case(actor=dung, number=number, now=now)
    decide(dung, number, now)
    with pytest.raises(CaseMoved):
        decide(dung, number, now)


def test_a_decision_on_what_has_changed_meanwhile_is_refused(
    lan: Member, tuan: Member, now: datetime
) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    seen = Case.objects.get().version
    ask(at_work, number, now)
    answer_question(
        actor=citizen(lan), case_id=own_cases(citizen(lan), now=now)[0].id, words="Ba triệu", now=now
    )
    with pytest.raises(CaseMoved):
        decide(at_work, number, now, seen=seen)


def test_four_eyes_are_two_people_s(
    lan: Member, tuan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = {code: replace(kind, four_eyes=True) for code, kind in loading.catalogue().items()}
    monkeypatch.setattr(loading, "catalogue", lambda: kinds)
    number, first = reported_case(lan, now), officer(tuan)
    second = colleague(1, roles=frozenset({"supervisor"}))
    claim_case(actor=first, number=number, now=now)
    decide(first, number, now, words="Sửa tháng 9.")
    [own] = own_cases(citizen(lan), now=now)
    assert (own.outcome, own.answer) == (None, None), "a proposal is nothing the person relies on"
    assert Report.objects.get(person_id=lan.person_id).state == "asked"
    seen = Case.objects.get().version
    with pytest.raises(SecondOfficerNeeded):
        confirm_decision(actor=officer(tuan, roles=second.roles), number=number, seen=seen, now=now)
    with pytest.raises(SupervisorNeeded):
        confirm_decision(actor=colleague(2), number=number, seen=seen, now=now)
    assert [row.number for row in queue(second, now=now, view=View.SECOND).rows] == [number]
    assert queue(first, now=now, view=View.SECOND).rows == ()
    send_back(actor=second, number=number, seen=seen, words="Thiếu bảng lương.", now=now)
    assert Case.objects.get().outcome == ""
    decide(first, number, now, words="Sửa tháng 9, theo bảng lương.")
    confirm_decision(actor=second, number=number, seen=Case.objects.get().version, now=now)
    [own] = own_cases(citizen(lan), now=now)
    assert own.answer is not None
    assert (own.outcome, own.answer.words) == (APPROVED, "Sửa tháng 9, theo bảng lương.")
    assert "Thiếu bảng lương." not in [step.words for step in own.history]


def test_what_the_outcome_finds_in_the_way_takes_the_decision_back(
    lan: Member, tuan: Member, now: datetime
) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    Report.objects.filter(person_id=lan.person_id).delete()
    Case.objects.update(subject=f"{lan.person_id},1")
    with pytest.raises(NotFound):
        decide(at_work, number, now)
    case = Case.objects.get()
    assert (case.state, case.outcome, case.version) == (State.CLAIMED, "", 2)


def test_words_and_reasons_are_checked(lan: Member, tuan: Member, now: datetime) -> None:
    number, at_work = reported_case(lan, now), officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    with pytest.raises(UnknownReason):
        decide(at_work, number, now, reason="record_right")
    with pytest.raises(UnknownReason):
        ask(at_work, number, now, question="corrected")
    with pytest.raises(AnswerTooLong):
        decide(at_work, number, now, words="a" * 2001)
    ask(at_work, number, now)
    case_id = own_cases(citizen(lan), now=now)[0].id
    with pytest.raises(AnswerEmpty):
        answer_question(actor=citizen(lan), case_id=case_id, words=" ", now=now)
    with pytest.raises(NotFound):
        answer_question(actor=citizen(lan), case_id="a" * 16, words="x", now=now)


def test_a_guardian_answers_for_a_child(lan: Member, binh: Member, tuan: Member, now: datetime) -> None:
    number = open_case(
        actor=citizen(lan),
        kind="report_mistake",
        subject=_report_of(binh, now),
        person_id=binh.person_id,
        now=now,
    )
    at_work = officer(tuan)
    claim_case(actor=at_work, number=number, now=now)
    ask(at_work, number, now)
    from vssid.domain.values.actor import Grant, Scope

    mother = citizen(lan, grants=(Grant(binh.person_id, Scope.RECORD),))
    [own] = own_cases(mother, now=now, person_id=binh.person_id)
    answer_question(actor=mother, case_id=own.id, words="Đúng", now=now, person_id=binh.person_id)
    assert Notice.objects.filter(person_id=lan.person_id, code="complaint.question").exists()


def _report_of(member: Member, now: datetime) -> str:
    Report.objects.create(
        person_id=member.person_id,
        seq=5,
        at=now,
        answer_by=now,
        kind="wrong",
        subject="card:x",
        state="asked",
    )
    return f"{member.person_id},5"


def test_a_subject_has_one_case(lan: Member, now: datetime) -> None:
    number = reported_case(lan, now)
    case = Case.objects.get()
    again = open_case(
        actor=citizen(lan), kind=case.kind, subject=case.subject, person_id=lan.person_id, now=now
    )
    assert again == number
    with pytest.raises(ValueError, match="office"):
        open_case(actor=citizen(lan), kind=case.kind, subject="another", now=now)


@pytest.mark.parametrize("number", ["", "x", "001-2026-1", "002-2026-{pk}", "001-2025-{pk}", "1-2026-{pk}"])
def test_a_number_that_is_not_one(lan: Member, tuan: Member, now: datetime, number: str) -> None:
    pk = reported_case(lan, now).rpartition("-")[2]
    with pytest.raises(NotFound):
        look_at_case(actor=officer(tuan), number=number.format(pk=pk), now=now)


def test_a_leaver_leaves_nothing_on_the_desk(lan: Member, tuan: Member, now: datetime) -> None:
    """Claimed, asked and proposed: each goes on without the leaver, with the time it had."""
    leaving, operator = officer(tuan), Actor(kind=ActorKind.SYSTEM, id="operator")
    account = account_of(tuan)
    account.role = "officer"
    account.save()
    claimed, asked = (reported_case(lan, now, what) for what in ("2026-09", "2026-08"))
    for number in (claimed, asked):
        claim_case(actor=leaving, number=number, now=now)
    ask_person(actor=leaving, number=asked, seen=2, question="which_figure", words="", now=now)
    due = [case.due_at for case in Case.objects.order_by("pk")]
    with pytest.raises(NotAllowed):
        leave_staff(actor=leaving, person_id=tuan.person_id, now=now)
    assert leave_staff(actor=operator, person_id=tuan.person_id, now=now) == 2
    with pytest.raises(NotFound):
        leave_staff(actor=operator, person_id=tuan.person_id, now=now)
    assert staff_behind(account_of(tuan), session_key="k", channel="staff") == ANONYMOUS
    free, waiting = Case.objects.order_by("pk")
    assert (free.state, free.holder, waiting.state, waiting.holder) == ("submitted", "", "waiting_person", "")
    assert [free.due_at, waiting.due_at] == due
    with pytest.raises(HeldByAnother):
        resume_case(actor=colleague(1), number=asked, now=now + timedelta(days=30))
    answer_question(
        actor=citizen(lan), case_id=own_cases(citizen(lan), now=now)[0].id, words="Đúng vậy.", now=now
    )
    for number in (claimed, asked):
        claim_case(actor=colleague(1), number=number, now=now)
    assert Case.objects.filter(holder=colleague(1).id).count() == 2
    assert CaseEvent.objects.filter(act=Act.RELEASE, actor_ref=leaving.id).count() == 2
    assert Notice.objects.filter(person_id=tuan.person_id, code="auth.factors_changed").count() == 1
