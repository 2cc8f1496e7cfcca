"""What an alarm shows the supervisor who asks about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.accounts.selectors.staff_members import StaffMember
from vssid.apps.audit.selectors.looks_of_staff import StaffLook, looks_of
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.apps.procedures.browsing.rules import browsing
from vssid.apps.procedures.browsing.signs import signed_looks
from vssid.apps.procedures.models import BrowsingAlarm
from vssid.domain.casework.browsing import concerned
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound

KIND = "browsing_review"
MOST_SHOWN = 60
_READING = Actor(kind=ActorKind.SYSTEM, id="browsing_review")


@dataclass(frozen=True, slots=True)
class BrowsingMatter:
    """``officer``: the name of who looked, for the reviewer; the log never says it. ``looks``: of those
    hours, the first ``MOST_SHOWN`` of ``all_looks``; whom they were at is not told. ``concerned``: how many
    of the ``people`` the rule counts, who are told when there was no reason."""

    rule: str
    officer: str
    since: datetime
    until: datetime
    people: int
    concerned: int
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
        concerned=len(people_concerned(alarm)),
        all_looks=len(looks),
        looks=tuple(looks[:MOST_SHOWN]),
    )


def looks_in(alarm: BrowsingAlarm) -> list[StaffLook]:
    """All looks of the officer within the hours of the alarm."""
    return looks_of(_READING, alarm.officer, since=alarm.since, now=alarm.until)


def people_concerned(alarm: BrowsingAlarm) -> frozenset[int]:
    """Whom those looks were at that broke the rule: not everybody the officer served in these hours. They are
    judged as they were when the alarm was raised."""
    rule = browsing().rule(alarm.rule)
    if rule is None:
        return frozenset(look.person_id for look in looks_in(alarm)) - {alarm.officer_person_id}
    begin = alarm.raised_at - browsing().longest
    looks = looks_of(_READING, alarm.officer, since=begin, now=alarm.raised_at)
    member = StaffMember(alarm.officer_person_id, role="", office=alarm.office_code)
    judged = signed_looks(_READING, member, looks)
    return concerned(rule, (look for look in judged if alarm.since <= look.at <= alarm.until))


def alarm_of(subject: str) -> BrowsingAlarm:
    alarm = BrowsingAlarm.objects.filter(pk=int(subject)).first()
    if alarm is None:
        raise NotFound
    return alarm
