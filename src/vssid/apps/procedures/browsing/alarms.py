"""What an alarm shows the supervisor who asks about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.audit.selectors.looks_of_staff import StaffLook, looks_of
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.apps.procedures.models import BrowsingAlarm
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound

KIND = "browsing_review"
MOST_SHOWN = 60
_READING = Actor(kind=ActorKind.SYSTEM, id="browsing_review")


@dataclass(frozen=True, slots=True)
class BrowsingMatter:
    """``officer``: the name of who looked, for the reviewer; the log never says it. ``looks``: of those
    hours, the first ``MOST_SHOWN`` of ``all_looks``; whom they were at is not told."""

    rule: str
    officer: str
    since: datetime
    until: datetime
    people: int
    all_looks: int
    looks: tuple[StaffLook, ...]


def browsing_matter(subject: str) -> BrowsingMatter:
    alarm = alarm_of(subject)
    looks = looks_in(alarm)
    return BrowsingMatter(
        rule=alarm.rule,
        officer=what_others_know(alarm.officer_person_id).full_name,
        since=alarm.since,
        until=alarm.until,
        people=len({look.person_id for look in looks}),
        all_looks=len(looks),
        looks=tuple(looks[:MOST_SHOWN]),
    )


def looks_in(alarm: BrowsingAlarm) -> list[StaffLook]:
    """All looks of the officer within the hours of the alarm."""
    return looks_of(_READING, alarm.officer, since=alarm.since, now=alarm.until)


def alarm_of(subject: str) -> BrowsingAlarm:
    alarm = BrowsingAlarm.objects.filter(pk=int(subject)).first()
    if alarm is None:
        raise NotFound
    return alarm
