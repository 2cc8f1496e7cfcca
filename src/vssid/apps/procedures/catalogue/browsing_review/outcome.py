"""The officer is told the result; whoever was looked at without a reason is told too."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.notifications.services.notify import notify
from vssid.apps.procedures.browsing.alarms import KIND, alarm_of, people_concerned
from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.domain.values.actor import Actor

WITHOUT_REASON = "without_reason"


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    _tell_officer(actor, decided, now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    _tell_officer(actor, decided, now)
    if decided.reason == WITHOUT_REASON:
        _tell_people(actor, decided, now)


def _tell_officer(actor: Actor, decided: Decided, now: datetime) -> None:
    notify(
        actor=actor,
        person_id=alarm_of(decided.subject).officer_person_id,
        code="auth.looks_reviewed",
        values={"answer": kind_of(KIND).words(decided.reason), "number": decided.number},
        key=f"browsing {decided.subject} reviewed",
        now=now,
    )


def _tell_people(actor: Actor, decided: Decided, now: datetime) -> None:
    alarm = alarm_of(decided.subject)
    for person_id in sorted(people_concerned(alarm)):
        notify(
            actor=actor,
            person_id=person_id,
            code="auth.look_without_reason",
            values={"day": alarm.day},
            key=f"browsing {decided.subject} at",
            now=now,
        )
