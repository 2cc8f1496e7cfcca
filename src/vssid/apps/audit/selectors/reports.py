"""What a person has reported: an entry that was not them, a figure that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vssid.apps.audit.models import Report
from vssid.apps.audit.policies import subject_of
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM
from vssid.kit.sealing import unseal


class ReportKind(StrEnum):
    NOT_ME = "not_me"
    WRONG = "wrong"


class ReportState(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """``subject``: data group, colon, what in it (a public id, a month). ``answer_by``: the last day, as it
    stood when the report was made. ``seq``: its number among the person's."""

    kind: ReportKind
    state: ReportState
    subject: str
    at: datetime
    answer_by: date
    words: str
    seq: int


def reports(actor: Actor, *, now: datetime, person_id: int | None = None) -> list[ReportRow]:
    """Newest first; NotFound when they are not the actor's to see."""
    return reports_of(subject_of(actor, person_id, on=now.astimezone(VIETNAM).date()))


def reports_of(person_id: int) -> list[ReportRow]:
    """For callers that have checked who asks."""
    return [report_row(report) for report in Report.objects.filter(person_id=person_id).order_by("-seq")]


def report_row(report: Report) -> ReportRow:
    place = f"{report.person_id},{report.seq}"
    return ReportRow(
        kind=ReportKind(report.kind),
        state=ReportState(report.state),
        subject=report.subject,
        at=report.at,
        answer_by=report.answer_by,
        words=unseal(report.words_sealed, table="report", pk=place, field="words"),
        seq=report.seq,
    )
