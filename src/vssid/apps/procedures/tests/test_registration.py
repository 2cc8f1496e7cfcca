"""Registering: answers kept, contacts proved, an officer's answer, the account activated by its code."""

from __future__ import annotations

import hmac
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts import ports as accounts
from vssid.apps.accounts.counter.errors import FamilyVisit, OwnVisit, UnknownPaper
from vssid.apps.accounts.errors import AccountExists, NoContact, TooManyTries
from vssid.apps.accounts.hashing import hashed
from vssid.apps.accounts.models import (
    Account,
    AdoptionEvent,
    KnownDevice,
    Registration,
    RegistrationCode,
    RegistrationPhoto,
)
from vssid.apps.accounts.ports import PopulationState
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import (
    AccountStands,
    NoPhoto,
    NoRegistration,
    NotOpenToCorrection,
    NumberNotOnRecord,
    PasswordAboutYou,
    RegistrationMoved,
    TooManyContinued,
    TooManySent,
    Unanswered,
    WrongAccountActivation,
    WrongRegistrationCode,
)
from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.selectors.registrations import (
    OwnRegistration,
    RegistrationMatter,
    own_registration,
)
from vssid.apps.accounts.services import activate_account as activating
from vssid.apps.accounts.services.activate_account import activate_account, send_activation_again
from vssid.apps.accounts.services.begin_registration import begin_registration
from vssid.apps.accounts.services.continue_registration import ask_to_continue, continue_registration
from vssid.apps.accounts.services.keep_photo import keep_photo
from vssid.apps.accounts.services.prove_contact import prove_contact, redeem, send_proof_code
from vssid.apps.accounts.services.register_at_counter import register_at_counter
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.accounts.services.submit_registration import cancel_registration, submit_registration
from vssid.apps.accounts.tests.test_reset import statements
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications import ports
from vssid.apps.notifications.models import AddressedMessage
from vssid.apps.notifications.ports import Contact, Outgoing, Receipt, Send, TryLater
from vssid.apps.notifications.services.send_addressed import MOST_TRIES, send_addressed
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.procedures.errors import CaseMoved, SecondOfficerNeeded
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.own_cases import own_cases
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
from vssid.domain.casework.states import State as CaseState
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.integrations.population.sandbox import SandboxPopulation
from vssid.integrations.storage.sealed_folder import SealedFolder
from vssid.kit.clock import VIETNAM
from vssid.kit.tests.test_pictures import photo

NETWORK = "192.0.2.7"
PHONE, EMAIL = "+84912000345", "lan@vssid.example"
PASSWORD = "vuon-sau-nha-nhieu-gio"


@dataclass
class Post:
    """A sender that keeps what it is given."""

    sent: list[Outgoing] = field(default_factory=list)
    away: bool = False

    @contextmanager
    def open(self) -> Iterator[Send]:
        yield self._take

    def _take(self, outgoing: Outgoing) -> Receipt:
        if self.away:
            raise TryLater("away", seconds=1)
        self.sent.append(outgoing)
        return Receipt()


@dataclass
class Book:
    """Where people are reached, as the test says."""

    known: dict[int, Contact]

    def readers(self, person_ids: Collection[int], *, today: date) -> dict[int, int]:
        return {person_id: person_id for person_id in person_ids}

    def contacts(self, person_ids: Collection[int]) -> dict[int, Contact]:
        return {key: value for key, value in self.known.items() if key in person_ids}


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Post:
    post = Post()
    monkeypatch.setattr(accounts._joined, "photos", SealedFolder(tmp_path))
    monkeypatch.setattr(ports._joined, "senders", dict.fromkeys((Channel.SMS, Channel.EMAIL), post))
    monkeypatch.setattr(ports._joined, "contact_book", Book({}))
    monkeypatch.setattr(accounts._joined, "population", SandboxPopulation())
    return post


def code_in(post: Post, now: datetime) -> str:
    send_addressed(now=now)
    found = re.search(r"(?<!\d)\d{6}(?:\d\d)?(?!\d)", post.sent[-1].text)
    assert found is not None
    return found[0]


def begun(now: datetime) -> str:
    return begin_registration(network=NETWORK, language="ko", channel="web", now=now)


def answered(member: Member, now: datetime, **changes: str) -> str:
    """A draft with everything but a proven contact; its token."""
    token = begun(now)
    answers = {
        "number": member.national_id,
        "full_name": member.name,
        "born_on": member.born_on.isoformat(),
        "province": "001",
        "ward": "00004",
        "street": "Số 5, đường Hoa Chanh",
        "phone": PHONE,
        "office": "00101",
    }
    save_answers(token=token, question=Question.NUMBER, changes={**answers, **changes}, now=now)
    return token


def proven(token: str, post: Post, now: datetime, channel: Channel = Channel.SMS) -> str:
    send_proof_code(token=token, channel=channel, network=NETWORK, now=now)
    prove_contact(token=token, channel=channel, typed=code_in(post, now), now=now)
    return token


def sent_in(member: Member, post: Post, now: datetime, **changes: str) -> str:
    token = proven(answered(member, now, **changes), post, now)
    with suppress(Unanswered):
        submit_registration(token=token, language="ko", now=now)
    if own(token).next_question is Question.PHOTOS:
        photograph(token, now)
        submit_registration(token=token, language="ko", now=now)
    return token


def photograph(token: str, now: datetime) -> None:
    for kind in Photo:
        keep_photo(token=token, kind=kind, file=photo(), now=now)


def claimed(tuan: Member, now: datetime) -> str:
    number = case_number(Case.objects.get())
    claim_case(actor=officer(tuan), number=number, now=now)
    return number


def decide(tuan: Member, number: str, outcome: Outcome, reason: str, now: datetime) -> None:
    decide_case(
        actor=officer(tuan),
        number=number,
        seen=Case.objects.get().version,
        outcome=outcome,
        reason=reason,
        words="",
        now=now,
    )


def approve(tuan: Member, now: datetime) -> None:
    approve_claimed(tuan, claimed(tuan, now), now)


def approve_claimed(tuan: Member, number: str, now: datetime) -> None:
    """By two where the data differ."""
    decide(tuan, number, Outcome.APPROVED, "data_agree", now)
    if Case.objects.get().state == CaseState.WAITING_SECOND:
        confirm(number, now)


def confirm(number: str, now: datetime) -> None:
    supervisor = colleague(2, roles=frozenset({"supervisor"}))
    confirm_decision(actor=supervisor, number=number, seen=Case.objects.get().version, now=now)


def own(token: str) -> OwnRegistration:
    return own_registration(token)


def test_a_registration_is_sent_approved_and_activated(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    token = sent_in(hoa, post, now)
    assert own(token).state is State.SUBMITTED
    assert own(token).due_on == date(2026, 11, 26)
    send_addressed(now=now)
    assert own(token).number in post.sent[-1].text
    assert post.sent[-1].language == "ko"

    approve(tuan, now)
    code = code_in(post, now)
    assert own(token).state is State.APPROVED
    account = Account.objects.get(person_id=hoa.person_id)
    assert not account.has_usable_password()
    device = activate_account(
        number=hoa.insurance_number,
        code=code,
        password=PASSWORD,
        network=NETWORK,
        user_agent="Chrome Android",
        now=now,
    )
    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    assert (account.language, account.must_change_password) == ("ko", False)
    assert device
    assert KnownDevice.objects.filter(account=account).count() == 1
    assert own(token).state is State.ACTIVE
    events = list(AdoptionEvent.objects.order_by("pk").values_list("event", flat=True))
    assert events == ["registered", "approved", "activated"]


def test_the_code_activates_once_and_not_forever(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    sent_in(hoa, post, now)
    approve(tuan, now)
    code = code_in(post, now)
    facts: dict[str, Any] = {"number": hoa.national_id, "network": NETWORK, "user_agent": ""}
    with pytest.raises(WrongAccountActivation):
        activate_account(**facts, code="00000000", password=PASSWORD, now=now)
    with pytest.raises(PasswordAboutYou):
        activate_account(**facts, code=code, password=f"{hoa.insurance_number}", now=now)
    with pytest.raises(WrongAccountActivation):
        activate_account(**facts, code=code, password=PASSWORD, now=now + timedelta(days=15))
    activate_account(**facts, code=code, password=PASSWORD, now=now)
    with pytest.raises(WrongAccountActivation):
        activate_account(**facts, code=code, password="another-one-2026", now=now)
    assert Account.objects.get(person_id=hoa.person_id).check_password(PASSWORD)


def test_a_lost_activation_code_is_sent_again_and_the_first_is_void(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    token = sent_in(hoa, post, now)
    with pytest.raises(RegistrationMoved):
        send_activation_again(token=token, now=now)
    approve(tuan, now)
    first = code_in(post, now)
    send_activation_again(token=token, now=now)
    second = code_in(post, now)
    facts: dict[str, Any] = {
        "number": hoa.national_id,
        "network": NETWORK,
        "user_agent": "",
        "password": PASSWORD,
    }
    with pytest.raises(WrongAccountActivation):
        activate_account(**facts, code=first, now=now)
    activate_account(**facts, code=second, now=now)
    with pytest.raises(RegistrationMoved):
        send_activation_again(token=token, now=now)


@pytest.mark.usefixtures("the_cast")
def test_activating_counts_what_was_typed_not_what_was_found(now: datetime, post: Post) -> None:
    facts: dict[str, Any] = {
        "code": "12345678",
        "password": PASSWORD,
        "network": NETWORK,
        "user_agent": "",
        "now": now,
    }
    for _ in range(5):
        with pytest.raises(WrongAccountActivation):
            activate_account(number="0199999999", **facts)
    with pytest.raises(TooManyTries):
        activate_account(number="0199999999", **facts)


def test_a_wrong_activation_code_costs_the_same_for_every_number(
    minh: Member, lan: Member, tuan: Member, post: Post, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One whose code waits, one with nothing waiting, one of nobody: statements, rows written, hashes."""
    sent_in(minh, post, now)
    approve(tuan, now)
    keyed = Mock(wraps=hmac.digest)
    slow = Mock(wraps=hashed)
    monkeypatch.setattr(hmac, "digest", keyed)
    monkeypatch.setattr(activating, "hashed", slow)

    def wrong(number: str) -> tuple[list[str], int, int]:
        keyed.reset_mock()
        slow.reset_mock()

        def activate() -> None:
            with pytest.raises(WrongAccountActivation):
                activate_account(
                    number=number,
                    code="00000000",
                    password=PASSWORD,
                    network=number,
                    user_agent="",
                    now=now,
                )

        return statements(activate), keyed.call_count, slow.call_count

    waiting, *others = (wrong(number) for number in (minh.national_id, lan.national_id, "001194999999"))
    assert others == [waiting, waiting]
    ran, *hashes = waiting
    assert hashes == [6, 1]
    written = [sql for sql in ran if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(written) >= 3
    assert all("limit_counter" in sql for sql in written), "none that changes a row for some numbers only"


def test_a_code_is_looked_at_ten_times_and_a_new_one_again(
    minh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    token = sent_in(minh, post, now)
    approve(tuan, now)
    code = code_in(post, now)
    facts: dict[str, Any] = {"password": PASSWORD, "network": NETWORK, "user_agent": ""}
    for number in (minh.national_id, minh.insurance_number):
        for _ in range(5):
            with pytest.raises(WrongAccountActivation):
                activate_account(**facts, number=number, code="00000000", now=now)
    later = now + timedelta(hours=1)
    with pytest.raises(WrongAccountActivation):
        activate_account(**facts, number=minh.national_id, code=code, now=later)
    send_activation_again(token=token, now=later)
    activate_account(**facts, number=minh.national_id, code=code_in(post, later), now=later)


def test_only_what_the_officer_named_is_corrected(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    token = sent_in(hoa, post, now, full_name="Phạm Thị Hoà")
    dossier = own(token).number
    with pytest.raises(RegistrationMoved):
        save_answers(token=token, question=Question.NAME, changes={"full_name": hoa.name}, now=now)
    number = claimed(tuan, now)
    ask_person(
        actor=officer(tuan),
        number=number,
        seen=Case.objects.get().version,
        question="correct_name",
        words="Tên trên thẻ là Hoa.",
        now=now,
    )
    send_addressed(now=now)
    assert own(token).number in post.sent[-1].text
    asked = own(token)
    assert (asked.state, asked.to_correct) == (State.CORRECTION, (Question.NAME,))
    assert asked.words == "Tên trên thẻ là Hoa."
    with pytest.raises(NotOpenToCorrection):
        save_answers(token=token, question=Question.NUMBER, changes={"number": "0194000123"}, now=now)
    with pytest.raises(NotOpenToCorrection):
        save_answers(token=token, question=Question.NAME, changes={"phone": "+84912000999"}, now=now)
    save_answers(token=token, question=Question.NAME, changes={"full_name": hoa.name}, now=now)
    later = now + timedelta(days=3)
    submit_registration(token=token, language="ko", now=later)
    case = Case.objects.get()
    assert case.state == CaseState.CLAIMED
    assert case_number(case) == number
    assert (own(token).state, own(token).number) == (State.SUBMITTED, dossier)
    assert own(token).due_on == case.due_at.astimezone(VIETNAM).date()
    approve_claimed(tuan, number, later)
    assert own(token).state is State.APPROVED


def test_an_address_is_corrected_where_the_office_stays(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    token = sent_in(hoa, post, now)
    ask_person(
        actor=officer(tuan),
        number=claimed(tuan, now),
        seen=Case.objects.get().version,
        question="correct_address",
        words="",
        now=now,
    )
    save_answers(token=token, question=Question.PROVINCE, changes={"province": "079"}, now=now)
    assert (own(token).answers.ward, own(token).answers.office) == ("", "00101")
    with pytest.raises(Unanswered):
        submit_registration(token=token, language="vi", now=now)


def test_a_refusal_says_why_where_the_number_leads(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    token = sent_in(hoa, post, now)
    decide(tuan, claimed(tuan, now), Outcome.REFUSED, "somebody_else", now)
    refused = own(token)
    assert refused.state is State.REFUSED
    assert refused.reason["en"].startswith("The number and the name")
    send_addressed(now=now)
    assert "name" not in post.sent[-1].text
    assert not Account.objects.filter(person_id=hoa.person_id).exists()


def test_nothing_is_opened_for_a_number_of_nobody_or_for_whoever_has_an_account(
    lan: Member, tuan: Member, post: Post, now: datetime
) -> None:
    account_of(lan)
    sent_in(lan, post, now)
    number = claimed(tuan, now)
    matter = look_at_case(actor=officer(tuan), number=number, now=now).matter
    assert isinstance(matter, RegistrationMatter)
    assert matter.has_account
    with pytest.raises(AccountStands):
        decide(tuan, number, Outcome.APPROVED, "data_agree", now)
    assert Case.objects.get().state == CaseState.CLAIMED
    assert own_cases(citizen(lan), now=now) == []


@pytest.mark.usefixtures("the_cast")
def test_a_number_nobody_has_goes_the_same_way(hoa: Member, tuan: Member, post: Post, now: datetime) -> None:
    token = sent_in(hoa, post, now, number="001194999999")
    assert own(token).state is State.SUBMITTED
    number = claimed(tuan, now)
    matter = look_at_case(actor=officer(tuan), number=number, now=now).matter
    assert isinstance(matter, RegistrationMatter)
    assert (matter.ours, matter.population.state) == (None, PopulationState.UNKNOWN)
    with pytest.raises(NumberNotOnRecord):
        decide(tuan, number, Outcome.APPROVED, "data_agree", now)


def test_the_officer_sees_form_record_and_population(
    minh: Member, tuan: Member, post: Post, now: datetime
) -> None:
    sent_in(minh, post, now)
    matter = look_at_case(actor=officer(tuan), number=case_number(Case.objects.get()), now=now).matter
    assert isinstance(matter, RegistrationMatter)
    assert matter.ours is not None
    assert matter.ours.full_name == minh.name == matter.population.full_name
    assert (matter.phone_proven, matter.email_proven) == (True, False)


def test_relatives_and_other_offices_do_not_decide(
    tuan: Member, mai: Member, post: Post, now: datetime
) -> None:
    from vssid.domain.values.problem import NotFound, Problem

    sent_in(tuan, post, now)
    number = case_number(Case.objects.get())
    with pytest.raises(Problem):
        claim_case(actor=officer(tuan), number=number, now=now)
    with pytest.raises(NotFound):
        claim_case(actor=officer(mai), number=number, now=now)
    claim_case(actor=colleague(1), number=number, now=now)


@pytest.mark.django_db
def test_a_contact_is_proved_by_its_own_code_alone(post: Post, now: datetime) -> None:
    token = begun(now)
    save_answers(token=token, question=Question.CONTACT, changes={"phone": PHONE, "email": EMAIL}, now=now)
    send_proof_code(token=token, channel=Channel.SMS, network=NETWORK, now=now)
    code = code_in(post, now)
    assert post.sent[-1].addresses == (PHONE,)
    with pytest.raises(WrongRegistrationCode):
        prove_contact(token=token, channel=Channel.EMAIL, typed=code, now=now)
    with pytest.raises(WrongRegistrationCode):
        prove_contact(token=token, channel=Channel.SMS, typed=code, now=now + timedelta(minutes=11))
    prove_contact(token=token, channel=Channel.SMS, typed=f"{code[:3]} {code[3:]}", now=now)
    assert own(token).phone_proven
    with pytest.raises(WrongRegistrationCode):
        prove_contact(token=token, channel=Channel.SMS, typed=code, now=now)
    save_answers(token=token, question=Question.CONTACT, changes={"phone": "+84912000999"}, now=now)
    assert not own(token).phone_proven


@pytest.mark.django_db
def test_an_address_answered_while_its_code_is_looked_at_is_not_proved(
    post: Post, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = begun(now)
    save_answers(token=token, question=Question.CONTACT, changes={"phone": PHONE}, now=now)
    send_proof_code(token=token, channel=Channel.SMS, network=NETWORK, now=now)
    code = code_in(post, now)

    def redeem_then_change(*asked: Any) -> bool:
        right = redeem(*asked)
        save_answers(token=token, question=Question.CONTACT, changes={"phone": "+84912000999"}, now=now)
        return right

    monkeypatch.setattr("vssid.apps.accounts.services.prove_contact.redeem", redeem_then_change)
    with pytest.raises(WrongRegistrationCode):
        prove_contact(token=token, channel=Channel.SMS, typed=code, now=now)
    assert not own(token).phone_proven


def test_whoever_is_on_file_is_warned_and_not_twice(
    hoa: Member, tuan: Member, post: Post, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Book({hoa.person_id: Contact(language="vi", phone="+84912000777", email=EMAIL)})
    monkeypatch.setattr(ports._joined, "contact_book", book)
    token = proven(answered(hoa, now, email=EMAIL), post, now)
    proven(token, post, now, Channel.EMAIL)
    with pytest.raises(Unanswered):
        submit_registration(token=token, language="ko", now=now)
    photograph(token, now)
    submit_registration(token=token, language="ko", now=now)
    send_addressed(now=now)
    warned = [sent for sent in post.sent if "dang ky tai khoan VssID bang ma so" in sent.text]
    assert [sent.addresses for sent in warned] == [("+84912000777",)]
    ask_person(
        actor=officer(tuan),
        number=claimed(tuan, now),
        seen=Case.objects.get().version,
        question="correct_name",
        words="",
        now=now,
    )
    submit_registration(token=token, language="ko", now=now)
    send_addressed(now=now)
    assert len([sent for sent in post.sent if "dang ky tai khoan VssID bang ma so" in sent.text]) == 1


@pytest.mark.django_db
def test_five_wrong_tries_end_a_code(post: Post, now: datetime) -> None:
    token = begun(now)
    save_answers(token=token, question=Question.CONTACT, changes={"phone": PHONE}, now=now)
    send_proof_code(token=token, channel=Channel.SMS, network=NETWORK, now=now)
    code = code_in(post, now)
    wrong = "000000" if code != "000000" else "111111"
    for typed in (wrong,) * 5 + (code,):
        with pytest.raises(WrongRegistrationCode):
            prove_contact(token=token, channel=Channel.SMS, typed=typed, now=now)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("channel", "field", "address"), [(Channel.SMS, "phone", PHONE), (Channel.EMAIL, "email", EMAIL)]
)
def test_codes_to_an_address_are_three_an_hour_and_ten_a_day(
    post: Post, now: datetime, channel: Channel, field: str, address: str
) -> None:
    """Whichever registration asks, however long it goes on."""

    def asked(at: datetime) -> bool:
        token = begun(at)
        save_answers(token=token, question=Question.CONTACT, changes={field: address}, now=at)
        try:
            send_proof_code(token=token, channel=channel, network=NETWORK, now=at)
        except TooManySent:
            return False
        return True

    of_a_day = [[asked(now + timedelta(hours=2 * hour)) for _ in range(4)] for hour in range(4)]
    assert of_a_day[:3] == [[True, True, True, False]] * 3
    assert of_a_day[3] == [True, False, False, False], "the tenth of the day"
    assert asked(now + timedelta(hours=31))


def test_another_browser_goes_on_with_number_and_code(hoa: Member, post: Post, now: datetime) -> None:
    token = proven(answered(hoa, now), post, now)
    number = own(token).number
    ask_to_continue(number=number.lower(), network=NETWORK, now=now)
    code = code_in(post, now)
    with pytest.raises(WrongRegistrationCode):
        continue_registration(number="VSSID-20261122-999999", typed=code, network=NETWORK, now=now)
    fresh = continue_registration(number=number, typed=code, network=NETWORK, now=now)
    assert own(fresh).answers.full_name == hoa.name
    with pytest.raises(NoRegistration):
        own(token)


@pytest.mark.django_db
def test_asking_to_continue_tells_nobody_whether_there_is_such_a_number(post: Post, now: datetime) -> None:
    for _ in range(3):
        ask_to_continue(number="VSSID-20261122-000001", network=NETWORK, now=now)
    with pytest.raises(TooManyContinued):
        ask_to_continue(number="VSSID 20261122 000001", network=NETWORK, now=now)
    assert send_addressed(now=now) == 0


def test_a_draft_is_erased_when_its_time_is_over(hoa: Member, post: Post, now: datetime) -> None:
    unproven, kept = begun(now), proven(answered(hoa, now), post, now)
    forget_due(now=now + timedelta(days=2))
    with pytest.raises(NoRegistration):
        own(unproven)
    assert own(kept).answers.street
    forget_due(now=now + timedelta(days=15))
    assert not Registration.objects.exists()
    assert not RegistrationCode.objects.exists()


def test_a_registration_is_taken_back_until_it_is_answered(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    """Also from the desk of an officer, whose decision then comes too late."""
    token = sent_in(hoa, post, now)
    number = claimed(tuan, now)
    cancel_registration(token=token, now=now)
    assert Case.objects.get().state == CaseState.WITHDRAWN
    assert own(token).answers.full_name == ""
    with pytest.raises(CaseMoved):
        decide(tuan, number, Outcome.APPROVED, "data_agree", now)
    with pytest.raises(RegistrationMoved):
        submit_registration(token=token, language="vi", now=now)


@pytest.mark.django_db
def test_what_is_missing_is_named(post: Post, now: datetime) -> None:
    token = begun(now)
    with pytest.raises(Unanswered) as caught:
        submit_registration(token=token, language="vi", now=now)
    assert caught.value.field == Question.NUMBER
    for none in ("", "no such token"):
        with pytest.raises(NoRegistration):
            own(none)


def test_answers_stand_sealed_and_messages_leave_nothing_behind(
    hoa: Member, post: Post, now: datetime
) -> None:
    token = proven(answered(hoa, now), post, now)
    row = Registration.objects.get()
    assert hoa.national_id not in row.answers_sealed
    assert not AddressedMessage.objects.exists()
    post.away = True
    send_proof_code(token=token, channel=Channel.SMS, network=NETWORK, now=now)
    moment = now
    for _ in range(MOST_TRIES):
        assert AddressedMessage.objects.exists()
        send_addressed(now=moment)
        moment += timedelta(hours=1)
    assert not AddressedMessage.objects.exists()


def test_begun_at_the_counter_it_is_proved_and_sent_by_the_visitor_and_decided_by_another(
    hoa: Member, lan: Member, tuan: Member, mai: Member, post: Post, now: datetime
) -> None:
    Account.objects.filter(person_id=hoa.person_id).delete()
    actor = officer(tuan)
    given = {"number": hoa.insurance_number, "full_name": hoa.name, "born_on": "1964-05-20", "phone": PHONE}

    def begin(by: Actor, paper: str = "citizen_card", **changes: str) -> str:
        return register_at_counter(
            actor=by, paper=paper, answers={**given, **changes}, language="ko", now=now
        )

    account_of(lan)
    for by, paper, changes, problem in (
        (citizen(mai), "citizen_card", {}, NotAllowed),
        (actor, "", {}, UnknownPaper),
        (actor, "passport", {"phone": ""}, NoContact),
        (actor, "passport", {"number": lan.insurance_number}, AccountExists),
        (actor, "passport", {"number": tuan.insurance_number}, OwnVisit),
        (replace(actor, person_id=lan.person_id), "passport", {}, FamilyVisit),
    ):
        with pytest.raises(problem):
            begin(by, paper, **changes)
    dossier = begin(actor)
    ask_to_continue(number=dossier, network=NETWORK, now=now)
    with pytest.raises(WrongRegistrationCode):
        continue_registration(number=dossier, typed="000000", network=NETWORK, now=now)
    token = continue_registration(number=dossier, typed=code_in(post, now), network=NETWORK, now=now)
    assert (own(token).phone_proven, own(token).next_question) == (True, Question.PROVINCE)
    place = {"province": "001", "ward": "00004", "street": "Số 1", "office": "00101"}
    for question, fields in (
        (Question.PROVINCE, ("province",)),
        (Question.ADDRESS, ("ward", "street")),
        (Question.OFFICE, ("office",)),
    ):
        changes = {field: place[field] for field in fields}
        save_answers(token=token, question=question, changes=changes, now=now)
    submit_registration(token=token, language="ko", now=now)
    assert AdoptionEvent.objects.get(event="registered").channel == "counter"
    number = case_number(Case.objects.get())
    with pytest.raises(SecondOfficerNeeded):
        claim_case(actor=actor, number=number, now=now)
    claim_case(actor=colleague(1), number=number, now=now)
    decide_case(
        actor=colleague(1),
        number=number,
        seen=2,
        outcome=Outcome.APPROVED,
        reason="seen_at_counter",
        words="",
        now=now,
    )
    begun_by = officer(tuan, roles=frozenset({"supervisor"}))
    with pytest.raises(SecondOfficerNeeded):
        confirm_decision(actor=begun_by, number=number, seen=Case.objects.get().version, now=now)
    confirm(number, now)


def in_store(tmp_path: Path) -> list[str]:
    return sorted(path.name.rpartition("-")[2] for path in tmp_path.glob("[!.]*"))


def test_photos_are_asked_of_whom_the_register_knows_otherwise(
    lan: Member, tuan: Member, post: Post, now: datetime, tmp_path: Path
) -> None:
    """Whoever exists under another name is asked as is a number nobody has; once asked, another number
    tells nothing more."""
    for changes in ({"full_name": "Trần Thị Lân Anh"}, {"number": "001194999999"}):
        token = proven(answered(lan, now, **changes), post, now)
        with pytest.raises(NotOpenToCorrection):
            keep_photo(token=token, kind=Photo.FRONT, file=photo(), now=now)
        for number in (None, lan.national_id):
            if number:
                right = {"number": number, "full_name": lan.name}
                save_answers(token=token, question=Question.NUMBER, changes=right, now=now)
            with pytest.raises(Unanswered) as caught:
                submit_registration(token=token, language="vi", now=now)
            assert caught.value.field == Question.PHOTOS
    assert not Case.objects.exists()

    with pytest.raises(NoPhoto):
        keep_photo(token=token, kind=Photo.FRONT, file=b"%PDF-1.7", now=now)
    photograph(token, now)
    photograph(token, now)
    assert in_store(tmp_path) == ["back", "front", "portrait"]
    submit_registration(token=token, language="vi", now=now)
    with pytest.raises(RegistrationMoved):
        keep_photo(token=token, kind=Photo.FRONT, file=photo(), now=now)


@pytest.mark.parametrize("passport", [True, False], ids=["passport", "outage"])
def test_a_silent_register_confirms_nobody(
    grace: Member, lan: Member, post: Post, now: datetime, monkeypatch: pytest.MonkeyPatch, passport: bool
) -> None:
    """Neither an invented name under a passport number, nor anybody while the register is away."""
    token = answered(lan, now)
    if passport:
        changes = {"number": grace.passport_number, "full_name": "John Nobody", "nationality": "GB"}
        save_answers(token=token, question=Question.NUMBER, changes=changes, now=now)
    else:
        monkeypatch.setattr(accounts._joined, "population", None)
    proven(token, post, now)
    with pytest.raises(Unanswered) as caught:
        submit_registration(token=token, language="en", now=now)
    assert caught.value.field == Question.PHOTOS
    photograph(token, now)
    submit_registration(token=token, language="en", now=now)
    assert own(token).state is State.SUBMITTED


def test_data_that_differ_are_approved_by_two(hoa: Member, tuan: Member, post: Post, now: datetime) -> None:
    """The register has another birth date of Hoa."""
    token = sent_in(hoa, post, now)
    number = claimed(tuan, now)
    assert look_at_case(actor=officer(tuan), number=number, now=now).approval_takes_two
    decide(tuan, number, Outcome.APPROVED, "data_agree", now)
    assert own(token).state is State.SUBMITTED
    assert not Account.objects.filter(person_id=hoa.person_id).exists()
    proposer = officer(tuan, roles=frozenset({"supervisor"}))
    with pytest.raises(SecondOfficerNeeded):
        confirm_decision(actor=proposer, number=number, seen=Case.objects.get().version, now=now)
    confirm(number, now)
    assert own(token).state is State.APPROVED


def test_data_that_agree_are_approved_by_one(lan: Member, tuan: Member, post: Post, now: datetime) -> None:
    token = sent_in(lan, post, now)
    number = claimed(tuan, now)
    assert not look_at_case(actor=officer(tuan), number=number, now=now).approval_takes_two
    decide(tuan, number, Outcome.APPROVED, "data_agree", now)
    assert own(token).state is State.APPROVED


def test_only_the_officer_who_decides_sees_the_photos_and_each_look_is_logged(
    hoa: Member, tuan: Member, post: Post, now: datetime
) -> None:
    sent_in(hoa, post, now)
    looker, number = officer(tuan), case_number(Case.objects.get())
    with pytest.raises(NotFound):
        look_at_photo(actor=looker, number=number, photo="front", now=now)
    claimed(tuan, now)
    for actor, kind in ((colleague(1), "front"), (looker, "passport"), (looker, "../front")):
        with pytest.raises(NotFound):
            look_at_photo(actor=actor, number=number, photo=kind, now=now)
    before = looks_at(hoa)
    assert look_at_photo(actor=looker, number=number, photo="front", now=now).startswith(b"\xff\xd8\xff")
    assert looks_at(hoa) - before == 1
    decide(tuan, number, Outcome.APPROVED, "data_agree", now)
    second = colleague(2, roles=frozenset({"supervisor"}))
    assert look_at_photo(actor=second, number=number, photo="front", now=now)
    with pytest.raises(NotFound):
        look_at_photo(actor=colleague(1), number=number, photo="front", now=now)
    confirm(number, now)
    for actor in (looker, second):
        with pytest.raises(NotFound):
            look_at_photo(actor=actor, number=number, photo="front", now=now)


def looks_at(member: Member) -> int:
    """By officers, in the log that the person reads."""
    return AccessEvent.objects.filter(
        person_id=member.person_id, actor_kind="officer", action="read", purpose="dossier"
    ).count()


@pytest.mark.parametrize("ending", ["taken back", "forgotten", "decided"])
def test_photos_are_erased_by_schedule(
    ending: str,
    hoa: Member,
    tuan: Member,
    post: Post,
    now: datetime,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    token = proven(answered(hoa, now), post, now)
    with pytest.raises(Unanswered):
        submit_registration(token=token, language="vi", now=now)
    photograph(token, now)
    if ending == "taken back":
        with django_capture_on_commit_callbacks(execute=True):
            cancel_registration(token=token, now=now)
    elif ending == "forgotten":
        forget_due(now=now + timedelta(days=15))
        assert not Registration.objects.exists()
    else:
        submit_registration(token=token, language="vi", now=now)
        approve(tuan, now)
        forget_due(now=now + kept("photos") - timedelta(hours=1))
        assert len(in_store(tmp_path)) == 3
        forget_due(now=now + kept("photos"))
    assert in_store(tmp_path) == []
    assert not RegistrationPhoto.objects.exists()


def test_an_officer_asks_for_photos(lan: Member, tuan: Member, post: Post, now: datetime) -> None:
    token = sent_in(lan, post, now)
    number = claimed(tuan, now)
    ask_person(
        actor=officer(tuan),
        number=number,
        seen=Case.objects.get().version,
        question="send_photos",
        words="",
        now=now,
    )
    assert own(token).to_correct == (Question.PHOTOS,)
    with pytest.raises(Unanswered):
        submit_registration(token=token, language="vi", now=now)
    photograph(token, now)
    dossier = own(token).number
    submit_registration(token=token, language="vi", now=now)
    assert (own(token).state, own(token).number) == (State.SUBMITTED, dossier)
    assert case_number(Case.objects.get()) == number
