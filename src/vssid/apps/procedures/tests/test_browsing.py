"""Odd looks of an officer become a case of their supervisor, and its result is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.models import Account
from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.selectors.entries import entry_public_id
from vssid.apps.audit.selectors.reports import ReportKind
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.services.report_entry import report_entry
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, Relation
from vssid.apps.procedures.browsing.alarms import KIND, BrowsingMatter
from vssid.apps.procedures.browsing.rules import NAMES, browsing
from vssid.apps.procedures.errors import OwnCase, SecondOfficerNeeded, TooManyLooks
from vssid.apps.procedures.models import BrowsingAlarm, Case
from vssid.apps.procedures.models.browsing_alarm import COMPLAINT
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services import look_at_case as looking
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.services.watch_browsing import watch_browsing
from vssid.apps.procedures.tests.officers import colleague, officer, reported_case
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

FIRST = 7_000_000


def looks(actor: Actor, people: range, at: datetime, *, action: str = "read", case: str = "") -> None:
    for person_id in people:
        record_access(
            actor=actor,
            person_id=person_id,
            action=action,
            data_group="reports",
            purpose="security",
            case=case.format(person_id),
            now=at,
        )


@pytest.fixture
def staff(tuan: Member) -> Actor:
    """Tuấn at his desk in office 00101, as the account says."""
    Account.objects.filter(pk=account_of(tuan).pk).update(role="officer", office_code="00101")
    return officer(tuan, office="00101")


def test_the_alarm_its_review_and_who_is_told(lan: Member, tuan: Member, staff: Actor, now: datetime) -> None:
    looks(staff, range(FIRST, FIRST + 24), now)
    assert watch_browsing(now=now) == 0
    looks(staff, range(lan.person_id, lan.person_id + 1), now)
    assert watch_browsing(now=now) == 1
    assert watch_browsing(now=now + timedelta(minutes=5)) == 0, "one alarm a rule and day"
    alarm = BrowsingAlarm.objects.get()
    assert (alarm.rule, alarm.times, alarm.officer) == ("many_without_case", 25, staff.id)
    number = case_number(Case.objects.get())
    chief = colleague(2, roles=frozenset({"supervisor"}))
    with pytest.raises(NotFound):
        claim_case(actor=colleague(1), number=number, now=now)
    matter = look_at_case(actor=chief, number=number, now=now).matter
    assert isinstance(matter, BrowsingMatter)
    assert (matter.officer, matter.people) == (tuan.name, 25)
    seen = AccessEvent.objects.filter(person_id=tuan.person_id, actor_kind="officer", case=number)
    assert seen.count() == 1, "the officer sees who was told their name"
    claim_case(actor=chief, number=number, now=now)
    without_reason(chief, number, now)
    assert Notice.objects.filter(person_id=tuan.person_id, code="auth.looks_reviewed").count() == 1
    assert is_told_without_reason(lan)


def test_whom_the_officer_served_in_those_hours_is_told_nothing(
    lan: Member, mai: Member, tuan: Member, staff: Actor, now: datetime
) -> None:
    """Mai's case was worked on between the looks that nothing explains."""
    looks(staff, range(FIRST, FIRST + 24), now)
    for action in ("read", "change"):
        looks(staff, range(mai.person_id, mai.person_id + 1), now, action=action, case="VSSID-{}")
    looks(staff, range(lan.person_id, lan.person_id + 1), now + timedelta(minutes=5))
    assert watch_browsing(now=now + timedelta(minutes=5)) == 1
    number, chief = case_number(Case.objects.get()), colleague(2, roles=frozenset({"supervisor"}))
    matter = look_at_case(actor=chief, number=number, now=now).matter
    assert isinstance(matter, BrowsingMatter)
    assert (matter.people, matter.concerned) == (26, 25)
    claim_case(actor=chief, number=number, now=now)
    without_reason(chief, number, now)
    assert is_told_without_reason(lan)
    assert not is_told_without_reason(mai)


def is_told_without_reason(member: Member) -> bool:
    return Notice.objects.filter(person_id=member.person_id, code="auth.look_without_reason").exists()


def without_reason(chief: Actor, number: str, now: datetime) -> None:
    decide_case(
        actor=chief,
        number=number,
        seen=2,
        outcome=Outcome.REFUSED,
        reason="without_reason",
        words="",
        now=now,
    )


def test_what_the_work_explains_raises_nothing(lan: Member, staff: Actor, now: datetime) -> None:
    looks(staff, range(FIRST, FIRST + 60), now, case="VSSID-{}")
    looks(staff, range(FIRST, FIRST + 60), now, action="change", case="VSSID-{}")
    assert watch_browsing(now=now) == 0


def test_neighbours_colleagues_and_family_are_few_enough(
    lan: Member, hoa: Member, tuan: Member, staff: Actor, now: datetime
) -> None:
    Person.objects.filter(person_id=tuan.person_id).update(ward_code="00004")
    for place in range(5):
        Person.objects.create(person_id=FIRST + place, batch=1, full_name="Vũ An", ward_code="00004")
    looks(staff, range(FIRST, FIRST + 5), now)
    Relation.objects.create(
        person_id=tuan.person_id, seq=99, relative_person_id=FIRST + 1, relation="sibling"
    )
    watch_browsing(now=now)
    assert set(BrowsingAlarm.objects.values_list("rule", flat=True)) == {"neighbours", "family"}


def test_nights_are_noticed(staff: Actor, now: datetime) -> None:
    midnight = datetime.fromisoformat("2026-11-30T00:30:00+07:00")
    looks(staff, range(FIRST, FIRST + 5), midnight)
    watch_browsing(now=midnight)
    assert [alarm.rule for alarm in BrowsingAlarm.objects.all()] == ["at_night"]


def test_nobody_reviews_their_own_looks(tuan: Member, now: datetime) -> None:
    Account.objects.filter(pk=account_of(tuan).pk).update(role="supervisor", office_code="00101")
    chief = officer(tuan, roles=frozenset({"supervisor"}), office="00101")
    looks(chief, range(FIRST, FIRST + 25), now)
    watch_browsing(now=now)
    number = case_number(Case.objects.get())
    with pytest.raises(OwnCase):
        claim_case(actor=chief, number=number, now=now)
    with pytest.raises(SecondOfficerNeeded):
        claim_case(actor=replace(chief, person_id=9_000_001), number=number, now=now)


def complain(member: Member, now: datetime) -> None:
    """About the one look of an officer at the member, and an officer finds no reason for it."""
    event = AccessEvent.objects.get(person_id=member.person_id, actor_kind="officer")
    report_entry(
        actor=citizen(member),
        entry_id=entry_public_id(member.person_id, event.month, event.seq),
        kind=ReportKind.NOT_ME,
        now=now,
    )
    number = case_number(Case.objects.get(person_id=member.person_id))
    desk = replace(colleague(1), office=Case.objects.get(person_id=member.person_id).office_code)
    claim_case(actor=desk, number=number, now=now)
    decide_case(
        actor=desk,
        number=number,
        seen=2,
        outcome=Outcome.APPROVED,
        reason="no_reason_found",
        words="",
        now=now,
    )


def test_a_complaint_without_a_reason_found_names_the_looker_to_a_supervisor_alone(
    lan: Member, tuan: Member, staff: Actor, now: datetime
) -> None:
    looks(staff, range(lan.person_id, lan.person_id + 1), now)
    complain(lan, now)
    review = case_number(Case.objects.get(kind=KIND))
    with pytest.raises(NotFound):
        look_at_case(actor=colleague(1), number=review, now=now)
    matter = look_at_case(actor=colleague(2, roles=frozenset({"supervisor"})), number=review, now=now).matter
    assert isinstance(matter, BrowsingMatter)
    assert (matter.rule, matter.officer, matter.people) == (COMPLAINT, tuan.name, 1)


def test_each_complaint_of_a_day_is_reviewed(
    lan: Member, mai: Member, tuan: Member, staff: Actor, now: datetime
) -> None:
    for number, member in enumerate((lan, mai)):
        looks(staff, range(member.person_id, member.person_id + 1), now + timedelta(minutes=number))
    for member in (lan, mai):
        complain(member, now + timedelta(hours=1))
    assert Case.objects.filter(kind=KIND).count() == 2


def test_a_citizen_has_no_alarm(mai: Member, staff: Actor, now: datetime) -> None:
    looks(staff, range(FIRST, FIRST + 25), now)
    watch_browsing(now=now)
    with pytest.raises(NotFound):
        look_at_case(actor=citizen(mai), number=case_number(Case.objects.get()), now=now)


def test_looks_in_the_own_office_have_a_limit(
    lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "OWN_AN_HOUR", 2)
    number = reported_case(lan, now)
    for _ in range(2):
        look_at_case(actor=colleague(1), number=number, now=now)
    with pytest.raises(TooManyLooks):
        look_at_case(actor=colleague(1), number=number, now=now)


def test_each_rule_is_named_for_the_console() -> None:
    assert {rule.code for rule in browsing().rules} == set(NAMES) - {COMPLAINT}
