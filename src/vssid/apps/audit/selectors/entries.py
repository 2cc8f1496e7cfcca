"""Who looked at a person's data: the entries the person may see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import reduce
from itertools import groupby
from operator import or_

from django.db.models import Count, Q, QuerySet

from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.policies import subject_of
from vssid.apps.audit.selectors.reports import ReportRow, reports_of
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.kit.public_ids import find_by_public_id, public_id

PAGE = 50
OVERVIEW_DAYS = 30


class Who(StrEnum):
    """The groups a person may narrow the log to."""

    CLINICS = "clinics"
    AGENCY = "agency"
    EMPLOYERS = "employers"
    FAMILY = "family"
    """Parents and guardians, and whom the person authorised."""
    SELF = "self"


OTHERS = tuple(group for group in Who if group is not Who.SELF)

_KINDS = {
    Who.CLINICS: (ActorKind.CLINIC,),
    Who.AGENCY: (ActorKind.OFFICER, ActorKind.SYSTEM),
    Who.EMPLOYERS: (ActorKind.EMPLOYER,),
    Who.FAMILY: (ActorKind.CITIZEN,),
    Who.SELF: (ActorKind.CITIZEN,),
}
_GROUP_OF = {kind: who for who, kinds in _KINDS.items() for kind in kinds}
_FOR_SOMEBODY_ELSE = (Purpose.GUARDIAN, Purpose.DELEGATE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One look or change. ``name``: the institution or the office and role; empty for the person's own.

    ``id`` may stand in an address. ``report``: what the person has said about the entry, or None.
    """

    id: str
    at: datetime
    who: Who
    name: str
    action: Action
    data_group: DataGroup
    purpose: Purpose
    case: str
    channel: str
    report: ReportRow | None


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of one day in Viet Nam, newest first."""

    day: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntriesPage:
    days: tuple[Day, ...]
    number: int
    has_next: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The last 30 days: entries by group, and how many different places other than the person looked."""

    by_group: dict[Who, int]
    places: int

    @property
    def total(self) -> int:
        return sum(self.by_group.values())

    @property
    def by_others(self) -> int:
        return self.total - self.by_group[Who.SELF]


def entries(
    actor: Actor,
    *,
    now: datetime,
    person_id: int | None = None,
    who: Collection[Who] = tuple(Who),
    page: int = 1,
) -> EntriesPage:
    """Page ``page`` (from 1) of the entries of ``person_id`` (default: the actor's own), newest first.

    ``who`` narrows to groups. NotFound when the log is not the actor's to see. Two queries.
    """
    subject = subject_of(actor, person_id, on=_day(now))
    rows = _visible(subject, now).filter(reduce(or_, map(_in_group, who), Q()))
    start = (max(page, 1) - 1) * PAGE
    found = list(rows.order_by("-month", "-seq")[start : start + PAGE + 1])
    said = {report.subject: report for report in reports_of(subject)}
    shown = [_entry(row, said) for row in found[:PAGE]]
    days = tuple(Day(day, tuple(group)) for day, group in groupby(shown, key=lambda entry: _day(entry.at)))
    return EntriesPage(days, number=max(page, 1), has_next=len(found) > PAGE)


def overview(actor: Actor, *, now: datetime, person_id: int | None = None) -> Overview:
    """What happened in the last 30 days, in one query."""
    subject = subject_of(actor, person_id, on=_day(now))
    recent = _visible(subject, now).filter(at__gt=now - timedelta(days=OVERVIEW_DAYS))
    by_group = dict.fromkeys(Who, 0)
    places = set()
    counted = recent.values_list("actor_kind", "actor_name", "purpose").annotate(Count("seq"))
    for kind, name, purpose, number in counted:
        group = _group(kind, purpose)
        by_group[group] += number
        if group is not Who.SELF:
            places.add((kind, name))
    return Overview(by_group, len(places))


def entry(actor: Actor, entry_id: str, *, now: datetime, person_id: int | None = None) -> Entry | None:
    """The entry of that public id among those the actor may see, or None."""
    return entry_named(subject_of(actor, person_id, on=_day(now)), entry_id, now=now)


def entry_named(subject: int, entry_id: str, *, now: datetime) -> Entry | None:
    """The same of the person ``subject``, for callers that have checked who asks."""
    keys = list(_visible(subject, now).values_list("month", "seq"))
    key = find_by_public_id(entry_id, keys, lambda key: entry_public_id(subject, *key))
    if key is None:
        return None
    said = {report.subject: report for report in reports_of(subject)}
    return _entry(AccessEvent.objects.get(pk=(subject, *key)), said)


def entry_public_id(person_id: int, month: int, seq: int) -> str:
    return public_id("access_event", person_id, month, seq)


def entry_subject(entry_id: str) -> str:
    """How a report names an entry of the log."""
    return f"{DataGroup.ACCESS_LOG}:{entry_id}"


def _visible(person_id: int, now: datetime) -> QuerySet[AccessEvent]:
    """Without those a recorded legal ground still hides."""
    shown = Q(visible_from=None) | Q(visible_from__lte=now)
    return AccessEvent.objects.filter(shown, person_id=person_id)


def _in_group(who: Who) -> Q:
    of_kind = Q(actor_kind__in=_KINDS[who])
    if who is Who.FAMILY:
        return of_kind & Q(purpose__in=_FOR_SOMEBODY_ELSE)
    return of_kind & ~Q(purpose__in=_FOR_SOMEBODY_ELSE) if who is Who.SELF else of_kind


def _group(kind: str, purpose: str) -> Who:
    group = _GROUP_OF[ActorKind(kind)]
    return Who.FAMILY if group is Who.SELF and purpose in _FOR_SOMEBODY_ELSE else group


def _entry(row: AccessEvent, said: dict[str, ReportRow]) -> Entry:
    entry_id = entry_public_id(row.person_id, row.month, row.seq)
    return Entry(
        id=entry_id,
        at=row.at,
        who=_group(row.actor_kind, row.purpose),
        name=row.actor_name,
        action=Action(row.action),
        data_group=DataGroup(row.data_group),
        purpose=Purpose(row.purpose),
        case=row.case,
        channel=row.channel,
        report=said.get(entry_subject(entry_id)),
    )


def _day(instant: datetime) -> date:
    return instant.astimezone(VIETNAM).date()
