"""A child the files do not name as somebody's: asked for with a paper, added by an officer, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.child_requests import errors
from vssid.apps.accounts.child_requests.contents import answers_of
from vssid.apps.accounts.child_requests.photos import place_of
from vssid.apps.accounts.models import ChildRequest, ChildRequestPhoto
from vssid.apps.accounts.ports import photo_store
from vssid.apps.accounts.registrations.errors import NoPhoto, PhotoTooSmall
from vssid.apps.accounts.services.ask_for_child import ask_for_child
from vssid.apps.audit.models import AccessEvent
from vssid.apps.intake.models import Batch
from vssid.apps.intake.services.undo_batch import undo_batch
from vssid.apps.intake.tests.sample import kinds
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, Relation
from vssid.apps.people.selectors.contacts import guardians_of
from vssid.apps.people.selectors.household import household_of
from vssid.apps.people.services.relate_child import relate_child
from vssid.apps.procedures.errors import AnswerEmpty, CaseMoved, FamilyCase, OwnCase, PhotoNeeded
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.own_cases import own_cases
from vssid.apps.procedures.services.answer_question import answer_question
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.confirm_decision import confirm_decision
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.services.look_at_photo import look_at_photo
from vssid.apps.procedures.tests.officers import colleague, officer
from vssid.apps.retention.schedule import kept
from vssid.apps.retention.services.forget_due import forget_due
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock

pytestmark = pytest.mark.django_db
FAMILY, ADD = "/me/family/", "/me/family/add-child/"
SYSTEM = Actor(kind=ActorKind.SYSTEM, id="test")
Browser = Callable[..., Client]


def paper(side: int = 700) -> bytes:
    """With a place in its EXIF, which must not be kept."""
    held, drawn = BytesIO(), Image.new("RGB", (side, side), "white")
    exif = drawn.getexif()
    exif[0x010E] = "taken at home"
    drawn.save(held, "JPEG", exif=exif)
    return held.getvalue()


def proven(member: Member, **values: object) -> Actor:
    return citizen(member, **{"assurance": Assurance.HIGH, "fresh_assurance": Assurance.HIGH, **values})


def ask(parent: Member, child: Member, now: datetime, *, actor: Actor | None = None, **values: object) -> str:
    given: dict[str, object] = {
        "number": child.insurance_number,
        "full_name": child.name,
        "born_on": str(child.born_on),
        "tie": "father",
        "photo": paper(),
    }
    return ask_for_child(
        actor=actor or proven(parent),
        actor_name=parent.name,
        now=now,
        **{**given, **values},  # type: ignore[arg-type]
    )


def decide(
    actor: Actor, now: datetime, outcome: Outcome = Outcome.APPROVED, reason: str = "certificate_agrees"
) -> Case:
    case = Case.objects.latest("pk")
    if not case.holder:
        claim_case(actor=actor, number=case_number(case), now=now)
        case.refresh_from_db()
    decide_case(
        actor=actor,
        number=case_number(case),
        seen=case.version,
        outcome=outcome,
        reason=reason,
        words="",
        now=now,
    )
    case.refresh_from_db()
    return case


def relations_of(*people: Member) -> list[tuple[int, str, int]]:
    return [
        (row.seq, row.relation, row.relative_person_id)
        for one in people
        for row in Relation.objects.filter(person_id=one.person_id).order_by("seq")
    ]


def seen_by(member: Member, now: datetime) -> list[int]:
    return [one.person_id for one in household_of(member.person_id, today=now.date()).relatives]


def test_from_the_family_page_to_the_child_s_record(
    lan: Member, minh: Member, mai: Member, binh: Member, signed_in: Browser, now: datetime
) -> None:
    with clock.pinned(now):
        browser, stranger = signed_in(minh), signed_in(mai)
        assert ADD in browser.get(FAMILY).text
        assert browser.get(ADD)["Location"].startswith("/accounts/reauthenticate/")
        shows(browser, account_of(minh), "vneid")
        assert "birth certificate" in browser.get(ADD).text
        form: dict[str, object] = {
            "number": binh.insurance_number,
            "full_name": binh.name,
            "born_on": f"{binh.born_on:%d/%m/%Y}",
            "tie": "father",
        }
        assert "Take or choose a photo." in browser.post(ADD, form).text
        wrong = {**form, "born_on": "1/1/1990", "photo": SimpleUploadedFile("p.jpg", paper())}
        refused = browser.post(ADD, wrong).text
        assert "18 or older" in refused
        assert "Choose the photo again." in refused
        assert not ChildRequest.objects.exists()
        sent = browser.post(ADD, {**form, "photo": SimpleUploadedFile("p.jpg", paper())})
        assert sent["Location"] == FAMILY
        assert "an officer answers by" in browser.get(FAMILY).text
        [own] = own_cases(citizen(minh), now=now)
        assert own.number in browser.get(reverse("citizen:data_requests")).text
        assert binh.name not in stranger.get(FAMILY).text
        again = browser.post(ADD, {**form, "photo": SimpleUploadedFile("p.jpg", paper())})
        assert again.status_code == 409
    row = ChildRequest.objects.get()
    assert row.child_id == binh.person_id
    assert answers_of(row).full_name == binh.name
    assert binh.name not in row.answers_sealed
    assert b"taken at home" not in photo_store().get(place_of(row.pk))
    later = now + timedelta(hours=1)
    case = decide(colleague(1, office=Case.objects.get().office_code), later)
    assert case.outcome == Outcome.APPROVED
    assert binh.person_id in seen_by(minh, later)
    answering = guardians_of(SYSTEM, [binh.person_id], today=later.date())[binh.person_id]
    assert set(answering) == {lan.person_id, minh.person_id}
    told = Notice.objects.filter(person_id=lan.person_id, code="family.child")
    assert told.count() == 2, "the mother reads that it was asked, and that it was granted"
    own_notices = Notice.objects.filter(person_id=minh.person_id, code__startswith="data_request.")
    assert set(own_notices.values_list("code", flat=True)) == {
        "data_request.received",
        "data_request.answered",
    }
    logged = AccessEvent.objects.filter(person_id=binh.person_id, purpose="guardian", action="change")
    assert set(logged.values_list("actor_name", flat=True)) == {minh.name}
    with clock.pinned(later):
        assert binh.name in browser.get(FAMILY).text
        assert binh.name not in stranger.get(FAMILY).text


def test_taken_back_exactly(minh: Member, binh: Member, now: datetime) -> None:
    before = relations_of(minh, binh)
    ask(minh, binh, now)
    decide(colleague(1, office=Case.objects.get().office_code), now)
    batch = Batch.objects.latest("pk")
    assert (batch.kind, batch.rows_new) == ("relations", 2)
    assert batch.file_name == f"case {case_number(Case.objects.get())}"
    undo_batch(batch.pk, kinds=kinds(), now=now)
    assert relations_of(minh, binh) == before
    assert binh.person_id not in seen_by(minh, now)


def test_what_is_refused_at_the_form(lan: Member, minh: Member, binh: Member, now: datetime) -> None:
    stale = proven(minh, fresh_assurance=Assurance.MEDIUM)
    refusals: list[tuple[type[Problem], Member, dict[str, object]]] = [
        (StepUpNeeded, minh, {"actor": stale}),
        (errors.UnknownTie, minh, {"tie": "uncle"}),
        (errors.ChildOfAge, minh, {"born_on": f"{now.year - 19}"}),
        (errors.ChildOfAge, minh, {"born_on": f"{now.year - 18}-01"}),
        (NoPhoto, minh, {"photo": b"%PDF-1.7"}),
        (PhotoTooSmall, minh, {"photo": paper(100)}),
        (errors.AskedForOneself, minh, {"number": minh.insurance_number}),
        (errors.ChildInFamily, lan, {}),
    ]
    for problem, parent, values in refusals:
        with pytest.raises(problem):
            ask(parent, binh, now, **values)  # type: ignore[arg-type]
    assert not ChildRequest.objects.exists()
    assert not Case.objects.exists()


def test_no_more_than_three_wait_and_five_a_day(minh: Member, binh: Member, now: datetime) -> None:
    numbers = ["0110000011", "0110000022", "0110000033", "0110000044"]
    for number in numbers[:3]:
        ask(minh, binh, now, number=number)
    with pytest.raises(errors.ChildAskedFor):
        ask(minh, binh, now, number=numbers[0])
    with pytest.raises(errors.TooManyOpenChildRequests):
        ask(minh, binh, now, number=numbers[3])
    with pytest.raises(errors.TooManyChildRequests):
        ask(minh, binh, now, number=numbers[3])
    assert ChildRequest.objects.count() == 3


def test_a_number_of_nobody_looks_the_same_and_opens_nothing(
    minh: Member, binh: Member, now: datetime
) -> None:
    ask(minh, binh, now, number="0110000011")
    desk = colleague(1, office=Case.objects.get().office_code)
    claim_case(actor=desk, number=case_number(Case.objects.get()), now=now)
    assert look_at_case(actor=desk, number=case_number(Case.objects.get()), now=now).approval_takes_two
    chief = colleague(2, office=desk.office, roles=frozenset({"supervisor"}))
    waiting = decide(desk, now)
    with pytest.raises(errors.ChildNotOnRecord):
        confirm_decision(actor=chief, number=case_number(waiting), seen=waiting.version, now=now)
    assert not Relation.objects.filter(person_id=minh.person_id, relation="child", seq__gt=10**9).exists()


def test_officers_of_the_family_are_refused(
    hoa: Member, minh: Member, binh: Member, mai: Member, now: datetime
) -> None:
    number = ask(minh, binh, now)
    office = Case.objects.get().office_code
    for problem, actor in (
        (FamilyCase, officer(hoa, office=office)),
        (OwnCase, officer(minh, office=office)),
        (NotFound, officer(mai, office="07901")),
        (NotFound, citizen(mai)),
    ):
        with pytest.raises(problem):
            claim_case(actor=actor, number=number, now=now)
        with pytest.raises(problem):
            look_at_photo(actor=actor, number=number, photo="birth_certificate", now=now)


def test_only_who_decides_sees_the_paper_until_it_is_erased(
    minh: Member, binh: Member, now: datetime
) -> None:
    number = ask(minh, binh, now)
    desk = colleague(1, office=Case.objects.get().office_code)
    with pytest.raises(NotFound):
        look_at_photo(actor=desk, number=number, photo="birth_certificate", now=now)
    claim_case(actor=desk, number=number, now=now)
    assert look_at_photo(actor=desk, number=number, photo="birth_certificate", now=now)[:2] == b"\xff\xd8"
    with pytest.raises(NotFound):
        look_at_photo(actor=desk, number=number, photo="front", now=now)
    for one in (minh, binh):
        assert AccessEvent.objects.filter(person_id=one.person_id, case=number, action="read").exists()
    decide(desk, now, Outcome.REFUSED, "photo_unreadable")
    place = place_of(ChildRequest.objects.get().pk)
    forget_due(now=now + kept("child_photos") + timedelta(days=1))
    assert not ChildRequestPhoto.objects.exists()
    with pytest.raises(FileNotFoundError):
        photo_store().get(place)
    forget_due(now=now + kept("children_refused") + timedelta(days=1))
    assert ChildRequest.objects.get().answers_sealed == ""


def test_a_question_is_answered_and_a_refusal_is_told(
    lan: Member, minh: Member, binh: Member, now: datetime
) -> None:
    number = ask(minh, binh, now)
    desk = colleague(1, office=Case.objects.get().office_code)
    claim_case(actor=desk, number=number, now=now)
    ask_person(actor=desk, number=number, seen=2, question="names_differ", words="", now=now)
    [own] = own_cases(citizen(minh), now=now)
    answer_question(actor=citizen(minh), case_id=own.id, words="Khai sinh đúng.", now=now)
    decide(desk, now, Outcome.REFUSED, "certificate_differs")
    assert ChildRequest.objects.get().state == "refused"
    assert binh.person_id not in seen_by(minh, now)
    assert Notice.objects.filter(code="family.child", person_id=lan.person_id).count() == 2
    assert ask(minh, binh, now)  # a refusal is not the end


def asked_for_photo(parent: Member, child: Member, now: datetime) -> tuple[Actor, str, str]:
    """The officer, the number of the case, and its public id for the parent."""
    number = ask(parent, child, now)
    desk = colleague(1, office=Case.objects.get().office_code)
    claim_case(actor=desk, number=number, now=now)
    ask_person(actor=desk, number=number, seen=2, question="photo_again", words="", now=now)
    [own] = own_cases(citizen(parent), now=now)
    return desk, number, own.id


def test_a_photo_that_cannot_be_read_is_taken_again(
    lan: Member, minh: Member, binh: Member, signed_in: Browser, now: datetime
) -> None:
    with clock.pinned(now):
        desk, number, own = asked_for_photo(minh, binh, now)
        before = look_at_photo(actor=desk, number=number, photo="birth_certificate", now=now)
        browser, page = signed_in(minh), reverse("citizen:report_case", args=[own])
        assert 'name="photo"' not in browser.get(page).text
        assert "for=dependants" in browser.get(page).text
        shows(browser, account_of(minh), "vneid")
        assert "Send a new photo of the whole paper" in browser.get(page).text
        assert "Take or choose a photo." in browser.post(page, {"words": "Đây."}).text
        for file, said in ((b"%PDF-1.7", "not a photo that can be read"), (paper(100), "too small to read")):
            assert said in browser.post(page, {"photo": SimpleUploadedFile("p.jpg", file)}).text
        assert Case.objects.get().state == "waiting_person"
        assert look_at_photo(actor=desk, number=number, photo="birth_certificate", now=now) == before
        sent = browser.post(page, {"photo": SimpleUploadedFile("p.jpg", paper(900)), "words": ""})
        assert sent["Location"] == page
    assert Case.objects.get().state == "claimed"
    after = look_at_photo(actor=desk, number=number, photo="birth_certificate", now=now)
    assert Image.open(BytesIO(after)).size == (900, 900)
    assert b"taken at home" not in after
    assert ChildRequestPhoto.objects.count() == 1


def test_a_photo_is_taken_only_where_one_was_asked_for_and_from_whoever_proves_enough(
    minh: Member, mai: Member, binh: Member, now: datetime
) -> None:
    desk, number, own = asked_for_photo(minh, binh, now)
    with pytest.raises(StepUpNeeded):
        answer_question(actor=citizen(minh), case_id=own, words="", photo=paper(900), now=now)
    with pytest.raises(PhotoNeeded):
        answer_question(actor=proven(minh), case_id=own, words="Không có.", now=now)
    with pytest.raises(NotFound):
        answer_question(actor=proven(mai), case_id=own, words="", photo=paper(900), now=now)
    answer_question(actor=proven(minh), case_id=own, words="", photo=paper(900), now=now)
    with pytest.raises(CaseMoved):
        answer_question(actor=proven(minh), case_id=own, words="Nữa.", photo=paper(800), now=now)
    seen = Case.objects.get().version
    ask_person(actor=desk, number=number, seen=seen, question="names_differ", words="", now=now)
    with pytest.raises(AnswerEmpty):
        answer_question(actor=proven(minh), case_id=own, words=" ", photo=paper(800), now=now)
    answer_question(actor=citizen(minh), case_id=own, words="Khai sinh đúng.", photo=paper(800), now=now)
    kept_one = look_at_photo(actor=desk, number=number, photo="birth_certificate", now=now)
    assert Image.open(BytesIO(kept_one)).size == (900, 900)


def test_a_third_guardian_takes_a_supervisor(
    lan: Member, minh: Member, hoa: Member, binh: Member, now: datetime
) -> None:
    relate_child(guardian=hoa.person_id, child=binh.person_id, relation="ward", source="test", now=now)
    assert len(guardians_of(SYSTEM, [binh.person_id], today=now.date())[binh.person_id]) == 2
    number = ask(minh, binh, now, tie="guardian")
    desk = colleague(1, office=Case.objects.get().office_code)
    case = decide(desk, now, reason="guardianship_agrees")
    assert case.state == "waiting_second"
    assert binh.person_id not in seen_by(minh, now)
    chief = replace(desk, id="chief", person_id=9_000_009, roles=frozenset({"supervisor"}))
    confirm_decision(actor=chief, number=number, seen=case.version, now=now)
    assert Relation.objects.filter(
        person_id=minh.person_id, relative_person_id=binh.person_id, relation="ward"
    ).exists()
    assert binh.person_id in seen_by(minh, now)


def test_what_changed_since_it_was_asked_stops_the_approval(
    minh: Member, binh: Member, now: datetime
) -> None:
    ask(minh, binh, now)
    desk = colleague(1, office=Case.objects.get().office_code)
    child = Person.objects.filter(person_id=binh.person_id)
    child.update(died_on=now.date())
    with pytest.raises(errors.ChildNotOnRecord):
        decide(desk, now)
    child.update(died_on=None)
    relate_child(guardian=minh.person_id, child=binh.person_id, relation="child", source="test", now=now)
    with pytest.raises(errors.AnswersAlready):
        confirm(desk, now)
    Relation.objects.filter(person_id=minh.person_id, relative_person_id=binh.person_id).delete()
    of_age = binh.born_on.replace(year=now.year - 19)
    child.update(born_on=of_age)
    with pytest.raises(errors.NotAChild):
        confirm(desk, now)


def confirm(desk: Actor, now: datetime) -> None:
    """Two who answer for the child: an approval is only proposed, and stopped at the second look."""
    case = Case.objects.get()
    if case.state != "waiting_second":
        case = decide(desk, now)
    chief = replace(desk, id="chief", person_id=9_000_009, roles=frozenset({"supervisor"}))
    confirm_decision(actor=chief, number=case_number(case), seen=case.version, now=now)
