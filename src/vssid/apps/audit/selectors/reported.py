"""One report with the entry it is about, for whoever answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.audit.models import AccessEvent, Report
from vssid.apps.audit.selectors.entries import Entry, entry_named, entry_public_id
from vssid.apps.audit.selectors.reports import ReportRow, report_row
from vssid.apps.audit.vocabulary import DataGroup
from vssid.domain.values.actor import ActorKind
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id


@dataclass(frozen=True, slots=True)
class Reported:
    """``group`` and ``thing``: what it is about; ``entry``: of the log, when it is about one."""

    report: ReportRow
    group: DataGroup
    thing: str
    entry: Entry | None


def reported(person_id: int, seq: int, *, now: datetime) -> Reported:
    """For callers that have checked and logged who asks. NotFound."""
    row = Report.objects.filter(person_id=person_id, seq=seq).first()
    if row is None:
        raise NotFound
    group, _, thing = row.subject.partition(":")
    about = DataGroup(group)
    found = entry_named(person_id, thing, now=now) if about is DataGroup.ACCESS_LOG else None
    return Reported(report_row(row), about, thing, found)


@dataclass(frozen=True, slots=True)
class Looker:
    """``officer``: the pseudonym."""

    officer: str
    at: datetime


def looker_reported(person_id: int, seq: int) -> Looker | None:
    """Which member of staff made the look that the report is about; None where nobody of them did."""
    subject = Report.objects.filter(person_id=person_id, seq=seq).values_list("subject", flat=True).first()
    group, _, entry_id = (subject or "").partition(":")
    if group != DataGroup.ACCESS_LOG:
        return None
    rows = AccessEvent.objects.filter(person_id=person_id, actor_kind=ActorKind.OFFICER)
    keys = rows.values_list("month", "seq", "actor_ref", "at")
    found = find_by_public_id(entry_id, keys, lambda key: entry_public_id(person_id, key[0], key[1]))
    return Looker(found[2], found[3]) if found else None


def reported_group(person_id: int, seq: int) -> DataGroup:
    """The part of the data a report is about; NotFound."""
    subject = Report.objects.filter(person_id=person_id, seq=seq).values_list("subject", flat=True).first()
    if subject is None:
        raise NotFound
    return DataGroup(subject.partition(":")[0])
