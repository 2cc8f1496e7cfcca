"""A visit to the counter: an officer starts, and neither sees nor chooses a secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.counter.errors import (
    FamilyVisit,
    NothingClosed,
    OwnVisit,
    PasskeyOutsideVisit,
    ResetNotSent,
    SameHand,
    SeenTooSoon,
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
from vssid.apps.accounts.services.open_payout_again import open_payout_again
from vssid.apps.accounts.services.open_visit import open_visit
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.redeem_reset import redeem_reset
from vssid.apps.accounts.services.see_visitor import see_visitor
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


def without_contacts(member: Member) -> None:
    account_of(member)
    Person.objects.filter(person_id=member.person_id).update(phone_sealed="", email_sealed="")


def only_code(now: datetime) -> str:
    """Of the one code among the messages; what goes to no address is dropped."""
    with clock.pinned(now):
        steps = list(compose_pointers(lease_deliveries(now=now), now=now))
    (step,) = (step for step in steps if isinstance(step, ToSend) and step.row.code == "auth.code")
    return code_in(step)


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


def test_without_any_contact_two_officers_look_too(lan: Member, tuan: Member, now: datetime) -> None:
    actor = officer(tuan)
    without_contacts(lan)
    visit = begun(actor, lan, now)
    assert visit_sheet(actor, visit, now=now).phone == ""
    asked = {"visit": visit, "channel": Channel.EMAIL, "typed": "lan.moi@example.org", "now": now}
    assert not reset_to_new_contact(actor=actor, **asked)  # type: ignore[arg-type]
    assert not OneTimeCode.objects.exists()
    confirm_new_contact(actor=supervisor(actor), visit=visit, now=now)
    redeem_reset(number=lan.insurance_number, code=only_code(now), new_password=NEW, network="x", now=now)
    assert contact_book().contacts([lan.person_id])[lan.person_id].email == "lan.moi@example.org"


def test_a_contact_on_file_that_is_typed_is_no_new_one(lan: Member, tuan: Member, now: datetime) -> None:
    actor = officer(tuan)
    visit = begun(actor, lan, now)
    assert reset_to_new_contact(actor=actor, visit=visit, channel=Channel.SMS, typed=lan.phone, now=now)
    assert visit_sheet(actor, visit, now=now).new_contact == ""


def test_one_officer_takes_no_account_over_and_two_open_the_way(
    lan: Member, tuan: Member, now: datetime
) -> None:
    """From an account nobody can be reached at to its payout account: every step stops one officer alone."""
    actor, account = officer(tuan, "supervisor"), account_of(lan)
    second, themselves = supervisor(actor), replace(citizen(lan), fresh_assurance=Assurance.LOW)
    without_contacts(lan)

    def alone_stops(service: Callable[..., object], visit: str, at: datetime) -> None:
        with pytest.raises(NotFound):
            service(actor=actor, visit=visit, now=at)

    def payout_is_closed(at: datetime) -> bool:
        return closed(account.pk, Act.PAYOUT, now=at, with_eid=True)

    # a new password, at a telephone the visitor names
    visit = begun(actor, lan, now)
    reset_to_new_contact(actor=actor, visit=visit, channel=Channel.SMS, typed=NEW_PHONE, now=now)
    alone_stops(confirm_new_contact, visit, now)
    confirm_new_contact(actor=second, visit=visit, now=now)
    redeem_reset(number=lan.insurance_number, code=only_code(now), new_password=NEW, network="x", now=now)

    # a passkey that proves as much as VNeID
    visit, add = begun(actor, lan, now, "passkey"), partial(add_passkey, actor=themselves, current_key="")
    with pytest.raises(OnHold):
        add(name="Mới", credential={"id": "x"}, now=now + MINUTE)
    alone_stops(see_visitor, visit, now)
    see_visitor(actor=second, visit=visit, now=now)
    add(name="Mới", credential={"id": "x"}, now=now + MINUTE)
    (key,) = factors_of(account.pk).passkeys
    alone_stops(partial(vet_passkey, passkey=key.id), visit, now + MINUTE)
    vet_passkey(actor=second, visit=visit, passkey=key.id, now=now + MINUTE)

    # the payout account: no time opens it, and no visit before time
    with pytest.raises(SeenTooSoon):
        begun(actor, lan, now + timedelta(hours=71), "payout")
    later = now + timedelta(days=400)
    assert payout_is_closed(later)
    visit = begun(actor, lan, later, "payout")
    alone_stops(open_payout_again, visit, later)
    assert payout_is_closed(later)
    open_payout_again(actor=second, visit=visit, now=later)
    assert not payout_is_closed(later)
    with pytest.raises(NothingClosed):
        begun(actor, lan, later, "payout")


def test_whoever_began_a_reset_vouches_for_nobody_after_it(lan: Member, tuan: Member, now: datetime) -> None:
    first = officer(tuan)
    second = supervisor(first)
    begun(second, lan, now)
    visit = begun(first, lan, now, "passkey")
    assert [sheet.purpose for sheet in visits_at_counter(second, now=now)] == ["password"]
    with pytest.raises(SameHand):
        see_visitor(actor=second, visit=visit, now=now)
    third = replace(second, id="supervisor-0002", person_id=9_000_002)
    see_visitor(actor=third, visit=visit, now=now)
    assert [sheet.seen for sheet in visits_at_counter(third, now=now)] == [True]
    with pytest.raises(NotFound):
        confirm_new_contact(actor=third, visit=visit, now=now)
    again = now + timedelta(days=31)
    see_visitor(actor=second, visit=begun(first, lan, again, "passkey"), now=again)


def test_a_change_that_was_told_keeps_nothing_closed_for_ever(
    lan: Member, tuan: Member, now: datetime
) -> None:
    actor, account = officer(tuan), account_of(lan)
    visit = begun(actor, lan, now)
    sent(now)
    reset_to_new_contact(actor=actor, visit=visit, channel=Channel.SMS, typed=NEW_PHONE, now=now)
    confirm_new_contact(actor=supervisor(actor), visit=visit, now=now)
    redeem_reset(number=lan.insurance_number, code=only_code(now), new_password=NEW, network="x", now=now)
    assert not closed(account.pk, Act.PAYOUT, now=now + timedelta(hours=73))


def test_a_passkey_of_the_visit_counts_as_much_as_vneid(lan: Member, tuan: Member, now: datetime) -> None:
    actor, account = officer(tuan), account_of(lan)
    second = supervisor(actor)
    themselves = replace(citizen(lan), assurance=Assurance.LOW, fresh_assurance=Assurance.LOW)
    place_hold(account_id=account.pk, kind=HoldKind.AFTER_RESET, now=now)

    def add(name: str, at: datetime) -> str:
        add_passkey(actor=themselves, name=name, credential={"id": name}, current_key="", now=at)
        return factors_of(account.pk).passkeys[-1].id

    visit = begun(actor, lan, now, "passkey")
    with pytest.raises(OnHold):
        add("Trước", now)
    see_visitor(actor=second, visit=visit, now=now)
    own = add("Điện thoại", now + MINUTE)
    assert [key.vetted for key in visit_sheet(second, visit, now=now).passkeys] == [False]
    for someone, key, problem in (
        (second, "a" * 16, PasskeyOutsideVisit),
        (actor, own, NotAllowed),
        (replace(second, id="supervisor-0002"), own, NotFound),
        (citizen(lan), own, NotAllowed),
    ):
        with pytest.raises(problem):
            vet_passkey(actor=someone, visit=visit, passkey=key, now=now + MINUTE)
    with pytest.raises(NotFound):
        vet_passkey(actor=second, visit=visit, passkey=own, now=now + 31 * MINUTE)
    later = begun(actor, lan, now + 2 * MINUTE, "passkey")
    see_visitor(actor=second, visit=later, now=now + 2 * MINUTE)
    with pytest.raises(PasskeyOutsideVisit):
        vet_passkey(actor=second, visit=later, passkey=own, now=now + 3 * MINUTE)
    vet_passkey(actor=second, visit=visit, passkey=own, now=now + 3 * MINUTE)
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
