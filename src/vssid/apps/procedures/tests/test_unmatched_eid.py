"""A VNeID identity that fits no single record: two officers look, and only a new sign-in links it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.errors import EidReplaced, EidUnmatched, NoSuchRecord
from vssid.apps.accounts.models import UnmatchedEid
from vssid.apps.accounts.selectors.linked_eid import linked_eid
from vssid.apps.accounts.services.link_eid import account_of_eid
from vssid.apps.accounts.tests.test_eid import eid_of
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, PersonKey
from vssid.apps.procedures.errors import FamilyCase, OwnCase
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.confirm_decision import confirm_decision
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.tests.officers import colleague
from vssid.domain.casework.states import Outcome
from vssid.domain.values.problem import NotFound
from vssid.kit.sealing import lookup_digest

FIRST, CHIEF = colleague(1), colleague(2, roles=frozenset({"supervisor"}))


def waiting_case() -> str:
    return case_number(Case.objects.get(kind="unmatched_eid", closed=False))


def decided(outcome: Outcome, reason: str, now: datetime) -> None:
    number = waiting_case()
    claim_case(actor=FIRST, number=number, now=now)
    decide_case(actor=FIRST, number=number, seen=2, outcome=outcome, reason=reason, words="", now=now)
    confirm_decision(actor=CHIEF, number=number, seen=3, now=now)


def test_two_officers_pick_the_record_and_the_next_sign_in_links_it(lan: Member, now: datetime) -> None:
    account, other_name = account_of(lan), replace(eid_of(lan, now), full_name="Trần Thị Lân Anh")
    for _ in range(2):
        with pytest.raises(EidUnmatched):
            account_of_eid(eid=other_name, now=now)
    sheet = look_at_case(actor=FIRST, number=waiting_case(), now=now)
    assert sheet.matter.told.full_name == "Trần Thị Lân Anh"  # type: ignore[attr-defined]
    assert [one.person_id for one in sheet.matter.candidates] == [lan.person_id]  # type: ignore[attr-defined]
    decided(Outcome.APPROVED, "record_1", now)
    assert linked_eid(citizen(lan)) is None, "the decision alone links nothing"
    looks = AccessEvent.objects.filter(person_id=lan.person_id, actor_kind="officer")
    assert set(looks.values_list("purpose", flat=True)) == {"security"}
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.eid_checked").count() == 1
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=replace(other_name, full_name="Somebody Else"), now=now)
    late = now + timedelta(days=31)
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=other_name, now=late)
    assert account_of_eid(eid=other_name, now=now).account_id == account.pk
    assert UnmatchedEid.objects.get().granted_id is None, "used up"


def test_a_new_identity_of_the_person_takes_the_place_of_the_old_one(lan: Member, now: datetime) -> None:
    account = account_of(lan)
    account_of_eid(eid=eid_of(lan, now), now=now)
    new = eid_of(lan, now, subject="new-sub")
    with pytest.raises(EidReplaced):
        account_of_eid(eid=new, now=now)
    decided(Outcome.APPROVED, "record_1", now)
    assert account_of_eid(eid=new, now=now).account_id == account.pk
    with pytest.raises(EidReplaced):
        account_of_eid(eid=eid_of(lan, now), now=now)


def test_of_two_records_one_is_picked_by_nobody_of_the_family(
    lan: Member, hoa: Member, now: datetime
) -> None:
    """Lan's mother sees none of it, though the case names no single person."""
    Person.objects.create(
        person_id=9001, batch=1, full_name=lan.name, born_on=lan.born_on, born_precision="day"
    )
    digest = lookup_digest("insurance", lan.national_id)
    PersonKey.objects.create(digest=digest, kind="insurance", person_id=9001, batch=1)
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=eid_of(lan, now), now=now)
    case = Case.objects.get(kind="unmatched_eid")
    assert (case.person_id, case.office_code) == (None, "00101")
    for member, problem in ((lan, OwnCase), (hoa, FamilyCase)):
        with pytest.raises(problem):
            look_at_case(actor=replace(FIRST, person_id=member.person_id), number=waiting_case(), now=now)
    with pytest.raises(NotFound):
        look_at_case(actor=replace(FIRST, office="07901"), number=waiting_case(), now=now)
    with pytest.raises(NoSuchRecord):
        decided(Outcome.APPROVED, "record_3", now)
    seen = AccessEvent.objects.filter(person_id=9001, actor_kind="officer")
    assert seen.exists(), "each record that was shown has the look in its log"
    assert Case.objects.get(kind="unmatched_eid").state == "waiting_second"


def test_refused_it_opens_nothing_and_a_later_try_is_a_new_case(lan: Member, now: datetime) -> None:
    account_of(lan)
    nobody = replace(eid_of(lan, now), national_id="001194999999")
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=nobody, now=now)
    decided(Outcome.REFUSED, "not_on_record", now)
    later = now + timedelta(days=1)
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=nobody, now=later)
    assert Case.objects.filter(kind="unmatched_eid").count() == 2
    assert linked_eid(citizen(lan)) is None
