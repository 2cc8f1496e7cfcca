"""A visit to the counter: an officer starts, and neither sees nor chooses a secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.counter.errors import (
    FamilyVisit,
    OwnVisit,
    PasskeyOutsideVisit,
    ResetNotSent,
    StaffTurnToOperator,
    TooManyVisits,
    UnknownPaper,
    VisitorWithoutAccount,
)
from vssid.apps.accounts.errors import ContactTaken, OnHold
from vssid.apps.accounts.holds import Act, HoldKind
from vssid.apps.accounts.models import Contact, CounterVisit, OneTimeCode, ResetAttempt
from vssid.apps.accounts.selectors.counter import visit_sheet, visits_at_counter
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.add_passkey import add_passkey
from vssid.apps.accounts.services.drop_lost_factors import drop_lost_factors
from vssid.apps.accounts.services.open_visit import open_visit
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.redeem_reset import redeem_reset
from vssid.apps.accounts.services.start_reset_at_counter import (
    confirm_new_contact,
    reset_to_new_contact,
    start_reset_at_counter,
)
from vssid.apps.accounts.services.vet_passkey import vet_passkey
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.audit.models import AccessEvent
from vssid.apps.limits.models import Counter
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.services.compose_pointers import ToSend, compose_pointers
from vssid.apps.notifications.services.lease_deliveries import lease_deliveries
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.errors import NobodyOnRecord
from vssid.apps.people.models import Person, Relation
from vssid.domain.values.actor import Actor, Assurance
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit import clock
from vssid.kit.sealing import lookup_digest

NEW = "mot-khu-vuon-khac"
NEW_PHONE = "0900000077"
MINUTE = timedelta(minutes=1)


def officer(member: Member, role: str = "officer", **values: object) -> Actor:
    actor = staff_actor(account_of(member), session="s", channel="staff")
    return replace(actor, roles=frozenset({role}), office="00101", **values)  # type: ignore[arg-type]


def supervisor(actor: Actor) -> Actor:
    """A second officer of the same office, of whom nothing else is known."""
    return replace(actor, id="supervisor-0001", person_id=9_000_001, roles=frozenset({"supervisor"}))


def begun(actor: Actor, member: Member, now: datetime, purpose: str = "password") -> str:
    account_of(member)
    return open_visit(actor=actor, number=member.national_id, paper="citizen_card", purpose=purpose, now=now)


def test_a_code_to_the_contact_on_file(lan: Member, tuan: Member, now: datetime) -> None:
    actor, account = officer(tuan), account_of(lan)
    place_hold(account_id=account.pk, kind=HoldKind.WRONG_CODES, now=now)
    visit = begun(actor, lan, now)
    told = {(step.row.code, step.row.channel) for step in sent(now)}
    assert told == {("auth.counter_visit", "sms"), ("auth.counter_visit", "email")}
    start_reset_at_counter(actor=actor, visit=visit, channel=Channel.SMS, now=now)
    code = next(code_in(step) for step in sent(now) if step.row.code == "auth.code")
    attempt = ResetAttempt.objects.get()
    assert (attempt.account, attempt.door, attempt.officer) == (account, "counter", actor.id)
    looks = AccessEvent.objects.filter(person_id=lan.person_id, actor_kind="officer")
    assert sorted((look.action, look.purpose) for look in looks) == [
        ("issue", "support"),
        ("read", "support"),
    ]
    assert code not in repr(visit_sheet(actor, visit, now=now))
    with pytest.raises(ResetNotSent):
        start_reset_at_counter(actor=actor, visit=visit, channel=Channel.SMS, now=now + MINUTE)
    redeem_reset(number=lan.insurance_number, code=code, new_password=NEW, network="x", now=now)
    account.refresh_from_db()
    assert account.check_password(NEW)
    assert not Contact.objects.exists(), "the contact on file is what it was"


def test_a_lost_contact_takes_two_officers_and_is_told_at_the_old_one(
    lan: Member, minh: Member, tuan: Member, now: datetime
) -> None:
    actor, account = officer(tuan), account_of(lan)
    visit = begun(actor, lan, now)
    sent(now)
    assert not reset_to_new_contact(actor=actor, visit=visit, channel=Channel.SMS, typed=NEW_PHONE, now=now)
    assert not OneTimeCode.objects.exists()
    with pytest.raises(NotAllowed):
        confirm_new_contact(actor=actor, visit=visit, now=now)
    with pytest.raises(NotFound):
        confirm_new_contact(actor=replace(supervisor(actor), id=actor.id), visit=visit, now=now)
    with pytest.raises(NotFound):
        confirm_new_contact(actor=replace(supervisor(actor), office="07901"), visit=visit, now=now)
    assert [sheet.waiting for sheet in visits_at_counter(supervisor(actor), now=now)] == [True]
    confirm_new_contact(actor=supervisor(actor), visit=visit, now=now)
    with pytest.raises(NotFound):
        confirm_new_contact(actor=supervisor(actor), visit=visit, now=now)
    (step,) = (step for step in sent(now) if step.row.code == "auth.code")
    assert step.outgoing.addresses == ("+84900000077",)
    assert lan.phone == contact_book().contacts([lan.person_id])[lan.person_id].phone, "not before the code"
    redeem_reset(number=lan.insurance_number, code=code_in(step), new_password=NEW, network="x", now=now)
    assert contact_book().contacts([lan.person_id])[lan.person_id].phone == "+84900000077"
    assert Contact.objects.get().proved_how == "counter"
    changed = [step.outgoing.addresses for step in sent(now) if step.row.code == "auth.contact_changed"]
    assert (lan.phone,) in changed
    assert closed(account.pk, Act.PAYOUT, now=now + timedelta(hours=71))
    other = begun(actor, minh, now)
    with pytest.raises(ContactTaken):
        reset_to_new_contact(actor=actor, visit=other, channel=Channel.SMS, typed=NEW_PHONE, now=now)


def test_without_any_contact_one_officer_is_enough(lan: Member, tuan: Member, now: datetime) -> None:
    actor = officer(tuan)
    Person.objects.filter(person_id=lan.person_id).update(phone_sealed="", email_sealed="")
    visit = begun(actor, lan, now)
    assert visit_sheet(actor, visit, now=now).phone == ""
    assert reset_to_new_contact(
        actor=actor, visit=visit, channel=Channel.EMAIL, typed="lan.moi@example.org", now=now
    )
    with pytest.raises(NotFound):  # it waits for nobody
        confirm_new_contact(actor=supervisor(actor), visit=visit, now=now)
    with clock.pinned(now):  # what goes to no address is dropped
        steps = list(compose_pointers(lease_deliveries(now=now), now=now))
    (step,) = (step for step in steps if isinstance(step, ToSend))
    redeem_reset(number=lan.insurance_number, code=code_in(step), new_password=NEW, network="x", now=now)
    assert contact_book().contacts([lan.person_id])[lan.person_id].email == "lan.moi@example.org"


def test_a_passkey_of_the_visit_counts_as_much_as_vneid(lan: Member, tuan: Member, now: datetime) -> None:
    actor, account = officer(tuan), account_of(lan)
    themselves = replace(citizen(lan), assurance=Assurance.LOW, fresh_assurance=Assurance.LOW)
    place_hold(account_id=account.pk, kind=HoldKind.AFTER_RESET, now=now)

    def add(name: str, at: datetime) -> str:
        add_passkey(actor=themselves, name=name, credential={"id": name}, current_key="", now=at)
        return factors_of(account.pk).passkeys[-1].id

    with pytest.raises(OnHold):
        add("Trước", now)
    visit = begun(actor, lan, now, "passkey")
    own = add("Điện thoại", now + MINUTE)
    assert [key.vetted for key in visit_sheet(actor, visit, now=now).passkeys] == [False]
    for someone, key, problem in (
        (actor, "a" * 16, PasskeyOutsideVisit),
        (supervisor(actor), own, NotFound),
        (citizen(lan), own, NotAllowed),
    ):
        with pytest.raises(problem):
            vet_passkey(actor=someone, visit=visit, passkey=key, now=now + MINUTE)
    with pytest.raises(NotFound):
        vet_passkey(actor=actor, visit=visit, passkey=own, now=now + 31 * MINUTE)
    later = begun(actor, lan, now + 2 * MINUTE, "passkey")
    with pytest.raises(PasskeyOutsideVisit):
        vet_passkey(actor=actor, visit=later, passkey=own, now=now + 3 * MINUTE)
    vet_passkey(actor=actor, visit=visit, passkey=own, now=now + 3 * MINUTE)
    assert [key.vetted for key in factors_of(account.pk).passkeys] == [True]
    with pytest.raises(NotFound):
        start_reset_at_counter(actor=actor, visit=visit, channel=Channel.SMS, now=now)


def test_who_opens_no_visit(
    lan: Member, tuan: Member, mai: Member, minh: Member, binh: Member, now: datetime
) -> None:
    actor = officer(tuan)
    Relation.objects.create(
        person_id=tuan.person_id, seq=1, relative_person_id=minh.person_id, relation="spouse"
    )
    account_of(minh)
    for someone, number, paper, problem in (
        (citizen(mai), lan.insurance_number, "citizen_card", NotAllowed),
        (officer(tuan, "editor"), lan.insurance_number, "citizen_card", NotAllowed),
        (actor, lan.insurance_number, "", UnknownPaper),
        (actor, "0100000009", "passport", NobodyOnRecord),
        (actor, binh.insurance_number, "passport", VisitorWithoutAccount),
        (actor, tuan.insurance_number, "passport", OwnVisit),
        (actor, minh.insurance_number, "passport", FamilyVisit),
    ):
        with pytest.raises(problem):
            open_visit(actor=someone, number=number, paper=paper, purpose="password", now=now)
    assert not CounterVisit.objects.exists()
    visit = begun(actor, lan, now)
    with pytest.raises(NotFound):
        visit_sheet(officer(mai), visit, now=now)
    Counter.objects.filter(key=lookup_digest("counter_visit", actor.id)).update(count=29)
    begun(actor, lan, now)
    with pytest.raises(TooManyVisits):
        begun(actor, lan, now)


def test_lost_factors_are_dropped_by_two_officers(
    lan: Member, tuan: Member, mai: Member, now: datetime
) -> None:
    actor, account = officer(tuan), account_of(lan)
    themselves = replace(citizen(lan), assurance=Assurance.LOW, fresh_assurance=Assurance.LOW)
    add_passkey(actor=themselves, name="Cũ", credential={"id": "x"}, current_key="", now=now)
    visit = begun(actor, lan, now, "factors")
    for someone, problem in (
        (actor, NotAllowed),
        (replace(supervisor(actor), id=actor.id), NotFound),
        (replace(supervisor(actor), person_id=lan.person_id), OwnVisit),
    ):
        with pytest.raises(problem):
            drop_lost_factors(actor=someone, visit=visit, now=now)
    with pytest.raises(NotFound):
        confirm_new_contact(actor=supervisor(actor), visit=visit, now=now)
    drop_lost_factors(actor=supervisor(actor), visit=visit, now=now)
    with pytest.raises(NotFound):
        drop_lost_factors(actor=supervisor(actor), visit=visit, now=now)
    assert not factors_of(account.pk).any
    assert factors_of(account.pk).codes_left == 0
    assert closed(account.pk, Act.PAYOUT, now=now + timedelta(hours=71))
    with pytest.raises(OnHold):
        add_passkey(actor=themselves, name="Mới", credential={"id": "y"}, current_key="", now=now)
    assert {step.row.code for step in sent(now)} >= {"auth.counter_visit", "auth.factors_changed"}
    account_of(mai)
    with pytest.raises(StaffTurnToOperator):
        begun(actor, mai, now, "factors")
