"""Officers as the staff door hands them on, and reports for them to work on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Answers, sealed
from vssid.apps.accounts.registrations.states import State as RegistrationState
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.audit.models import Report
from vssid.apps.audit.services.report_entry import report_figure
from vssid.apps.people.models import Person, Relation
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.registration_office import RegistrationOffice
from vssid.apps.procedures.reports import subject_of_report
from vssid.apps.procedures.services.open_case import open_case
from vssid.domain.values.actor import Actor, ActorKind, Assurance

_NAME = "Trần Văn Một"


def officer(member: Member, **values: object) -> Actor:
    """``member`` behind the staff door, as an officer; ``values`` replace fields."""
    actor = staff_actor(account_of(member), session="s", channel="staff")
    return replace(actor, **{"roles": frozenset({"officer"}), **values})  # type: ignore[arg-type]


def colleague(number: int, **values: object) -> Actor:
    """One more officer of Lan's office, of whom nothing else is known."""
    facts: dict[str, object] = {
        "kind": ActorKind.OFFICER,
        "id": f"colleague-{number:04d}",
        "person_id": 9_000_000 + number,
        "roles": frozenset({"officer"}),
        "office": "00101",
        "assurance": Assurance.MEDIUM,
        "channel": "staff",
    }
    return Actor(**{**facts, **values})  # type: ignore[arg-type]


def reported_case(member: Member, now: datetime, what: str = "2026-09", words: str = "Tháng 9 sai.") -> str:
    """``member`` reports a month of the record; the number of the case it opens."""
    report_figure(actor=citizen(member), data_group="participation", what=what, words=words, now=now)
    return case_number(Case.objects.filter(person_id=member.person_id).latest("pk"))


def write_reports(member: Member, number: int, now: datetime) -> None:
    """So many cases about reports of ``member``: more than a person may have open at once."""
    person_id = member.person_id
    Report.objects.bulk_create(
        Report(
            person_id=person_id,
            seq=seq,
            at=now,
            answer_by=now,
            kind="wrong",
            subject=f"card:{seq}",
            state="asked",
        )
        for seq in range(1, number + 1)
    )
    for seq in range(1, number + 1):
        at = now - timedelta(milliseconds=seq)
        subject = subject_of_report(person_id, seq)
        open_case(actor=citizen(member), kind="report_mistake", subject=subject, person_id=person_id, now=at)


def write_registrations(parent: Member, number: int, now: datetime) -> frozenset[int]:
    """So many registrations of as many people wait for an answer; every tenth is of a child of ``parent``."""
    people = range(8_000_001, 8_000_001 + number)
    children = people[::10]
    Person.objects.bulk_create(Person(person_id=one, batch=1, full_name=_NAME) for one in people)
    Relation.objects.bulk_create(
        Relation(person_id=parent.person_id, seq=child, relative_person_id=child, relation="child")
        for child in children
    )
    rows = Registration.objects.bulk_create(
        Registration(
            state=RegistrationState.SUBMITTED,
            channel="web",
            language="vi",
            begun_at=now,
            changed_at=now,
            keep_until=now,
            person_id=one,
        )
        for one in people
    )
    for row in rows:
        row.answers_sealed = sealed(Answers(full_name=_NAME), row.pk)
    Registration.objects.bulk_update(rows, ["answers_sealed"])
    for place, row in enumerate(rows):
        at = now - timedelta(milliseconds=place)
        RegistrationOffice().take(registration_id=row.pk, person_id=row.person_id, office="00101", now=at)
    return frozenset(children)
