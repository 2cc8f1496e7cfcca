"""Whose account a national e-ID opens, and when it opens none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.errors import (
    EidAccountClosed,
    EidOfAnother,
    EidReplaced,
    EidUnmatched,
    LastWayIn,
    TooManyEidMatches,
)
from vssid.apps.accounts.models import Account, AdoptionEvent, UnmatchedEid
from vssid.apps.accounts.national_eid import NationalEid
from vssid.apps.accounts.selectors.linked_eid import linked_eid
from vssid.apps.accounts.services.link_eid import Entered, account_of_eid, link_eid
from vssid.apps.accounts.services.unlink_eid import unlink_eid
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, PersonKey
from vssid.domain.values.actor import ANONYMOUS, Actor, Assurance
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.sealing import lookup_digest

pytestmark = pytest.mark.django_db


def eid_of(member: Member, now: datetime, **values: object) -> NationalEid:
    eid = NationalEid(
        issuer="https://vneid.example",
        subject=f"sub-of-{member.key}",
        acr="level-2",
        shown_at=now,
        national_id=member.national_id,
        full_name=member.name.upper(),
        born_on=member.born_on,
    )
    return replace(eid, **values)  # type: ignore[arg-type]


def fresh(member: Member) -> Actor:
    """Has just given the password again."""
    return citizen(member, fresh_assurance=Assurance.LOW)


@pytest.fixture
def eid(lan: Member, now: datetime) -> NationalEid:
    account_of(lan)
    return eid_of(lan, now)


def test_the_first_time_number_name_and_birth_date_find_the_person(
    eid: NationalEid, lan: Member, now: datetime
) -> None:
    assert account_of_eid(eid=eid, now=now) == Entered(account_of(lan).pk)
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.eid_linked").count() == 1
    assert AccessEvent.objects.filter(person_id=lan.person_id, action="change", data_group="account").exists()
    assert AdoptionEvent.objects.filter(event="eid_linked").count() == 1


def test_nothing_of_the_claims_is_kept_readable(eid: NationalEid, now: datetime) -> None:
    account_of_eid(eid=eid, now=now)
    link = SocialAccount.objects.get()
    assert set(link.extra_data) == {"issuer", "subject_sealed", "acr", "auth_time", "number_digest"}
    kept = f"{link.uid} {link.extra_data}"
    for secret in (eid.subject, eid.national_id, eid.full_name, eid.born_on.isoformat()):
        assert secret not in kept
    assert not any(secret in repr(eid) for secret in (eid.subject, eid.national_id, eid.full_name))


def test_afterwards_the_link_decides(eid: NationalEid, lan: Member, now: datetime) -> None:
    account_of_eid(eid=eid, now=now)
    later = replace(
        eid, full_name="Another Name", born_on=date(2000, 1, 1), shown_at=now + timedelta(hours=1)
    )
    assert account_of_eid(eid=later, now=now).account_id == account_of(lan).pk
    assert SocialAccount.objects.get().extra_data["auth_time"] == later.shown_at.isoformat()
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.eid_linked").count() == 1


def test_the_same_subject_of_another_issuer_is_somebody_else(eid: NationalEid, now: datetime) -> None:
    account_of_eid(eid=eid, now=now)
    with pytest.raises(EidReplaced):
        account_of_eid(eid=replace(eid, issuer="https://other.example"), now=now)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"national_id": "001194999999"}, "nobody"),
        ({"full_name": "Trần Thị Lân Anh"}, "particulars"),
        ({"born_on": date(1994, 3, 15)}, "particulars"),
    ],
)
def test_whoever_does_not_fit_is_noted_for_officers(
    eid: NationalEid, lan: Member, now: datetime, values: dict[str, object], why: str
) -> None:
    other = replace(eid, **values)  # type: ignore[arg-type]
    for _ in range(2):
        with pytest.raises(EidUnmatched):
            account_of_eid(eid=other, now=now)
    noted = UnmatchedEid.objects.get()
    assert noted.why == why
    assert noted.person_id == (None if why == "nobody" else lan.person_id)
    assert other.national_id not in noted.particulars_sealed
    assert not SocialAccount.objects.exists()


def test_two_people_with_the_number_are_for_an_officer(eid: NationalEid, lan: Member, now: datetime) -> None:
    """The same human, on record twice: once under the citizen number as insurance number."""
    Person.objects.create(
        person_id=9001, batch=1, full_name=lan.name, born_on=lan.born_on, born_precision="day"
    )
    digest = lookup_digest("insurance", lan.national_id)
    PersonKey.objects.create(digest=digest, kind="insurance", person_id=9001, batch=1)
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=eid, now=now)
    assert UnmatchedEid.objects.get().why == "several"


def test_the_dead_do_not_sign_in(eid: NationalEid, lan: Member, now: datetime) -> None:
    Person.objects.filter(person_id=lan.person_id).update(died_on=date(2026, 1, 1))
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=eid, now=now)


def test_five_tries_in_six_hours(eid: NationalEid, now: datetime) -> None:
    wrong = replace(eid, full_name="Somebody Else")
    for _ in range(5):
        with pytest.raises(EidUnmatched):
            account_of_eid(eid=wrong, now=now)
    with pytest.raises(TooManyEidMatches):
        account_of_eid(eid=wrong, now=now + timedelta(hours=5))
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=wrong, now=now + timedelta(hours=6))


def test_wrong_tries_of_one_do_not_close_the_door_to_another(eid: NationalEid, now: datetime) -> None:
    """A stranger's e-ID with her number, as a faulty registry might give it."""
    for _ in range(6):
        with pytest.raises((EidUnmatched, TooManyEidMatches)):
            account_of_eid(eid=replace(eid, subject="stranger", full_name="A Stranger"), now=now)
    assert account_of_eid(eid=eid, now=now)


def test_a_closed_account_stays_closed(eid: NationalEid, lan: Member, now: datetime) -> None:
    Account.objects.filter(person_id=lan.person_id).update(is_active=False)
    with pytest.raises(EidAccountClosed):
        account_of_eid(eid=eid, now=now)


def test_one_account_has_one_identity(eid: NationalEid, now: datetime) -> None:
    account_of_eid(eid=eid, now=now)
    with pytest.raises(EidReplaced):
        account_of_eid(eid=replace(eid, subject="a second one"), now=now)
    assert SocialAccount.objects.count() == 1
    assert UnmatchedEid.objects.get().why == "other_link"


def test_a_subject_that_changes_hands_opens_nothing_of_the_first(
    eid: NationalEid, lan: Member, minh: Member, now: datetime
) -> None:
    account_of(minh)
    account_of_eid(eid=eid, now=now)
    with pytest.raises(EidReplaced):
        account_of_eid(eid=eid_of(minh, now, subject=eid.subject), now=now)
    assert SocialAccount.objects.get().user_id == account_of(lan).pk


def test_a_person_with_a_new_number_keeps_the_link(eid: NationalEid, lan: Member, now: datetime) -> None:
    account_of_eid(eid=eid, now=now)
    new = "001194555555"
    digest = lookup_digest("national_id", new)
    PersonKey.objects.create(digest=digest, kind="national_id", person_id=lan.person_id, batch=1)
    assert account_of_eid(eid=replace(eid, national_id=new), now=now).account_id == account_of(lan).pk
    assert SocialAccount.objects.get().extra_data["number_digest"] == digest


def test_linking_is_for_oneself(eid: NationalEid, lan: Member, mai: Member, now: datetime) -> None:
    account_of(mai)
    for stranger in (citizen(mai), ANONYMOUS):
        with pytest.raises((EidOfAnother, NotAllowed)):
            link_eid(actor=stranger, eid=eid, now=now)
    assert not SocialAccount.objects.exists()
    link_eid(actor=citizen(lan), eid=eid, now=now)
    with pytest.raises(EidOfAnother):
        link_eid(actor=citizen(mai), eid=eid, now=now)
    link_eid(actor=citizen(lan), eid=eid, now=now)
    assert SocialAccount.objects.get().user_id == account_of(lan).pk


def test_unlinking_is_for_oneself_and_told(eid: NationalEid, lan: Member, mai: Member, now: datetime) -> None:
    account = account_of(lan)
    account.set_password("hoa-chanh-2017")
    account.save()
    account_of(mai).set_password("song-sai-gon-1990")
    account_of_eid(eid=eid, now=now)
    with pytest.raises((NotFound, LastWayIn)):
        unlink_eid(actor=fresh(mai), now=now)
    assert linked_eid(citizen(mai)) is None
    assert linked_eid(citizen(lan)) is not None
    with pytest.raises(StepUpNeeded):
        unlink_eid(actor=citizen(lan), now=now)
    unlink_eid(actor=fresh(lan), now=now)
    assert linked_eid(citizen(lan)) is None
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.eid_unlinked").count() == 1
