"""One report with the entry it is about, for whoever answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.audit.models import Report
from vssid.apps.audit.selectors.entries import Entry, entry_named
from vssid.apps.audit.selectors.reports import ReportRow, report_row
from vssid.apps.audit.vocabulary import DataGroup
from vssid.domain.values.problem import NotFound


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


def reported_group(person_id: int, seq: int) -> DataGroup:
    """The part of the data a report is about; NotFound."""
    subject = Report.objects.filter(person_id=person_id, seq=seq).values_list("subject", flat=True).first()
    if subject is None:
        raise NotFound
    return DataGroup(subject.partition(":")[0])
